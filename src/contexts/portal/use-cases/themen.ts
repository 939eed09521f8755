import type { Catalogue, Themenfeld } from '#catalogue';
import type { Angebot } from './read-bestand.ts';

type Lage = Catalogue['lagen'][number];

/** A Themenfeld with the life situations for which this Kommune has something. */
export interface Thema {
  readonly themenfeld: Themenfeld;
  readonly lagen: readonly { readonly lage: Lage; readonly angebote: readonly Angebot[] }[];
  /** How many different services; one may stand in several life situations. */
  readonly anzahl: number;
}

/** The Themenfelder in the catalogue's order; those without a service are left out. */
export function themenOf(catalogue: Catalogue, angebote: readonly Angebot[]): readonly Thema[] {
  const byLage = new Map<number, Angebot[]>();
  for (const angebot of angebote) {
    for (const lageId of lagenOf(catalogue, angebot)) {
      const others = byLage.get(lageId);
      if (others) others.push(angebot);
      else byLage.set(lageId, [angebot]);
    }
  }
  return catalogue.tree.flatMap(({ themenfeld, lagen }) => {
    const filled = lagen.flatMap(({ lage }) => {
      const own = byLage.get(lage.id);
      return own ? [{ lage, angebote: own }] : [];
    });
    const anzahl = new Set(filled.flatMap((each) => each.angebote.map(({ id }) => id))).size;
    return filled.length > 0 ? [{ themenfeld, lagen: filled, anzahl }] : [];
  });
}

function lagenOf(catalogue: Catalogue, { leistungIds }: Angebot): ReadonlySet<number> {
  return new Set(
    leistungIds.flatMap((id) => {
      const ozgId = catalogue.leistungById.get(id)?.ozgId;
      const ozg = ozgId === null || ozgId === undefined ? undefined : catalogue.ozgById.get(ozgId);
      return ozg ? [ozg.lageId] : [];
    }),
  );
}

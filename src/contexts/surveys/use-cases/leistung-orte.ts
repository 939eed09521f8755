import type { Catalogue } from '#catalogue';

/** A Leistung as lists and scopes of a survey name it. */
export interface LeistungOrt {
  readonly id: string;
  readonly name: string;
  readonly leika: string | null;
  readonly themenfeldId: number | null;
  readonly themenfeld: string | null;
}

const kept = new WeakMap<Catalogue, ReadonlyMap<string, LeistungOrt>>();

/** Where each Leistung of a catalogue stands; worked out once for each catalogue. */
export function orteOf(catalogue: Catalogue): ReadonlyMap<string, LeistungOrt> {
  const known = kept.get(catalogue);
  if (known) return known;
  const made = new Map(
    catalogue.leistungen.map((leistung) => [leistung.id, ortOf(catalogue, leistung)] as const),
  );
  kept.set(catalogue, made);
  return made;
}

export function umfangLeistungen(catalogue: Catalogue): readonly LeistungOrt[] {
  return [...orteOf(catalogue).values()];
}

/** A Leistung by its id, also where a later Fassung of the catalogue no longer has it. */
export function ortMitId(catalogue: Catalogue, id: string): LeistungOrt {
  return orteOf(catalogue).get(id) ?? { id, name: id, leika: null, themenfeldId: null, themenfeld: null };
}

function ortOf(
  catalogue: Catalogue,
  { id, name, leika, ozgId }: Catalogue['leistungen'][number],
): LeistungOrt {
  const ozg = ozgId === null ? undefined : catalogue.ozgById.get(ozgId);
  const lage = ozg && catalogue.lageById.get(ozg.lageId);
  const feld = lage && catalogue.themenfeldById.get(lage.themenfeldId);
  return { id, name, leika, themenfeldId: feld?.id ?? null, themenfeld: feld?.name ?? null };
}

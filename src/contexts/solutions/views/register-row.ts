import type { Catalogue } from '#catalogue';
import type { LocalDate } from '#kernel';
import { type LoesungStand, verfuegbarBis } from '../domain/loesung.ts';
import { loesungenOn } from '../domain/register.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';

/** A row of the register with what is looked up in the catalogue. */
export interface RegisterRow {
  readonly stand: LoesungStand;
  readonly leistungen: readonly { readonly id: string; readonly name: string }[];
  readonly themenfelder: readonly string[];
}

/** Looks up the contained Leistungen; one that this catalogue does not know keeps its number. */
export function rowOf(catalogue: Catalogue, stand: LoesungStand): RegisterRow {
  const byId = new Map<string, Catalogue['leistungen'][number]>(catalogue.leistungById);
  return rowWith(byId, catalogue, stand);
}

/** As `rowOf` for many at once. */
export function rowsOf(catalogue: Catalogue, staende: readonly LoesungStand[]): readonly RegisterRow[] {
  const byId = new Map<string, Catalogue['leistungen'][number]>(catalogue.leistungById);
  return staende.map((stand) => rowWith(byId, catalogue, stand));
}

function rowWith(
  byId: ReadonlyMap<string, Catalogue['leistungen'][number]>,
  catalogue: Catalogue,
  stand: LoesungStand,
): RegisterRow {
  const found = stand.inhalt.leistungen.map(({ leistungId }) => ({
    leistungId,
    leistung: byId.get(leistungId),
  }));
  const themenfelder = found.flatMap(({ leistung }) => {
    const ozg = leistung?.ozgId == null ? undefined : catalogue.ozgById.get(leistung.ozgId);
    const lage = ozg && catalogue.lageById.get(ozg.lageId);
    return (lage && catalogue.themenfeldById.get(lage.themenfeldId)?.name) ?? [];
  });
  return {
    stand,
    leistungen: found.map(({ leistungId, leistung }) => ({
      id: leistungId,
      name: leistung?.name ?? leistungId,
    })),
    themenfelder: [...new Set(themenfelder)],
  };
}

/** The rows of a day, and only those that can be used by another day where one is named. */
export async function registerRows(
  deps: Pick<SolutionsDeps, 'register' | 'catalogue'>,
  date: LocalDate,
  bis: LocalDate | null,
): Promise<readonly RegisterRow[]> {
  const staende = loesungenOn(await deps.register(), date);
  return rowsOf(
    await deps.catalogue(),
    bis === null ? staende : staende.filter((each) => verfuegbarBis(each, bis)),
  );
}

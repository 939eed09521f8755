import type { Catalogue } from '#catalogue';

export const ohneThemenfeld = 'ohne Themenfeld';

/** The name of the Themenfeld in which an OZG-Leistung stands. */
export function themenfeldOf(catalogue: Catalogue, ozgId: number | null): string {
  const ozg = ozgId === null ? undefined : catalogue.ozgById.get(ozgId);
  const lage = ozg && catalogue.lageById.get(ozg.lageId);
  return (lage && catalogue.themenfeldById.get(lage.themenfeldId)?.name) ?? ohneThemenfeld;
}

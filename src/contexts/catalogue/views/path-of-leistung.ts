import type { Catalogue, Lage, Leistung, OzgLeistung, Themenfeld } from '../domain/catalogue.ts';

/** The way from the top of the tree to a Leistung; all null for one without OZG-Leistung. */
export interface LeistungPath {
  readonly themenfeld: Themenfeld | null;
  readonly lage: Lage | null;
  readonly ozg: OzgLeistung | null;
}

/** Finds the OZG-Leistung, Lage and Themenfeld above a Leistung. */
export function pathOfLeistung(catalogue: Catalogue, leistung: Pick<Leistung, 'ozgId'>): LeistungPath {
  const ozg = (leistung.ozgId !== null && catalogue.ozgById.get(leistung.ozgId)) || null;
  const lage = (ozg && catalogue.lageById.get(ozg.lageId)) ?? null;
  const themenfeld = (lage && catalogue.themenfeldById.get(lage.themenfeldId)) ?? null;
  return { themenfeld, lage, ozg };
}

import type { Catalogue, Leistung } from '../domain/catalogue.ts';

/** Leistungen that belong to one: those of the same object, and those of the same OZG-Leistung beside them. */
export interface Sisters {
  readonly gleichesObjekt: readonly Leistung[];
  readonly gleicheOzg: readonly Leistung[];
}

/** Finds the sisters of a Leistung; none stands in both groups. */
export function sistersOf(catalogue: Catalogue, leistung: Leistung): Sisters {
  const { objekt, ozgId } = leistung;
  const others = (rows: readonly Leistung[]) => rows.filter((row) => row.id !== leistung.id);
  const gleichesObjekt =
    objekt === null ? [] : others(catalogue.leistungen.filter((row) => row.objekt === objekt));
  const sameOzg = ozgId === null ? [] : others(catalogue.leistungenByOzg.get(ozgId) ?? []);
  return { gleichesObjekt, gleicheOzg: sameOzg.filter((row) => objekt === null || row.objekt !== objekt) };
}

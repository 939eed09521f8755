import type { Catalogue } from '#catalogue';
import type { DutiesWorld } from '#duties';
import { type Matrix, matrixOf } from '../domain/columns/matrix.ts';

/** The cells of a world: the bodies for which the rules decide × the Leistungen of the catalogue. */
export function matrixOfWorld({ catalogue, territory, duties }: DutiesWorld): Matrix {
  const bodies = duties.facts.bodies.map(({ ags, name, kreisAgs }) => ({
    ags,
    name,
    klasse: territory.klassenByAgs.get(ags)?.[0]?.klasse ?? null,
    kreisAgs,
    einwohner: territory.einwohnerByAgs.get(ags)?.[0]?.zahl ?? null,
  }));
  const themenfeldOf = themenfelder(catalogue);
  const leistungen = catalogue.leistungen.map(({ id, ozgId }) => ({
    id,
    ozgId,
    themenfeldId: ozgId === null ? null : (themenfeldOf.get(ozgId) ?? null),
  }));
  return matrixOf(bodies, leistungen);
}

/** Whether two matrices number their cells alike. */
export function sameCells(one: Matrix, other: Matrix): boolean {
  if (one === other) return true;
  const alike = <T>(a: readonly T[], b: readonly T[], keyOf: (item: T) => string) =>
    a.length === b.length &&
    a.every((item, index) => b[index] !== undefined && keyOf(item) === keyOf(b[index]));
  return (
    alike(one.bodies, other.bodies, ({ ags }) => ags) &&
    alike(one.leistungen, other.leistungen, ({ id }) => id)
  );
}

function themenfelder({ ozgLeistungen, lageById }: Catalogue): ReadonlyMap<number, number> {
  return new Map(
    ozgLeistungen.flatMap(({ ozgId, lageId }) => {
      const lage = lageById.get(lageId);
      return lage ? [[ozgId, lage.themenfeldId] as const] : [];
    }),
  );
}

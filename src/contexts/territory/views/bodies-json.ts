import { type LocalDate, ok, type Result } from '#kernel';
import { type ListValues, parseListQuery, toListParameters } from '#ui';
import type { BodiesList } from './bodies-list.ts';
import { bodySummary } from './body-json.ts';

const pageSizes = [100, 25, 50, 500, 1000, 11000];

/** A page of the list as the API and the command line give it; refuses parameters that it does not understand. */
export function bodiesJson({ definition, index }: BodiesList, values: ListValues, date: LocalDate) {
  const query = parseListQuery({ ...definition, pageSizes }, toListParameters(values));
  return query.ok ? ok(pageJson(index.run(query.value), date)) : query;
}

function pageJson({ rows, total, page, size }: ReturnType<BodiesList['index']['run']>, date: LocalDate) {
  return {
    kommunen: rows.map(bodySummary),
    total,
    seite: page,
    seiten: Math.max(1, Math.ceil(total / size)),
    anzahl: size,
    date,
  };
}

export type BodiesJson = Extract<ReturnType<typeof bodiesJson>, Result<unknown> & { ok: true }>['value'];

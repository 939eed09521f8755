import type { LocalDate } from '#kernel';
import type { ListResult } from '#ui';
import type { Catalogue } from '../domain/catalogue.ts';
import { catalogueState, leistungSummary } from './leistung-json.ts';
import type { LeistungRow } from './leistung-row.ts';

/** A page of the list, as the API and the command line give it. */
export function listJson(
  catalogue: Catalogue,
  datum: LocalDate | null,
  { rows, total, page, size }: ListResult<LeistungRow>,
) {
  return {
    leistungen: rows.map(({ leistung, endetAm }) => ({ ...leistungSummary(catalogue, leistung), endetAm })),
    datum,
    total,
    seite: page,
    seiten: Math.max(1, Math.ceil(total / size)),
    anzahl: size,
    ...catalogueState(catalogue),
  };
}

import { formatLocalDate } from '#kernel';
import type { PageAnswer } from '#platform';
import { exportCsv, exportXlsx, readListQuery } from '#ui';
import type { Territory } from '../domain/territory.ts';
import { messages } from '../messages.ts';
import type { BodiesList } from '../views/bodies-list.ts';

/** The chosen bodies as CSV. */
export function kommunenCsv({ definition, index }: BodiesList, parameters: URLSearchParams): PageAnswer {
  const { query } = readListQuery(definition, parameters);
  const text = ReadableStream.from(exportCsv(definition, index.select(query)));
  return {
    kind: 'download',
    fileName: 'kommunen.csv',
    contentType: 'text/csv; charset=UTF-8',
    body: text.pipeThrough(new TextEncoderStream()),
  };
}

/** The chosen bodies as a workbook with a sheet of notes. */
export async function kommunenXlsx(
  { definition, index }: BodiesList,
  parameters: URLSearchParams,
  { territory, now, demo }: { readonly territory: Territory; readonly now: Date; readonly demo: boolean },
): Promise<PageAnswer> {
  const { query } = readListQuery(definition, parameters);
  const chosen = Object.entries(query.filters).map(([key, values]) => `${key}: ${values.join(', ')}`);
  const workbook = exportXlsx(definition, index.select(query), {
    title: messages.kommunen,
    source: territory.bestaende.map(({ quelle, lizenz }) => `${quelle}. Lizenz: ${lizenz}`).join('; '),
    state: territory.bestaende.map(({ stand }) => formatLocalDate(stand)).join(', '),
    filters: query.search ? [`Suche: ${query.search}`, ...chosen] : chosen,
    demo,
    createdAt: now,
  });
  return {
    kind: 'download',
    fileName: 'kommunen.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: ReadableStream.from(workbook),
  };
}

import { formatLocalDate, type LocalDate } from '#kernel';
import type { PageAnswer } from '#platform';
import { exportCsv, exportXlsx } from '#ui';
import type { Catalogue } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import type { AskedList, LeistungenList } from '../views/leistungen-list.ts';

/** What an export says of itself. */
interface ExportContext {
  readonly catalogue: Catalogue;
  readonly demo: boolean;
  readonly now: Date;
  readonly today: LocalDate;
}

/** The chosen Leistungen as CSV. */
export function leistungenCsv(
  list: LeistungenList,
  parameters: URLSearchParams,
  { catalogue, today }: ExportContext,
): PageAnswer {
  const asked = list.read(parameters, today);
  const text = ReadableStream.from(exportCsv(asked.definition, list.select(asked)));
  return {
    kind: 'download',
    fileName: fileName(catalogue, 'csv'),
    contentType: 'text/csv; charset=UTF-8',
    body: text.pipeThrough(new TextEncoderStream()),
  };
}

/** The chosen Leistungen as a workbook with a sheet of notes. */
export async function leistungenXlsx(
  list: LeistungenList,
  parameters: URLSearchParams,
  { catalogue, demo, now, today }: ExportContext,
): Promise<PageAnswer> {
  const asked = list.read(parameters, today);
  const { fassung } = catalogue;
  const workbook = exportXlsx(asked.definition, list.select(asked), {
    title: messages.leistungen,
    source: `${fassung.quelle}. Lizenz: ${fassung.lizenz}`,
    state: formatLocalDate(fassung.stand),
    filters: filterTexts(asked),
    demo,
    createdAt: now,
  });
  return {
    kind: 'download',
    fileName: fileName(catalogue, 'xlsx'),
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: ReadableStream.from(workbook),
  };
}

function fileName({ fassung }: Catalogue, ending: string): string {
  return `leistungen-katalog-${fassung.stand}.${ending}`;
}

function filterTexts({ definition, query, datum }: AskedList): string[] {
  const chosen = (definition.filters ?? []).flatMap((filter) => {
    const values = query.filters[filter.key] ?? [];
    const options = typeof filter.options === 'function' ? [] : filter.options;
    const labels = values.map((value) => options.find((option) => option.value === value)?.label ?? value);
    return labels.length > 0 ? [`${filter.label}: ${labels.join(', ')}`] : [];
  });
  const day = datum === null ? [] : [messages.stichtag(datum)];
  return query.search ? [`Suche: ${query.search}`, ...day, ...chosen] : [...day, ...chosen];
}

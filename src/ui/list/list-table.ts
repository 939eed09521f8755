import { html } from 'hono/html';
import { parseLocalDate } from '#kernel';
import { formatDateOrUnknown, formatNumber } from '../format.ts';
import type { Content, Html } from '../html.ts';
import { icon } from '../icon.ts';
import { messages } from '../messages.ts';
import { type TableColumn, table } from '../table.ts';
import { listAddress } from './address.ts';
import {
  type ListColumn,
  type ListDefinition,
  type ListGroup,
  type ListResult,
  shownColumns,
} from './definition.ts';
import { pageTick, type RowSelection, rowTick } from './row-selection.ts';

interface TableOptions<Row> {
  readonly action: string;
  readonly caption: string;
  readonly noun?: readonly [one: string, many: string] | undefined;
  readonly selection?: RowSelection<Row> | undefined;
}

export function pagesOf({ total, size }: { readonly total: number; readonly size: number }): number {
  return Math.max(1, Math.ceil(total / size));
}

/** The rows of a page in the chosen columns, under the headings of their groups, with sums where columns have them. */
export function listTable<Row>(
  definition: ListDefinition<Row>,
  result: ListResult<Row>,
  options: TableOptions<Row>,
): Html {
  const columns = shownColumns(definition, result.query.columns);
  const { selection } = options;
  const cells = (row: Row) =>
    columns.map((column, index) =>
      index === 0 && selection ? rowTick(selection, row, cellOf(column, row)) : cellOf(column, row),
    );
  return table({
    caption: captionOf(definition, result, options.caption),
    captionHidden: true,
    small: true,
    columns: columns.map((column, index) => {
      const head = headOf(definition, column, result, options);
      return index === 0 && selection ? { ...head, head: pageTick(head.head ?? html`${head.label}`) } : head;
    }),
    rows: result.rows.map(cells),
    headings: headingsOf(columns, result, options),
    footer: footerOf(columns, result, options),
  });
}

function captionOf<Row>(definition: ListDefinition<Row>, result: ListResult<Row>, caption: string): string {
  const { sort, further } = result.query;
  const orders = [sort, ...further].flatMap(({ key, descending }) => {
    const column = definition.columns.find((candidate) => candidate.key === key);
    return column
      ? [`${column.label} ${descending ? messages.list.descending : messages.list.ascending}`]
      : [];
  });
  const sorted = further.length > 0 ? `, ${messages.list.sorted} ${orders.join(', dann ')}` : '';
  return `${caption}, Seite ${result.page} von ${pagesOf(result)}${sorted}`;
}

/** Headings of the groups that stand on this page, by the position of the row below. */
function headingsOf<Row>(
  columns: readonly ListColumn<Row>[],
  { groups = [], page, size, rows }: ListResult<Row>,
  options: TableOptions<Row>,
): ReadonlyMap<number, readonly Content[]> {
  const start = (page - 1) * size;
  const headings = new Map<number, readonly Content[]>();
  for (const group of groups) {
    const at = Math.max(0, group.first - start);
    if (group.first + group.count > start && at < rows.length)
      headings.set(at, [heading(group, group.first < start, options), ...sums(columns, group.totals)]);
  }
  return headings;
}

function heading<Row>({ label, count }: ListGroup, continued: boolean, { noun }: TableOptions<Row>): Html {
  const [one, many] = noun ?? messages.list.rows;
  return html`${label ?? messages.list.notSet} <span class="lw-table__count">${formatNumber(count)} ${count === 1 ? one : many}${continued ? `, ${messages.list.continued}` : ''}</span>`;
}

function footerOf<Row>(
  columns: readonly ListColumn<Row>[],
  { totals = {}, total }: ListResult<Row>,
  { noun }: TableOptions<Row>,
): readonly Content[] | undefined {
  if (!columns.some((column, index) => index > 0 && column.total === 'sum')) return undefined;
  return [
    `${messages.chart.total} (${formatNumber(total)} ${(noun ?? messages.list.rows)[1]})`,
    ...sums(columns, totals),
  ];
}

function sums<Row>(
  columns: readonly ListColumn<Row>[],
  totals: Readonly<Record<string, number>>,
): readonly Content[] {
  return columns.slice(1).map(({ key, total }) => (total === 'sum' ? formatNumber(totals[key] ?? 0) : ''));
}

function cellOf<Row>(column: ListColumn<Row>, row: Row): Content {
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  if (value === null || value === '')
    return html`<span class="lw-none"><span aria-hidden="true">–</span><span class="kern-sr-only">${messages.list.notSet}</span></span>`;
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  const date = column.kind === 'date' ? parseLocalDate(value) : null;
  return date?.ok ? formatDateOrUnknown(date.value) : value;
}

function headOf<Row>(
  definition: ListDefinition<Row>,
  column: ListColumn<Row>,
  result: ListResult<Row>,
  options: TableOptions<Row>,
): TableColumn {
  const base = { label: column.label, numeric: column.kind === 'number', width: column.width };
  if (!column.sortable) return base;
  const orders = [result.query.sort, ...result.query.further];
  const place = orders.findIndex(({ key }) => key === column.key);
  const active = orders[place];
  const descending = place === 0 && active?.descending === false;
  const address = listAddress(definition, options.action, result.query, {
    sort: { key: column.key, descending },
    further: place === 0 ? result.query.further : [],
  });
  const hint = descending ? messages.list.sortDescending : messages.list.sortAscending;
  const arrow = active ? icon(active.descending ? 'arrow-down' : 'arrow-up', 'kern-icon--small') : '';
  const rank = active && orders.length > 1 ? rankOf(place, active.descending) : '';
  const head = html`<a class="lw-sort${active ? ' lw-sort--active' : ''}" href="${address}#liste-ergebnis" title="${hint}"><span>${column.label}</span>${arrow}${rank}</a>`;
  return place === 0 && active
    ? { ...base, head, sort: active.descending ? 'descending' : 'ascending' }
    : { ...base, head };
}

// A table may name one column as its order; the others say theirs in words.
function rankOf(place: number, descending: boolean): Html {
  const words =
    place === 0
      ? ''
      : `, ${place + 1}. ${messages.list.order}, ${descending ? messages.list.descending : messages.list.ascending}`;
  return html`<span class="lw-sort__rank" aria-hidden="true">${place + 1}</span><span class="kern-sr-only">${words}</span>`;
}

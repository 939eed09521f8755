import { html } from 'hono/html';
import { type FieldProblem, parseLocalDate } from '#kernel';
import { alert } from '../alert.ts';
import { emptyState } from '../empty-state.ts';
import { formatDateOrUnknown, formatNumber } from '../format.ts';
import { linkButton } from '../forms/button.ts';
import type { Content, Html } from '../html.ts';
import { icon } from '../icon.ts';
import { messages } from '../messages.ts';
import { pagination } from '../pagination.ts';
import { type TableColumn, table } from '../table.ts';
import { listAddress, listParametersOf } from './address.ts';
import type { ListColumn, ListDefinition, ListResult } from './definition.ts';
import { activeChips, listForm } from './list-form.ts';

export interface ListPageOptions {
  /** Address of the page, without parameters. */
  readonly action: string;
  readonly caption: string;
  /** Addresses of the exports; the list adds its own parameters. */
  readonly exportLinks?:
    | { readonly csv?: string | undefined; readonly xlsx?: string | undefined }
    | undefined;
  /** Shown while the list holds nothing at all. */
  readonly emptyState?: Html | undefined;
  /** What the address asked and the list did not understand. */
  readonly problems?: readonly FieldProblem[] | undefined;
  /** What one row is, for the count: „1 Leistung“, „12 Leistungen“. */
  readonly noun?: readonly [one: string, many: string] | undefined;
}

/** The shared list: search, filters, chips, count, table, pages and exports, all by links and one GET form. */
export function listPage<Row>(
  definition: ListDefinition<Row>,
  result: ListResult<Row>,
  options: ListPageOptions,
): Html {
  const narrowed = isNarrowed(result);
  if (result.total === 0 && !narrowed && options.emptyState) return options.emptyState;
  return html`<div class="lw-list" id="liste">
${problemNotice(options)}
${listForm(definition, result, options.action)}
<section class="lw-list__result" aria-labelledby="liste-ergebnis">
<div class="lw-list__head"><h2 class="lw-list__count kern-title" id="liste-ergebnis">${countText(result, options)}</h2>${exportLinks(definition, result, options)}</div>
${activeChips(definition, result, options.action)}
${result.total === 0 ? nothingFound(options) : listTable(definition, result, options)}
${pagination({
  page: result.page,
  pages: pagesOf(result),
  href: (page) => listAddress(definition, options.action, result.query, { page }),
})}
</section></div>`;
}

function isNarrowed<Row>(result: ListResult<Row>): boolean {
  return (
    result.query.search !== '' || Object.values(result.query.filters).some((values) => values.length > 0)
  );
}

function pagesOf<Row>(result: ListResult<Row>): number {
  return Math.max(1, Math.ceil(result.total / result.size));
}

function countText<Row>(result: ListResult<Row>, options: ListPageOptions): Html {
  const [one, many] = options.noun ?? ['Treffer', 'Treffer'];
  const pages = pagesOf(result);
  const where =
    pages > 1
      ? html`<span class="lw-list__where">Seite ${formatNumber(result.page)} von ${formatNumber(pages)}</span>`
      : '';
  return html`<span>${formatNumber(result.total)} ${result.total === 1 ? one : many}</span>${where}`;
}

function problemNotice(options: ListPageOptions): Html | '' {
  if (!options.problems?.length) return '';
  return alert({
    kind: 'warning',
    title: messages.list.problemTitle,
    body: html`<ul class="kern-list kern-list--bullet">${options.problems.map((problem) => html`<li>${problem.message}</li>`)}</ul>`,
  });
}

function exportLinks<Row>(
  definition: ListDefinition<Row>,
  result: ListResult<Row>,
  options: ListPageOptions,
): Html | '' {
  const { csv, xlsx } = options.exportLinks ?? {};
  if (result.total === 0 || (!csv && !xlsx)) return '';
  const parameters = listParametersOf(definition, { ...result.query, page: 1 }).toString();
  const link = (address: string | undefined, label: string): Html | '' =>
    address
      ? html`<li><a class="kern-link kern-link--no-visited-state" download href="${address}${parameters ? `${address.includes('?') ? '&' : '?'}${parameters}` : ''}">${icon('download')}<span>${label}</span></a></li>`
      : '';
  return html`<ul class="lw-list__exports" aria-label="${messages.list.export}">${link(xlsx, 'Excel-Datei')}${link(csv, 'CSV-Datei')}</ul>`;
}

function nothingFound(options: ListPageOptions): Html {
  return emptyState({
    title: messages.list.nothingFound,
    body: messages.list.nothingFoundDetail,
    icon: 'search',
    action: linkButton(messages.list.reset, options.action, { kind: 'secondary' }),
  });
}

function listTable<Row>(
  definition: ListDefinition<Row>,
  result: ListResult<Row>,
  options: ListPageOptions,
): Html {
  const columns = definition.columns.filter((column) => !column.exportOnly);
  return table({
    caption: `${options.caption}, Seite ${result.page} von ${pagesOf(result)}`,
    captionHidden: true,
    small: true,
    columns: columns.map((column) => headOf(definition, column, result, options)),
    rows: result.rows.map((row) => columns.map((column) => cellOf(column, row))),
  });
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
  options: ListPageOptions,
): TableColumn {
  const base = { label: column.label, numeric: column.kind === 'number', width: column.width };
  if (!column.sortable) return base;
  const { sort } = result.query;
  const active = sort.key === column.key;
  const descending = active && !sort.descending;
  const address = listAddress(definition, options.action, result.query, {
    sort: { key: column.key, descending },
  });
  const hint = descending ? messages.list.sortDescending : messages.list.sortAscending;
  const arrow = active ? icon(sort.descending ? 'arrow-down' : 'arrow-up', 'kern-icon--small') : '';
  const head = html`<a class="lw-sort${active ? ' lw-sort--active' : ''}" href="${address}#liste-ergebnis" title="${hint}"><span>${column.label}</span>${arrow}</a>`;
  return active ? { ...base, head, sort: sort.descending ? 'descending' : 'ascending' } : { ...base, head };
}

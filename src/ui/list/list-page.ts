import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { alert } from '../alert.ts';
import { emptyState } from '../empty-state.ts';
import { formatNumber } from '../format.ts';
import { linkButton } from '../forms/button.ts';
import type { Html } from '../html.ts';
import { icon } from '../icon.ts';
import { messages } from '../messages.ts';
import { pagination } from '../pagination.ts';
import { activeChips } from './active-chips.ts';
import { listAddress, listParametersOf } from './address.ts';
import type { ListDefinition, ListResult } from './definition.ts';
import { listForm } from './list-form.ts';
import { listMark } from './list-mark.ts';
import { listTable, pagesOf } from './list-table.ts';
import { type RowSelection, selectionForm } from './row-selection.ts';

export interface ListPageOptions<Row = never> {
  /** Address of the page, without parameters. */
  readonly action: string;
  readonly caption: string;
  /** Address of the files without their ending; the page's own where nothing is said. */
  readonly files?: string | undefined;
  /** Shown while the list holds nothing at all. */
  readonly emptyState?: Html | undefined;
  /** What the address asked and the list did not understand. */
  readonly problems?: readonly FieldProblem[] | undefined;
  /** What one row is, for the count: „1 Leistung“, „12 Leistungen“. */
  readonly noun?: readonly [one: string, many: string] | undefined;
  /** Rows can be ticked, and something done with them. */
  readonly selection?: RowSelection<Row> | undefined;
}

/** The shared list: search, filters, chips, count, table, pages and exports, all by links and one GET form. */
export function listPage<Row>(
  definition: ListDefinition<Row>,
  result: ListResult<Row>,
  options: ListPageOptions<Row>,
): Html {
  const narrowed = isNarrowed(result);
  if (result.total === 0 && !narrowed && options.emptyState) return options.emptyState;
  return html`<div class="lw-list" id="liste">
${problemNotice(options)}
${listForm(definition, result, options.action)}
<section class="lw-list__result" aria-labelledby="liste-ergebnis">
<div class="lw-list__head"><h2 class="lw-list__count kern-title" id="liste-ergebnis">${countText(result, options)}</h2>${fileLinks(definition, result, options)}</div>
${listMark(definition, result, options.caption)}
${activeChips(definition, result, options.action)}
${result.total === 0 ? nothingFound(options.action) : selectionForm(definition, result, options, listTable(definition, result, options))}
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

function countText<Row>(result: ListResult<Row>, options: ListPageOptions<never>): Html {
  const [one, many] = options.noun ?? ['Treffer', 'Treffer'];
  const pages = pagesOf(result);
  const where =
    pages > 1
      ? html`<span class="lw-list__where">Seite ${formatNumber(result.page)} von ${formatNumber(pages)}</span>`
      : '';
  return html`<span>${formatNumber(result.total)} ${result.total === 1 ? one : many}</span>${where}`;
}

function problemNotice({ problems }: { readonly problems?: readonly FieldProblem[] | undefined }): Html | '' {
  if (!problems?.length) return '';
  return alert({
    kind: 'warning',
    title: messages.list.problemTitle,
    body: html`<ul class="kern-list kern-list--bullet">${problems.map((problem) => html`<li>${problem.message}</li>`)}</ul>`,
  });
}

function fileLinks<Row>(
  definition: ListDefinition<Row>,
  result: ListResult<Row>,
  { files, action, noun }: ListPageOptions<Row>,
): Html | '' {
  if (result.total === 0) return '';
  const parameters = listParametersOf(definition, { ...result.query, page: 1 }).toString();
  const link = (ending: string, label: string) =>
    html`<li><a class="kern-link kern-link--no-visited-state" download href="${files ?? action}${ending}${parameters ? `?${parameters}` : ''}">${icon('download')}<span>${label}</span></a></li>`;
  const [one, many] = noun ?? messages.list.rows;
  const all = result.total === 1 ? `1 ${one}` : `${messages.list.all} ${formatNumber(result.total)} ${many}`;
  return html`<div class="lw-list__files"><span aria-hidden="true">${all}:</span><ul class="lw-list__exports" aria-label="${all} ${messages.list.export}">${link('.xlsx', 'Excel-Datei')}${link('.csv', 'CSV-Datei')}</ul></div>`;
}

function nothingFound(action: string): Html {
  return emptyState({
    title: messages.list.nothingFound,
    body: messages.list.nothingFoundDetail,
    icon: 'search',
    action: linkButton(messages.list.reset, action, { kind: 'secondary' }),
  });
}

import { html } from 'hono/html';
import { formatNumber } from '../format.ts';
import { type ButtonOptions, button, buttonRow } from '../forms/button.ts';
import { csrfField } from '../forms/form.ts';
import { attributes, type Content, type Html, idFrom } from '../html.ts';
import { messages } from '../messages.ts';
import { listParametersOf } from './address.ts';
import type { ListDefinition, ListResult } from './definition.ts';
import type { ListIndex } from './list-index.ts';
import { readListQuery } from './query.ts';

/** What can be done with rows that somebody ticks. */
export interface RowSelection<Row> {
  readonly key: (row: Row) => string;
  /** Names the row for its box: „Wohngeld“. */
  readonly label: (row: Row) => string;
  /** Where the form is sent; `selectedRows` reads it there. */
  readonly action: string;
  readonly csrfToken?: string | undefined;
  readonly buttons: readonly (ButtonOptions & { readonly label: string })[];
  /** Further fields, such as the state that the rows shall get. */
  readonly fields?: Content;
  /** What was ticked when something was refused, so that nobody ticks it again. */
  readonly sent?: SentSelection | undefined;
}

/** A selection as it was sent: the list that it stood on, and what was ticked there. */
export interface SentSelection {
  readonly query: URLSearchParams;
  readonly ticked: ReadonlySet<string>;
  readonly all: boolean;
}

/** Names of the selection in its form. */
const names = { row: 'auswahl', all: 'alle', query: 'abfrage' } as const;

/** The table in a form that sends the ticked rows, or all that were found. Without a selection just the table. */
export function selectionForm<Row>(
  definition: ListDefinition<Row>,
  result: ListResult<Row>,
  options: {
    readonly selection?: RowSelection<Row> | undefined;
    readonly noun?: readonly [string, string] | undefined;
  },
  content: Html,
): Html {
  const { selection } = options;
  if (!selection) return content;
  const { list } = messages;
  const many = (options.noun ?? list.rows)[1];
  const query = listParametersOf(definition, result.query).toString();
  const attribute = attributes({
    class: 'lw-selection',
    method: 'post',
    action: selection.action,
    'aria-label': list.selection,
    'data-selection': true,
  });
  const all =
    result.total > result.rows.length
      ? html`<div class="lw-filter__choice"><input${attributes({ type: 'checkbox', class: 'lw-check', id: 'liste-alle', name: names.all, value: 'ja', checked: selection.sent?.all })}><label for="liste-alle">${list.selectAll(formatNumber(result.total), many)}</label></div>`
      : '';
  return html`<form${attribute}>${csrfField(selection.csrfToken)}<input type="hidden" name="${names.query}" value="${query}">${content}<div class="lw-selection__bar"><p class="kern-body kern-body--bold" role="status" data-selection-count data-none="${list.noneSelected}" data-some="${list.someSelected}">${list.tick}</p>${all}${selection.fields ?? ''}${buttonRow(...selection.buttons.map(({ label, ...more }) => button(label, { kind: 'secondary', ...more })))}</div></form>`;
}

/** The first cell of a row with its box. */
export function rowTick<Row>({ key, label, sent }: RowSelection<Row>, row: Row, content: Content): Html {
  const attribute = attributes({
    type: 'checkbox',
    class: 'lw-check',
    id: idFrom('auswahl', key(row)),
    name: names.row,
    value: key(row),
    checked: sent?.ticked.has(key(row)),
    'aria-label': `${label(row)} ${messages.list.choose}`,
    'data-tick': true,
  });
  return html`<div class="lw-tick"><input${attribute}><div>${content}</div></div>`;
}

/** The head above the boxes; its own box ticks the whole page and needs a script. */
export function pageTick(head: Html): Html {
  return html`<div class="lw-tick"><input type="checkbox" class="lw-check" aria-label="${messages.list.selectPage}" data-tick-page hidden><div>${head}</div></div>`;
}

/** Reads what was ticked on which list, to show it again where something is refused. */
export function sentSelection(form: URLSearchParams): SentSelection {
  return {
    query: new URLSearchParams(form.get(names.query) ?? ''),
    ticked: new Set(form.getAll(names.row)),
    all: form.get(names.all) === 'ja',
  };
}

/** Reads a sent selection: the ticked rows in the list's order, or all that its query finds now. */
export function selectedRows<Row>(
  definition: ListDefinition<Row>,
  index: ListIndex<Row>,
  key: (row: Row) => string,
  form: URLSearchParams,
): readonly Row[] {
  const { query } = readListQuery(definition, new URLSearchParams(form.get(names.query) ?? ''));
  if (form.get(names.all) === 'ja') return index.select(query);
  const ticked = new Set(form.getAll(names.row));
  return index.select({ ...query, search: '', filters: {} }).filter((row) => ticked.has(key(row)));
}

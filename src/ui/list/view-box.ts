import { html } from 'hono/html';
import { attributes, type Html, idFrom } from '../html.ts';
import { messages } from '../messages.ts';
import { orderText } from './address.ts';
import { type ListDefinition, type ListResult, type SortOrder, shownColumns } from './definition.ts';
import { listParameters } from './parameters.ts';
import { smallSelect } from './small-select.ts';

/** How the list is shown: by what it is sorted and grouped, and which columns stand. Works by the form's button. */
export function viewBox<Row>(definition: ListDefinition<Row>, result: ListResult<Row>): Html | '' {
  const { list } = messages;
  const fields = [
    ...sortFields(definition, result),
    groupingField(definition, result),
    columnChoice(definition, result),
  ].filter((field) => field !== '');
  if (fields.length === 0) return '';
  const changed = result.query.columns !== null || result.query.grouping !== null;
  return html`<details class="lw-filter lw-view"><summary class="lw-filter__summary"><span>${list.view}</span>${changed ? html`<span class="kern-sr-only"> ${list.viewChanged}</span>` : ''}</summary><fieldset class="lw-filter__body"><legend class="kern-sr-only">${list.view}</legend>${fields}</fieldset></details>`;
}

function sortFields<Row>(definition: ListDefinition<Row>, { query }: ListResult<Row>): readonly Html[] {
  const sortable = definition.columns.filter((column) => column.sortable);
  if (sortable.length === 0) return [];
  const choices = (chosen: SortOrder | undefined) =>
    sortable.flatMap(({ key, label }) =>
      [false, true].map((descending) => ({
        value: orderText({ key, descending }),
        label: `${label}, ${descending ? messages.list.descending : messages.list.ascending}`,
        selected: chosen?.key === key && chosen.descending === descending,
      })),
    );
  const none = (chosen: SortOrder | undefined) => ({ value: '', label: '–', selected: chosen === undefined });
  const first = smallSelect(
    'liste-sortierung',
    listParameters.sort,
    messages.list.sortBy,
    choices(query.sort),
  );
  if (sortable.length === 1) return [first];
  const further = [0, 1].slice(0, sortable.length - 1).map((position) => {
    const chosen = query.further[position];
    const id = `liste-dann-${position + 1}`;
    return smallSelect(id, listParameters.further, messages.list.thenBy, [none(chosen), ...choices(chosen)]);
  });
  return [first, ...further];
}

function groupingField<Row>({ groupings = [] }: ListDefinition<Row>, { query }: ListResult<Row>): Html | '' {
  if (groupings.length === 0) return '';
  return smallSelect('liste-gruppieren', listParameters.grouping, messages.list.groupBy, [
    { value: '', label: messages.list.notGrouped, selected: query.grouping === null },
    ...groupings.map(({ key, label }) => ({ value: key, label, selected: key === query.grouping })),
  ]);
}

function columnChoice<Row>(definition: ListDefinition<Row>, { query }: ListResult<Row>): Html | '' {
  const [, ...possible] = definition.columns.filter((column) => !column.exportOnly);
  if (possible.length < 2) return '';
  const shown = new Set(shownColumns(definition, query.columns).map(({ key }) => key));
  const usual = shownColumns(definition, null).slice(1);
  return html`<fieldset class="lw-view__columns" data-usual="${usual.map(({ key }) => key).join(' ')}"><legend class="kern-label kern-label--small">${messages.list.columns}</legend>${possible.map(
    ({ key, label }) => {
      const id = idFrom('liste-spalte', key);
      const attribute = attributes({
        type: 'checkbox',
        class: 'lw-check',
        id,
        name: listParameters.columns,
        value: key,
        checked: shown.has(key),
        'data-sends': true,
      });
      return html`<div class="lw-filter__choice"><input${attribute}><label for="${id}">${label}</label></div>`;
    },
  )}</fieldset>`;
}

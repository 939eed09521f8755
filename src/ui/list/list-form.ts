import { html } from 'hono/html';
import { formatNumber } from '../format.ts';
import { attributes, type Html, idFrom } from '../html.ts';
import { icon } from '../icon.ts';
import { messages } from '../messages.ts';
import { chosenCount, narrowPart } from '../narrow-part.ts';
import {
  defaultPageSizes,
  type FilterOption,
  type ListDefinition,
  type ListFilter,
  type ListResult,
} from './definition.ts';
import { listParameters } from './parameters.ts';
import { smallSelect } from './small-select.ts';
import { viewBox } from './view-box.ts';

/** The form of a list: search, filters, order and page size. Sends by GET, so every view has an address of its own. */
export function listForm<Row>(
  definition: ListDefinition<Row>,
  result: ListResult<Row>,
  action: string,
): Html {
  const { query } = result;
  return html`<form class="lw-list__form" method="get" action="${action}" role="search" aria-label="${messages.list.form}" data-list>
${Object.entries(query.kept).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${definition.search ? searchField(query.search, definition.searchHint) : ''}
${narrowPart({ label: messages.list.narrow, chosen: chosenIn(definition, result), body: html`${filterBoxes(definition, result)}<div class="lw-list__order">${viewBox(definition, result)}${sizeField(definition, result.size)}<button class="kern-btn kern-btn--secondary" type="submit"><span class="kern-label">${messages.list.apply}</span></button></div>` })}
<p class="kern-sr-only" role="status"></p>
</form>`;
}

function filterBoxes<Row>({ filters = [] }: ListDefinition<Row>, result: ListResult<Row>): Html | '' {
  return filters.length === 0
    ? ''
    : html`<fieldset class="lw-filters"><legend class="kern-sr-only">${messages.list.filters}</legend>${filters.map((filter) => filterBox(filter, result))}</fieldset>`;
}

function searchField(value: string, hint: string = messages.list.searchHint): Html {
  const attribute = attributes({
    class: 'kern-form-input__input',
    type: 'search',
    id: 'liste-suche',
    name: listParameters.search,
    value,
    maxlength: 200,
    autocomplete: 'off',
    'aria-describedby': 'liste-suche-hinweis',
    'data-sends': true,
  });
  return html`<div class="kern-form-input lw-search"><label class="kern-label" for="liste-suche">${messages.list.search}</label><div class="kern-input-group lw-search__row"><input${attribute}><button class="kern-btn kern-btn--primary" type="submit">${icon('search')}<span class="kern-label">${messages.list.search}</span></button></div><p class="lw-search__hint kern-body kern-body--small kern-body--muted" id="liste-suche-hinweis">${hint}</p></div>`;
}

function filterBox<Row>(filter: ListFilter<Row>, result: ListResult<Row>): Html {
  const chosen = result.query.filters[filter.key] ?? [];
  const options = result.options[filter.key] ?? [];
  const unknown = chosen.filter((value) => !options.some((option) => option.value === value));
  const all = [...unknown.map((value): FilterOption => ({ value, label: value, count: 0 })), ...options];
  return html`<details class="lw-filter"><summary class="lw-filter__summary"><span>${filter.label}</span>${chosenCount(chosen.length)}</summary>
<fieldset class="lw-filter__body"><legend class="kern-sr-only">${filter.label}</legend>${all.map((option, index) => filterChoice(filter.key, option, index, chosen.includes(option.value)))}</fieldset></details>`;
}

function chosenIn<Row>({ filters = [] }: ListDefinition<Row>, { query }: ListResult<Row>): number {
  return filters.reduce((sum, { key }) => sum + (query.filters[key]?.length ?? 0), 0);
}

function filterChoice(key: string, option: FilterOption, index: number, checked: boolean): Html {
  const id = idFrom('filter', key, index);
  const attribute = attributes({
    type: 'checkbox',
    class: 'lw-check',
    id,
    name: key,
    value: option.value,
    checked,
    'data-sends': true,
  });
  return html`<div class="lw-filter__choice"><input${attribute}><label for="${id}">${option.label}${option.count === undefined ? '' : html` <span class="lw-filter__count">${formatNumber(option.count)}</span>`}</label></div>`;
}

function sizeField<Row>(definition: ListDefinition<Row>, size: number): Html {
  const choices = (definition.pageSizes ?? defaultPageSizes).map((one) => ({
    value: String(one),
    label: String(one),
    selected: one === size,
  }));
  return smallSelect('liste-anzahl', listParameters.size, messages.list.pageSize, choices);
}

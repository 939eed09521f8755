import { html } from 'hono/html';
import type { Html } from '../html.ts';
import { icon } from '../icon.ts';
import { messages } from '../messages.ts';
import { listAddress, withoutFilterValue } from './address.ts';
import type { ListDefinition, ListResult } from './definition.ts';

/** What narrows the list at the moment; each chip is a link to the list without it. */
export function activeChips<Row>(
  definition: ListDefinition<Row>,
  result: ListResult<Row>,
  action: string,
): Html | '' {
  const { query } = result;
  const chips: Html[] = [];
  if (query.search)
    chips.push(
      chip(
        `${messages.list.searchChip}: ${query.search}`,
        listAddress(definition, action, query, { search: '' }),
      ),
    );
  for (const filter of definition.filters ?? []) {
    for (const value of query.filters[filter.key] ?? []) {
      const label = result.options[filter.key]?.find((option) => option.value === value)?.label ?? value;
      chips.push(
        chip(
          `${filter.label}: ${label}`,
          listAddress(definition, action, withoutFilterValue(query, filter.key, value)),
        ),
      );
    }
  }
  if (chips.length === 0) return '';
  const reset = listAddress(definition, action, query, { search: '', filters: {} });
  return html`<div class="lw-chips"><p class="kern-sr-only" id="liste-auswahl">${messages.list.active}</p><ul class="lw-chips__list" aria-labelledby="liste-auswahl">${chips}<li><a class="kern-link kern-link--small kern-link--no-visited-state" href="${reset}">${messages.list.reset}</a></li></ul></div>`;
}

function chip(label: string, href: string): Html {
  return html`<li><a class="lw-chip" href="${href}"><span>${label}</span>${icon('close', 'kern-icon--small')}<span class="kern-sr-only"> ${messages.list.remove}</span></a></li>`;
}

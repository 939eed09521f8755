import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import type { PageContent } from '#platform';
import { button, form, inputField, listPage } from '#ui';
import type { Catalogue } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import type { AskedList, LeistungenList } from '../views/leistungen-list.ts';
import { stateNote } from './state-note.ts';

/** The list of all Leistungen: search, filters, order, pages, exports. */
export function leistungenPage(
  catalogue: Catalogue,
  list: LeistungenList,
  parameters: URLSearchParams,
  today: LocalDate,
): PageContent {
  const asked = list.read(parameters, today);
  const result = list.run(asked);
  return {
    title: messages.listTitle,
    lead: `${messages.listLead} Stand: ${formatLocalDate(catalogue.fassung.stand)}.`,
    wide: true,
    breadcrumb: [{ label: messages.katalog, href: addresses.katalog }],
    main: html`${dateForm(asked)}
${listPage(asked.definition, result, {
  action: addresses.leistungen,
  caption: messages.listTitle,
  exportLinks: { csv: addresses.leistungenCsv, xlsx: addresses.leistungenXlsx },
  problems: asked.problems,
  noun: [messages.leistung, messages.leistungen],
})}
${stateNote(catalogue.fassung)}`,
    nextSteps: [
      { label: messages.themenfelder, href: addresses.katalog },
      { label: messages.ohneOzgTitle, href: addresses.ohneOzg },
    ],
  };
}

/** The day as of which the list stands. */
function dateForm({ datum, query }: AskedList) {
  const field = inputField({ name: 'datum', label: 'Stichtag', type: 'date', value: datum, optional: true });
  const words = query.search === '' ? '' : html`<input type="hidden" name="suche" value="${query.search}">`;
  return html`${form({ action: addresses.leistungen, method: 'get', label: 'Stichtag' }, html`<div class="lw-inline-form">${field}${button('Anzeigen', { kind: 'secondary' })}</div>${words}`)}
<p class="kern-body kern-body--small kern-body--muted">${datum === null ? messages.bestand : messages.stichtag(datum)}</p>`;
}

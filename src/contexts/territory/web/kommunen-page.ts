import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import type { PageContent } from '#platform';
import { type AnsweredList, dateForm, type Html, listPage } from '#ui';
import type { Territory } from '../domain/territory.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import type { BodiesList } from '../views/bodies-list.ts';
import type { BodyRow } from '../views/body-row.ts';

/** The list of all bodies: search, filters, order, pages, exports. */
export function kommunenPage(
  territory: Territory,
  { definition }: BodiesList,
  { result, problems }: AnsweredList<BodyRow>,
  date: LocalDate,
): PageContent {
  return {
    title: messages.listTitle,
    lead: `${messages.listLead} Größenklassen am ${formatLocalDate(date)}.`,
    wide: true,
    main: html`
${dateForm(addresses.kommunen, date)}
${listPage(definition, result, {
  action: addresses.kommunen,
  caption: messages.listTitle,
  problems,
  noun: [messages.kommune, messages.kommunen],
})}
${stateNote(territory)}`,
    nextSteps: [
      { label: 'Größenklassen und Schwellen', href: addresses.groessenklassen },
      { label: 'Katalog der Leistungen', href: '/katalog' },
    ],
  };
}

/** Of when the list is and where it comes from. */
export function stateNote(territory: Territory): Html {
  const lines = territory.bestaende.map(
    ({ titel, stand, quelle, lizenz }) =>
      `${titel}, Stand ${formatLocalDate(stand)}. Quelle: ${quelle}. Lizenz: ${lizenz}.`,
  );
  return html`<div class="lw-section">${lines.map((line) => html`<p class="kern-body kern-body--small kern-body--muted">${line}</p>`)}</div>`;
}

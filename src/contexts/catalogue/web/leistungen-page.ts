import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import type { PageContent } from '#platform';
import { listPage } from '#ui';
import type { Catalogue } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import type { LeistungenList } from '../views/leistungen-list.ts';
import { withDay } from '../views/with-day.ts';
import { dayChoice } from './day-choice.ts';
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
  const words = asked.query.search;
  return {
    title: messages.listTitle,
    lead: `${messages.listLead} Stand: ${formatLocalDate(catalogue.fassung.stand)}.`,
    wide: true,
    breadcrumb: [{ label: messages.katalog, href: withDay(addresses.katalog, asked.given) }],
    main: html`${dayChoice(addresses.leistungen, catalogue.fassung, asked.datum, words === '' ? {} : { suche: words })}
${listPage(asked.definition, result, {
  action: addresses.leistungen,
  caption: messages.listTitle,
  problems: asked.problems,
  noun: [messages.leistung, messages.leistungen],
})}
${stateNote(catalogue.fassung)}`,
    nextSteps: [
      { label: messages.themenfelder, href: withDay(addresses.katalog, asked.given) },
      { label: messages.ohneOzgTitle, href: withDay(addresses.ohneOzg, asked.given) },
    ],
  };
}

import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageContent } from '#platform';
import { listPage } from '#ui';
import type { Catalogue } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import type { LeistungenList } from '../views/leistungen-list.ts';
import { stateNote } from './state-note.ts';

/** The list of all Leistungen: search, filters, order, pages, exports. */
export function leistungenPage(
  catalogue: Catalogue,
  list: LeistungenList,
  parameters: URLSearchParams,
): PageContent {
  const asked = list.read(parameters);
  const result = list.run(asked);
  return {
    title: messages.listTitle,
    lead: `${messages.listLead} Stand: ${formatLocalDate(catalogue.fassung.stand)}.`,
    wide: true,
    breadcrumb: [{ label: messages.katalog, href: addresses.katalog }],
    main: html`
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

import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { formatNumber, table, textLink } from '#ui';
import type { AsOf } from '../domain/as-of.ts';
import type { Lage } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import { withDay } from '../views/with-day.ts';
import { dayChoice } from './day-choice.ts';
import { stateNote } from './state-note.ts';

/** A Lage: its OZG-Leistungen and how many Leistungen each bundles. */
export function lagePage({ catalogue, date }: AsOf, lage: Lage): PageContent {
  const themenfeld = catalogue.themenfeldById.get(lage.themenfeldId);
  const above = catalogue.tree.find((one) => one.themenfeld.id === lage.themenfeldId);
  const node = above?.lagen.find((one) => one.lage.id === lage.id);
  const nodes = node?.ozgLeistungen ?? [];
  return {
    title: lage.name,
    preline: messages.lage,
    lead: `${formatNumber(nodes.length)} OZG-Leistungen mit ${formatNumber(node?.leistungen ?? 0)} Leistungen.`,
    breadcrumb: [
      { label: messages.katalog, href: withDay(addresses.katalog, date) },
      ...(themenfeld
        ? [{ label: themenfeld.name, href: withDay(addresses.themenfeld(themenfeld.id), date) }]
        : []),
    ],
    main: html`
${dayChoice(addresses.lage(lage.id), catalogue.fassung, date)}
${table({
  caption: `${messages.ozgLeistungen} in der Lage „${lage.name}“`,
  captionHidden: true,
  columns: [
    { label: messages.ozgLeistung, width: 'wide' },
    { label: 'Nummer', width: 'narrow' },
    { label: messages.leistungen, numeric: true },
  ],
  rows: nodes.map(({ ozgLeistung, leistungen }) => [
    textLink(withDay(addresses.ozg(ozgLeistung.ozgId), date), ozgLeistung.name),
    String(ozgLeistung.ozgId),
    formatNumber(leistungen.length),
  ]),
})}
${stateNote(catalogue.fassung)}`,
    nextSteps: [
      {
        label: 'Alle Leistungen dieser Lage',
        href: withDay(`${addresses.leistungen}?lage=${lage.id}`, date),
      },
    ],
  };
}

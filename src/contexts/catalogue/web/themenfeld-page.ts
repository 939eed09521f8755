import { html } from 'hono/html';
import type { LocalDate } from '#kernel';
import type { PageContent } from '#platform';
import { barChart, formatNumber, section, tree } from '#ui';
import type { AsOf } from '../domain/as-of.ts';
import type { LageNode, Themenfeld } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import { withDay } from '../views/with-day.ts';
import { dayChoice } from './day-choice.ts';
import { stateNote } from './state-note.ts';

/** A Themenfeld: its Lagen with their counts, and the OZG-Leistungen below each. */
export function themenfeldPage({ catalogue, date }: AsOf, themenfeld: Themenfeld): PageContent {
  const node = catalogue.tree.find((one) => one.themenfeld.id === themenfeld.id);
  const lagen = node?.lagen ?? [];
  return {
    title: themenfeld.name,
    preline: messages.themenfeld,
    lead: `${formatNumber(lagen.length)} Lagen mit ${formatNumber(node?.leistungen ?? 0)} Leistungen.`,
    breadcrumb: [{ label: messages.katalog, href: withDay(addresses.katalog, date) }],
    main: html`
${dayChoice(addresses.themenfeld(themenfeld.id), catalogue.fassung, date)}
${section(messages.leistungenJeLage, chart(themenfeld, lagen, date))}
${section(
  messages.ozgLeistungen,
  tree(
    `${messages.ozgLeistungen} in ${themenfeld.name}`,
    lagen.map((node) => branch(node, date)),
  ),
)}
${stateNote(catalogue.fassung)}`,
    nextSteps: [
      {
        label: 'Alle Leistungen dieses Themenfelds',
        href: withDay(`${addresses.leistungen}?themenfeld=${themenfeld.id}`, date),
      },
    ],
  };
}

function chart(themenfeld: Themenfeld, lagen: readonly LageNode[], date: LocalDate | null) {
  return barChart({
    id: 'lagen',
    caption: messages.leistungenJeLage,
    description: `Wie sich die Leistungen des Themenfelds „${themenfeld.name}“ auf seine Lagen verteilen.`,
    parts: lagen.map(({ lage, leistungen }) => ({
      label: lage.name,
      value: leistungen,
      href: withDay(addresses.lage(lage.id), date),
    })),
  });
}

function branch({ lage, ozgLeistungen }: LageNode, date: LocalDate | null) {
  return {
    label: lage.name,
    href: withDay(addresses.lage(lage.id), date),
    note: `${formatNumber(ozgLeistungen.length)} OZG-Leistungen`,
    children: ozgLeistungen.map(({ ozgLeistung, leistungen }) => ({
      label: `${ozgLeistung.name} (${ozgLeistung.ozgId})`,
      href: withDay(addresses.ozg(ozgLeistung.ozgId), date),
      note: formatNumber(leistungen.length),
    })),
  };
}

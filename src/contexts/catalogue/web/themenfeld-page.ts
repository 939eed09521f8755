import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { barChart, formatNumber, section, tree } from '#ui';
import type { Catalogue, LageNode, Themenfeld } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import { stateNote } from './state-note.ts';

/** A Themenfeld: its Lagen with their counts, and the OZG-Leistungen below each. */
export function themenfeldPage(catalogue: Catalogue, themenfeld: Themenfeld): PageContent {
  const node = catalogue.tree.find((one) => one.themenfeld.id === themenfeld.id);
  const lagen = node?.lagen ?? [];
  return {
    title: themenfeld.name,
    preline: messages.themenfeld,
    lead: `${formatNumber(lagen.length)} Lagen mit ${formatNumber(node?.leistungen ?? 0)} Leistungen.`,
    breadcrumb: [{ label: messages.katalog, href: addresses.katalog }],
    main: html`
${section(messages.leistungenJeLage, chart(themenfeld, lagen))}
${section(messages.ozgLeistungen, tree(`${messages.ozgLeistungen} in ${themenfeld.name}`, lagen.map(branch)))}
${stateNote(catalogue.fassung)}`,
    nextSteps: [
      {
        label: 'Alle Leistungen dieses Themenfelds',
        href: `${addresses.leistungen}?themenfeld=${themenfeld.id}`,
      },
    ],
  };
}

function chart(themenfeld: Themenfeld, lagen: readonly LageNode[]) {
  return barChart({
    id: 'lagen',
    caption: messages.leistungenJeLage,
    description: `Wie sich die Leistungen des Themenfelds „${themenfeld.name}“ auf seine Lagen verteilen.`,
    parts: lagen.map(({ lage, leistungen }) => ({
      label: lage.name,
      value: leistungen,
      href: addresses.lage(lage.id),
    })),
  });
}

function branch({ lage, ozgLeistungen }: LageNode) {
  return {
    label: lage.name,
    href: addresses.lage(lage.id),
    note: `${formatNumber(ozgLeistungen.length)} OZG-Leistungen`,
    children: ozgLeistungen.map(({ ozgLeistung, leistungen }) => ({
      label: `${ozgLeistung.name} (${ozgLeistung.ozgId})`,
      href: addresses.ozg(ozgLeistung.ozgId),
      note: formatNumber(leistungen.length),
    })),
  };
}

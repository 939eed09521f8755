import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { formatNumber, table, textLink } from '#ui';
import type { Catalogue, Lage } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import { stateNote } from './state-note.ts';

/** A Lage: its OZG-Leistungen and how many Leistungen each bundles. */
export function lagePage(catalogue: Catalogue, lage: Lage): PageContent {
  const themenfeld = catalogue.themenfeldById.get(lage.themenfeldId);
  const above = catalogue.tree.find((one) => one.themenfeld.id === lage.themenfeldId);
  const node = above?.lagen.find((one) => one.lage.id === lage.id);
  const nodes = node?.ozgLeistungen ?? [];
  return {
    title: lage.name,
    preline: messages.lage,
    lead: `${formatNumber(nodes.length)} OZG-Leistungen mit ${formatNumber(node?.leistungen ?? 0)} Leistungen.`,
    breadcrumb: [
      { label: messages.katalog, href: addresses.katalog },
      ...(themenfeld ? [{ label: themenfeld.name, href: addresses.themenfeld(themenfeld.id) }] : []),
    ],
    main: html`
${table({
  caption: `${messages.ozgLeistungen} in der Lage „${lage.name}“`,
  captionHidden: true,
  columns: [
    { label: messages.ozgLeistung, width: 'wide' },
    { label: 'Nummer', width: 'narrow' },
    { label: messages.leistungen, numeric: true },
  ],
  rows: nodes.map(({ ozgLeistung, leistungen }) => [
    textLink(addresses.ozg(ozgLeistung.ozgId), ozgLeistung.name),
    String(ozgLeistung.ozgId),
    formatNumber(leistungen.length),
  ]),
})}
${stateNote(catalogue.fassung)}`,
    nextSteps: [{ label: 'Alle Leistungen dieser Lage', href: `${addresses.leistungen}?lage=${lage.id}` }],
  };
}

import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import type { PageContent } from '#platform';
import { barChart, button, form, formatNumber, inputField, section, statTiles, tree } from '#ui';
import type { Catalogue, ThemenfeldNode } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import { addresses } from '../views/addresses.ts';
import { stateNote } from './state-note.ts';

/** The entry to the catalogue: what it is, how much it holds, and the ways into it. */
export function katalogPage(catalogue: Catalogue): PageContent {
  return {
    title: messages.katalogTitle,
    lead: messages.katalogLead,
    main: html`
<div class="lw-stack">${searchForm()}${statTiles(tiles(catalogue))}</div>
${section(messages.leistungenJeThemenfeld, chart(catalogue))}
${section(messages.aufbau, tree(messages.aufbau, catalogue.tree.map(branch)))}
${stateNote(catalogue.fassung)}`,
    nextSteps: [
      { label: messages.alleLeistungen, href: addresses.leistungen },
      { label: messages.ohneOzgTitle, href: addresses.ohneOzg },
      { label: 'Fassungen des Katalogs', href: addresses.fassungen },
      { label: 'Was sich zuletzt geändert hat', href: addresses.aenderungen },
    ],
  };
}

function searchForm() {
  return form(
    { action: addresses.leistungen, method: 'get', label: messages.searchLabel },
    html`${inputField({
      name: 'suche',
      label: messages.searchLabel,
      hint: messages.searchHint,
      type: 'search',
      optional: true,
      maxLength: 200,
    })}${button(messages.searchButton, { icon: 'search' })}`,
  );
}

function tiles(catalogue: Catalogue) {
  const count = (rows: readonly unknown[]) => formatNumber(rows.length);
  return [
    { label: messages.themenfelder, value: count(catalogue.themenfelder) },
    { label: messages.lagen, value: count(catalogue.lagen) },
    { label: messages.ozgLeistungen, value: count(catalogue.ozgLeistungen) },
    {
      label: messages.leistungen,
      value: count(catalogue.leistungen),
      href: addresses.leistungen,
      note: `Stand ${formatLocalDate(catalogue.fassung.stand)}`,
    },
    { label: messages.ohneOzg, value: count(catalogue.ohneOzg), href: addresses.ohneOzg },
  ];
}

function chart(catalogue: Catalogue) {
  return barChart({
    id: 'themenfelder',
    caption: messages.leistungenJeThemenfeld,
    description: `Wie viele der ${formatNumber(catalogue.leistungen.length)} Leistungen zu jedem der ${catalogue.themenfelder.length} Themenfelder gehören.`,
    parts: [
      ...catalogue.tree.map(({ themenfeld, leistungen }) => ({
        label: themenfeld.name,
        value: leistungen,
        href: addresses.themenfeld(themenfeld.id),
      })),
      { label: messages.ohneOzg, value: catalogue.ohneOzg.length, href: addresses.ohneOzg, tone: 'none' },
    ],
  });
}

function branch({ themenfeld, lagen, leistungen }: ThemenfeldNode) {
  return {
    label: themenfeld.name,
    href: addresses.themenfeld(themenfeld.id),
    note: leistungenText(leistungen),
    children: lagen.map((node) => ({
      label: node.lage.name,
      href: addresses.lage(node.lage.id),
      note: leistungenText(node.leistungen),
    })),
  };
}

function leistungenText(count: number): string {
  return count === 1 ? '1 Leistung' : `${formatNumber(count)} Leistungen`;
}

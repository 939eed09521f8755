import { html } from 'hono/html';
import { badge, textLink } from '#ui';
import type { Bestellzustand } from '../domain/bestellung.ts';
import type { Kriterienstand } from '../domain/mindestkriterien.ts';
import type { Preis } from '../domain/preisblatt.ts';
import { euro } from '../geld.ts';
import { preisluecke, zustandLabel } from '../messages.ts';
import type { Eigenstand } from '../use-cases/read-marktplatz.ts';

const kinds = {
  vorbereitet: 'warning',
  gezeichnet: 'info',
  angenommen: 'success',
  abgelehnt: 'danger',
  zurueckgezogen: 'neutral',
  beendet: 'neutral',
} as const;

/** The state of an order as word, icon and colour. */
export function bestellBadge(zustand: Bestellzustand) {
  return badge(kinds[zustand], zustandLabel[zustand]);
}

export const eigenstandLabel: Readonly<Record<Eigenstand, string>> = {
  nichts: 'noch nichts',
  interesse: 'Interesse bekundet',
  'fuer-alle': 'für alle bestellt',
  ...zustandLabel,
};

export function eigenstandBadge(stand: Eigenstand) {
  if (stand === 'nichts') return 'noch nichts';
  if (stand === 'interesse') return badge('neutral', eigenstandLabel.interesse);
  return stand === 'fuer-alle' ? badge('success', eigenstandLabel['fuer-alle']) : bestellBadge(stand);
}

/** The yearly price, or why nobody knows it. */
export function jahresText(preis: Preis): string {
  return preis.jahrCent === null ? 'noch kein Preis' : euro(preis.jahrCent);
}

export function warumKeinPreis({ luecke }: Preis): string {
  return luecke === null ? '' : preisluecke[luecke];
}

/** „4 von 6 erfüllt, 2 nicht beurteilt“. */
export function kriterienText({ erfuellt, unbekannt, von }: Kriterienstand): string {
  if (unbekannt === von) return 'nicht beurteilt';
  return `${erfuellt} von ${von} erfüllt${unbekannt === 0 ? '' : `, ${unbekannt} nicht beurteilt`}`;
}

export const dienstHref = (dienst: string) => `/marktplatz/${dienst}`;
export const bestellungHref = (id: string) => `/bestellungen/${id}`;
export const krumeMarkt = { label: 'Marktplatz', href: '/marktplatz' } as const;

/** Entries as a list. */
export function points(values: readonly (string | ReturnType<typeof textLink>)[]) {
  return html`<ul class="kern-list kern-list--bullet">${values.map((value) => html`<li>${value}</li>`)}</ul>`;
}

/** A link to a signed paper. */
export function paperLink(id: string, label = 'Unterschriebenes Papier') {
  return textLink(`/bestellungen/dateien/${id}`, label);
}

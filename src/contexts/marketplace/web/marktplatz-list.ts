import { html } from 'hono/html';
import { distinctOptions, type ListColumn, type ListDefinition, textLink } from '#ui';
import type { Marktzeile } from '../use-cases/read-marktplatz.ts';
import { jahrespreisText, ohnePreisblattText } from './dienst-facts.ts';
import {
  dienstHref,
  eigenstandBadge,
  eigenstandLabel,
  jahresText,
  kriterienText,
  warumKeinPreis,
} from './parts.ts';

type Column = ListColumn<Marktzeile>;

const dienst: Column = {
  key: 'titel',
  label: 'Onlinedienst',
  value: ({ offering }) => offering.angebot.data.title,
  cell: ({ offering: { angebot } }) =>
    html`${textLink(dienstHref(angebot.dienst), angebot.data.title)}<p class="kern-body kern-body--small kern-body--muted">${angebot.data.summary}</p>`,
  sortable: true,
  width: 'wide',
};

/** What it costs the own Kommune, as a number or with why nobody knows it. */
const ownPrice: Column = {
  key: 'jahr',
  label: 'Kostet Ihre Kommune im Jahr (Euro)',
  kind: 'number',
  value: ({ preis }) => (preis.jahrCent === null ? null : preis.jahrCent / 100),
  cell: ({ preis }) =>
    preis.jahrCent === null
      ? html`noch kein Preis<p class="kern-body kern-body--small kern-body--muted">${warumKeinPreis(preis)}</p>`
      : jahresText(preis),
  sortable: true,
};

/** Somebody of no Kommune reads the whole sheet. */
const sheetPrice: Column = {
  key: 'jahr',
  label: 'Kostet im Jahr',
  value: ({ offering: { preisblatt } }) =>
    preisblatt ? jahrespreisText(preisblatt.inhalt.jaehrlich) : ohnePreisblattText,
  sortable: true,
};

const ownColumns: readonly Column[] = [
  {
    key: 'luecken',
    label: 'Schließt Lücken',
    kind: 'number',
    value: ({ luecken }) => luecken,
    sortable: true,
  },
  {
    key: 'stand',
    label: 'Ihr Stand',
    value: ({ stand }) => eigenstandLabel[stand ?? 'nichts'],
    cell: ({ stand }) => eigenstandBadge(stand ?? 'nichts'),
    sortable: true,
  },
];

const about: readonly Column[] = [
  {
    key: 'anbieter',
    label: 'Anbieter',
    value: ({ offering }) => offering.angebot.anbieter,
    sortable: true,
  },
  {
    key: 'kriterien',
    label: 'EfA-Kriterien',
    value: ({ kriterien }) => kriterienText(kriterien),
    sortable: true,
  },
  { key: 'live', label: 'Kommunen live', kind: 'number', value: ({ live }) => live, sortable: true },
  {
    key: 'einmalig',
    label: 'Einmalig (Euro)',
    kind: 'number',
    value: ({ einmalig: { art, cent } }) =>
      art === 'faellig' ? (cent ?? 0) / 100 : art === 'keine' ? 0 : null,
    hidden: true,
    sortable: true,
  },
  {
    key: 'eingestellt',
    label: 'Angeboten bis',
    kind: 'date',
    value: ({ inhalt }) => inhalt.eingestelltZum,
    hidden: true,
    sortable: true,
  },
  { key: 'kennung', label: 'Kennung', value: ({ offering }) => offering.angebot.dienst, exportOnly: true },
  { key: 'fassung', label: 'Fassung', value: ({ offering }) => offering.angebot.fassung, exportOnly: true },
  {
    key: 'leika',
    label: 'LeiKa-Schlüssel',
    value: ({ offering }) => offering.angebot.data.covers.map(({ leika }) => leika).join(', '),
    exportOnly: true,
  },
];

/** Whether a price is known: for one's own Kommune, or at all. */
export function hatPreis({ preis, offering }: Marktzeile, own: boolean): boolean {
  return own ? preis.jahrCent !== null : offering.preisblatt !== null;
}

/** The list of the marketplace; `own` for somebody of a Kommune, who sees prices and gaps of that Kommune. */
export function marktliste(own: boolean): ListDefinition<Marktzeile> {
  return {
    id: 'marktplatz',
    defaultSort: { key: 'titel', descending: false },
    search: ({ offering: { angebot } }) =>
      `${angebot.data.title} ${angebot.data.summary} ${angebot.anbieter} ${angebot.dienst} ${angebot.data.covers.map(({ name, leika }) => `${name} ${leika}`).join(' ')}`,
    columns: [dienst, own ? ownPrice : sheetPrice, ...(own ? ownColumns : []), ...about],
    filters: [
      {
        key: 'anbieter',
        label: 'Anbieter',
        options: distinctOptions(({ offering }: Marktzeile) => offering.angebot.anbieter),
        values: ({ offering }) => offering.angebot.anbieter,
      },
      {
        key: 'preis',
        label: 'Preis',
        options: [
          { value: 'ja', label: 'mit Preis' },
          { value: 'nein', label: 'noch kein Preis' },
        ],
        values: (zeile) => (hatPreis(zeile, own) ? 'ja' : 'nein'),
      },
      ...(own ? ownFilters : []),
    ],
  };
}

const ownFilters: NonNullable<ListDefinition<Marktzeile>['filters']> = [
  {
    key: 'luecke',
    label: 'Lücken',
    options: [
      { value: 'ja', label: 'schließt eine Lücke' },
      { value: 'nein', label: 'schließt keine' },
    ],
    values: ({ luecken }) => ((luecken ?? 0) > 0 ? 'ja' : 'nein'),
  },
  {
    key: 'stand',
    label: 'Ihr Stand',
    options: distinctOptions(
      ({ stand }: Marktzeile) => stand,
      (value) => Object.entries(eigenstandLabel).find(([key]) => key === value)?.[1] ?? value,
    ),
    values: ({ stand }) => stand,
  },
];

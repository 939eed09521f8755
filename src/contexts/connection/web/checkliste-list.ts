import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { badge, formatInstant, type ListDefinition, textLink } from '#ui';
import { gruppen, parteien } from '../domain/punkt.ts';
import { staende } from '../domain/stand.ts';
import { gruppeLabel, parteiLabel, standLabel } from '../messages.ts';
import type { Begleiter } from '../use-cases/begleiter.ts';
import type { PunktZeile } from '../views/zeilen.ts';
import { addressOf, standBadge } from './parts.ts';

/** The checklist as a list: who, what, how it stands, by when. */
export function checkliste(begleiter: Begleiter, dienst: string): ListDefinition<PunktZeile> {
  return {
    id: 'checkliste',
    keeps: ['kommune'],
    pageSizes: [50, 100],
    defaultSort: { key: 'nr', descending: false },
    search: ({ punkt }) => `${punkt.id} ${punkt.titel} ${punkt.was} ${punkt.wie}`,
    columns: [
      {
        key: 'punkt',
        label: 'Punkt',
        value: ({ punkt }) => punkt.titel,
        cell: ({ punkt }) =>
          html`${textLink(addressOf(begleiter, dienst, `checkliste/${punkt.id}`), punkt.titel)}${punkt.pflicht ? '' : html` ${badge('neutral', 'freiwillig')}`}`,
        sortable: true,
        width: 'wide',
      },
      { key: 'wer', label: 'Wer', value: ({ punkt }) => parteiLabel[punkt.wer], sortable: true },
      {
        key: 'stand',
        label: 'Stand',
        value: ({ stand }) => standLabel[stand],
        cell: ({ stand, befund, wartetAuf }) =>
          html`${standBadge(stand)}${stand === 'wartet' ? html` auf ${wartetAuf.map((titel) => `„${titel}“`).join(', ')}` : ''}${stand === 'erledigt' && befund !== null ? html` ${badge('warning', 'Prüfung widerspricht')}` : ''}`,
        sortable: true,
      },
      {
        key: 'faellig',
        label: 'Fällig',
        kind: 'date',
        value: ({ faelligAm }) => faelligAm,
        cell: ({ faelligAm, ueberfaellig }) =>
          faelligAm === null
            ? '–'
            : html`${formatLocalDate(faelligAm)}${ueberfaellig ? html` ${badge('warning', 'überfällig')}` : ''}`,
        sortable: true,
      },
      {
        key: 'gueltig',
        label: 'Gilt bis',
        kind: 'date',
        value: ({ fakt }) => fakt?.gueltigBis ?? null,
        sortable: true,
      },
      ...further,
    ],
    filters: [
      {
        key: 'wer',
        label: 'Wer',
        options: parteien.map((value) => ({ value, label: parteiLabel[value] })),
        values: ({ punkt }) => punkt.wer,
      },
      {
        key: 'stand',
        label: 'Stand',
        options: staende.map((value) => ({ value, label: standLabel[value] })),
        values: ({ stand }) => stand,
      },
      {
        key: 'noetig',
        label: 'Nötig',
        options: [
          { value: 'ja', label: 'nötig' },
          { value: 'nein', label: 'freiwillig' },
        ],
        values: ({ punkt }) => (punkt.pflicht ? 'ja' : 'nein'),
      },
      {
        key: 'pruefung',
        label: 'Prüfung',
        options: [{ value: 'widerspricht', label: 'widerspricht' }],
        values: ({ stand, befund }) => (stand === 'erledigt' && befund !== null ? 'widerspricht' : ''),
      },
      {
        key: 'gruppe',
        label: 'Abschnitt',
        options: gruppen.map((value) => ({ value, label: gruppeLabel[value] })),
        values: ({ punkt }) => punkt.gruppe,
      },
    ],
    groupings: [
      { key: 'gruppe', label: 'Abschnitt', value: ({ punkt }) => gruppeLabel[punkt.gruppe] },
      { key: 'wer', label: 'Wer', value: ({ punkt }) => parteiLabel[punkt.wer] },
    ],
  };
}

const further: ListDefinition<PunktZeile>['columns'] = [
  {
    key: 'nr',
    label: 'Abschnitt',
    value: ({ punkt }) => gruppen.indexOf(punkt.gruppe),
    exportOnly: true,
    kind: 'number',
  },
  {
    key: 'gruppe',
    label: 'Name des Abschnitts',
    value: ({ punkt }) => gruppeLabel[punkt.gruppe],
    exportOnly: true,
  },
  { key: 'pflicht', label: 'Pflicht', value: ({ punkt }) => punkt.pflicht, exportOnly: true },
  { key: 'nachweis', label: 'Nachweis', value: ({ fakt }) => fakt?.nachweis ?? null, exportOnly: true },
  { key: 'grund', label: 'Grund', value: ({ fakt }) => fakt?.grund ?? null, exportOnly: true },
  { key: 'haus', label: 'Eingetragen von', value: ({ fakt }) => fakt?.haus ?? null, exportOnly: true },
  {
    key: 'am',
    label: 'Eingetragen am',
    value: ({ fakt }) => (fakt ? formatInstant(fakt.am) : null),
    exportOnly: true,
  },
  {
    key: 'wartetAuf',
    label: 'Wartet auf',
    value: ({ wartetAuf }) => wartetAuf.join(', ') || null,
    exportOnly: true,
  },
  { key: 'befund', label: 'Befund der Prüfung', value: ({ befund }) => befund, exportOnly: true },
  { key: 'quelle', label: 'Quelle', value: ({ punkt }) => punkt.quelle ?? 'Annahme', exportOnly: true },
];

import { html } from 'hono/html';
import { badge, type ListDefinition, textLink } from '#ui';
import { abgabeLabel, zustandLabel } from '../messages.ts';
import type { Umfragezeile, Wer } from '../use-cases/read-umfragen.ts';
import { abgabeBadge, zustandBadge } from './parts.ts';
import { address } from './wer.ts';

export function umfrageliste(art: Wer['art']): ListDefinition<Umfragezeile> {
  const asks = art === 'fragt';
  return {
    id: 'bedarfsabfragen',
    defaultSort: { key: 'frist', descending: true },
    search: ({ umfrage }) => `${umfrage.titel} ${umfrage.beschreibung}`,
    columns: [
      {
        key: 'titel',
        label: 'Bedarfsabfrage',
        value: ({ umfrage }) => umfrage.titel,
        cell: ({ umfrage }) =>
          html`${textLink(address(umfrage.id), umfrage.titel)}${umfrage.erfunden ? html` ${badge('neutral', 'erfunden')}` : ''}`,
        sortable: true,
        width: 'wide',
      },
      {
        key: 'zustand',
        label: 'Zustand',
        value: ({ zustand }) => zustandLabel[zustand],
        cell: ({ zustand }) => zustandBadge(zustand),
        sortable: true,
      },
      { key: 'frist', label: 'Frist', kind: 'date', value: ({ umfrage }) => umfrage.frist, sortable: true },
      {
        key: 'nachfrist',
        label: 'Nachfrist',
        kind: 'date',
        value: ({ umfrage }) => umfrage.nachfrist,
        hidden: true,
      },
      {
        key: 'gefragt',
        label: asks ? 'Gefragte Kommunen' : 'Leistungen',
        kind: 'number',
        value: ({ gefragt }) => gefragt,
        sortable: true,
      },
      {
        key: 'fertig',
        label: asks ? 'Davon freigegeben' : 'Davon beantwortet',
        kind: 'number',
        value: ({ fertig }) => fertig,
        sortable: true,
      },
      ...(asks
        ? []
        : [
            {
              key: 'abgabe',
              label: 'Ihre Antworten',
              value: ({ teilnahme }: Umfragezeile) => abgabeLabel[teilnahme?.zustand ?? 'unbearbeitet'],
              cell: ({ teilnahme }: Umfragezeile) => abgabeBadge(teilnahme?.zustand ?? 'unbearbeitet'),
            },
          ]),
      { key: 'kennung', label: 'Kennung', value: ({ umfrage }) => umfrage.id, exportOnly: true },
    ],
    filters: [
      {
        key: 'zustand',
        label: 'Zustand',
        options: Object.entries(zustandLabel).map(([value, label]) => ({ value, label })),
        values: ({ zustand }) => zustand,
      },
    ],
  };
}

import { html } from 'hono/html';
import { badge, distinctOptions, formatInstant, type ListDefinition, textLink } from '#ui';
import { adressaten, type RueckfrageZeile } from '../domain/rueckfrage.ts';
import { zustaende } from '../domain/zustand.ts';
import { adressatLabel, zustandLabel } from '../messages.ts';
import { type RecordKind, recordText } from '../record-kind.ts';
import { zustandBadge } from './zustand-badge.ts';

/** The list of questions: what the person has not read comes first. */
export function rueckfragenDefinition(records: readonly RecordKind[]): ListDefinition<RueckfrageZeile> {
  const artLabel = (art: string) => records.find((kind) => kind.art === art)?.label ?? art;
  return {
    id: 'rueckfragen',
    defaultSort: { key: 'ungelesen', descending: true },
    keeps: ['zu'],
    search: ({ betreff, frage, haus, empfaenger, record }) =>
      `${betreff} ${frage} ${haus} ${empfaenger} ${record.name} ${record.id}`,
    columns: [
      {
        key: 'ungelesen',
        label: 'Gelesen',
        value: ({ ungelesen }) => (ungelesen ? 'neu' : 'gelesen'),
        cell: ({ ungelesen }) => (ungelesen ? badge('info', 'neu') : 'gelesen'),
        sortable: true,
        width: 'narrow',
      },
      {
        key: 'betreff',
        label: 'Rückfrage',
        value: ({ betreff }) => betreff,
        cell: ({ id, betreff, record }) =>
          html`${textLink(`/rueckfragen/${id}`, betreff)}<br><span class="kern-body--small kern-body--muted">${artLabel(record.art)}: ${record.name}</span>`,
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
      { key: 'haus', label: 'Von', value: ({ haus }) => haus, sortable: true },
      { key: 'an', label: 'An', value: anText, sortable: true },
      {
        key: 'beitraege',
        label: 'Beiträge',
        kind: 'number',
        value: ({ beitraege }) => beitraege,
        sortable: true,
      },
      {
        key: 'zuletzt',
        label: 'Zuletzt',
        value: ({ zuletztAm }) => zuletztAm.toISOString(),
        cell: ({ zuletztAm, zuletztVon }) => html`${formatInstant(zuletztAm)}<br>${zuletztVon}`,
        sortable: true,
      },
      { key: 'zu', label: 'Zu', value: ({ record }) => record.name, exportOnly: true },
      { key: 'kennung', label: 'Kennung', value: ({ record }) => recordText(record), exportOnly: true },
      { key: 'frage', label: 'Frage', value: ({ frage }) => frage, exportOnly: true },
    ],
    filters: [
      {
        key: 'gelesen',
        label: 'Gelesen',
        options: [
          { value: 'nein', label: 'ungelesen' },
          { value: 'ja', label: 'gelesen' },
        ],
        values: ({ ungelesen }) => (ungelesen ? 'nein' : 'ja'),
      },
      {
        key: 'zustand',
        label: 'Zustand',
        options: zustaende.map((value) => ({ value, label: zustandLabel[value] })),
        values: ({ zustand }) => zustand,
      },
      {
        key: 'art',
        label: 'Zu',
        options: distinctOptions(({ record }) => record.art, artLabel),
        values: ({ record }) => record.art,
      },
      {
        key: 'adressat',
        label: 'Adressat',
        options: adressaten.map((value) => ({ value, label: adressatLabel[value] })),
        values: ({ adressat }) => adressat,
      },
    ],
  };
}

/** Whom a question addresses, in words. */
export function anText({ adressat, empfaenger }: Pick<RueckfrageZeile, 'adressat' | 'empfaenger'>): string {
  return adressat === 'verbund' ? `alle Kommunen im Verbund von ${empfaenger}` : empfaenger;
}

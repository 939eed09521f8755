import { html } from 'hono/html';
import { evidenceLabel, formatLocalDate, type LocalDate } from '#kernel';
import { badge, distinctOptions, evidenceBadge, type ListDefinition, textLink } from '#ui';
import { type RadarStand, type RadarZeile, radarStaende } from '../domain/radar.ts';
import { standLabel, verpflichtetLabel } from './labels.ts';

const badgeOfStand: Readonly<Record<RadarStand, 'warning' | 'info' | 'neutral' | 'success' | 'strong'>> = {
  jetzt: 'warning',
  gilt: 'strong',
  jederzeit: 'success',
  kommt: 'info',
  vorbei: 'neutral',
};

/** The radar as a list: what, from when, by when, who, for how many own Leistungen. */
export function radarDefinition(ags: string, date: LocalDate): ListDefinition<RadarZeile> {
  return {
    id: `radar-${ags}`,
    keeps: ['datum'],
    // No column has this key: the rows stay as they come, what is due first.
    defaultSort: { key: 'dringend-zuerst', descending: false },
    search: ({ titel, norm, tun, wer }) => `${titel} ${norm} ${tun} ${wer}`,
    columns: [
      {
        key: 'titel',
        label: 'Was?',
        value: ({ titel }) => titel,
        cell: (zeile) =>
          html`${textLink(`/kommunen/${ags}/radar/${zeile.id}?datum=${date}`, zeile.titel)}<p class="kern-body kern-body--small">${zeile.tun}</p>`,
        sortable: true,
        width: 'wide',
      },
      {
        key: 'stand',
        label: 'Stand',
        value: ({ stand }) => standLabel[stand],
        cell: ({ stand }) => badge(badgeOfStand[stand], standLabel[stand]),
        sortable: true,
      },
      {
        key: 'beginn',
        label: 'Beginnen',
        kind: 'date',
        value: ({ beginnAm }) => beginnAm,
        cell: ({ beginnAm }) => (beginnAm === null ? '–' : formatLocalDate(beginnAm)),
        sortable: true,
      },
      {
        key: 'faellig',
        label: 'Tag',
        kind: 'date',
        value: ({ faelligAm }) => faelligAm,
        cell: ({ faelligAm }) => (faelligAm === null ? '–' : formatLocalDate(faelligAm)),
        sortable: true,
      },
      {
        key: 'betroffen',
        label: 'Eigene Leistungen',
        kind: 'number',
        value: ({ leistungen }) => leistungen.length,
        sortable: true,
      },
      { key: 'wer', label: 'Wer?', value: ({ wer }) => wer, sortable: true },
      {
        key: 'beleg',
        label: 'Beleg',
        value: ({ evidenz }) => evidenceLabel[evidenz],
        cell: ({ evidenz }) => evidenceBadge(evidenz),
        sortable: true,
      },
      ...exportColumns,
    ],
    filters: [
      {
        key: 'stand',
        label: 'Stand',
        options: radarStaende.map((value) => ({ value, label: standLabel[value] })),
        values: ({ stand }) => stand,
      },
      {
        key: 'betrifft',
        label: 'Betrifft',
        options: [
          { value: 'eigene', label: 'eigene Leistungen' },
          { value: 'keine', label: 'keine eigene Leistung' },
        ],
        values: ({ leistungen }) => (leistungen.length > 0 ? 'eigene' : 'keine'),
      },
      {
        key: 'wer',
        label: 'Wer',
        options: distinctOptions(({ wer }: RadarZeile) => wer),
        values: ({ wer }) => wer,
      },
    ],
  };
}

const exportColumns: ListDefinition<RadarZeile>['columns'] = [
  { key: 'tun', label: 'Was tun?', value: ({ tun }) => tun, exportOnly: true },
  { key: 'norm', label: 'Norm', value: ({ norm }) => norm, exportOnly: true },
  {
    key: 'verpflichtet',
    label: 'Wer ist verpflichtet?',
    value: ({ verpflichtet }) => verpflichtet && verpflichtetLabel[verpflichtet],
    exportOnly: true,
  },
  { key: 'bindung', label: 'Bindung', value: ({ bindung }) => bindung, exportOnly: true },
  {
    key: 'vorlauf',
    label: 'Vorlauf in Tagen',
    kind: 'number',
    value: ({ vorlaufTage }) => vorlaufTage,
    exportOnly: true,
  },
  {
    key: 'vorlaufGrund',
    label: 'Vorlauf: Grund',
    value: ({ vorlaufGrund }) => vorlaufGrund,
    exportOnly: true,
  },
  { key: 'quelle', label: 'Quelle', value: ({ quelle }) => quelle.title, exportOnly: true },
  { key: 'hinweis', label: 'Hinweis', value: ({ hinweis }) => hinweis, exportOnly: true },
];

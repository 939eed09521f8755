import { type ListDefinition, textLink } from '#ui';
import { sectionCount } from '../domain/score.ts';
import { bandOf, bands, levelsOf, onlineLabel, zustaendigLabel } from '../messages.ts';
import type { QualityRow } from '../use-cases/read-quality.ts';
import { paths } from './paths.ts';

const levels = ['Gemeinde', 'Kreis', 'Land', 'Bund', 'ohne Text'];

/** The list of a Kommune: what it shows, and by what it is narrowed. */
export function qualityColumns(ags: string): ListDefinition<QualityRow> {
  return {
    id: 'qualitaet',
    defaultSort: { key: 'punkte', descending: false },
    search: ({ leistung: { name, id, leika } }) => `${name} ${id} ${leika ?? ''}`,
    columns: [
      {
        key: 'leistung',
        label: 'Leistung',
        value: ({ leistung }) => leistung.name,
        cell: ({ leistung }) => textLink(paths.leistung(ags, leistung.id), leistung.name),
        sortable: true,
        width: 'wide',
      },
      { key: 'id', label: 'Kennung', value: ({ leistung }) => leistung.id, exportOnly: true },
      { key: 'punkte', label: 'Punkte', kind: 'number', value: ({ punkte }) => punkte, sortable: true },
      {
        key: 'zustaendig',
        label: 'Zuständig',
        value: ({ zustaendig }) => zustaendigLabel[zustaendig],
        sortable: true,
      },
      { key: 'ebenen', label: 'Texte von', value: (row) => levelsOf(row).join(', '), sortable: true },
      {
        key: 'abschnitte',
        label: `Abschnitte von ${sectionCount}`,
        kind: 'number',
        value: ({ abschnitte }) => abschnitte,
        sortable: true,
      },
      { key: 'stand', label: 'Ältester Text', kind: 'date', value: ({ stand }) => stand, sortable: true },
      {
        key: 'lesbarkeit',
        label: 'Verständlichkeit',
        kind: 'number',
        value: ({ lesbarkeit }) => lesbarkeit,
        sortable: true,
        hidden: true,
      },
      { key: 'online', label: 'Onlinedienst', value: ({ online }) => onlineLabel[online], sortable: true },
      {
        key: 'amt',
        label: 'Amt',
        value: ({ amt }) => (amt ? 'genannt' : 'fehlt'),
        sortable: true,
        hidden: true,
      },
      {
        key: 'woerter',
        label: 'Wörter',
        kind: 'number',
        value: ({ woerter }) => woerter,
        sortable: true,
        hidden: true,
      },
      {
        key: 'kaputt',
        label: 'Links mit Fehler',
        kind: 'number',
        value: ({ kaputt }) => kaputt,
        sortable: true,
      },
      {
        key: 'faellig',
        label: 'Durchsicht',
        value: ({ faellig }) => (faellig ? 'fällig' : ''),
        sortable: true,
      },
    ],
    filters: [
      { key: 'band', label: 'Punkte', options: bands, values: ({ punkte }) => bandOf(punkte) },
      {
        key: 'zustaendig',
        label: 'Zuständig',
        options: Object.entries(zustaendigLabel).map(([value, label]) => ({ value, label })),
        values: ({ zustaendig }) => zustaendig,
      },
      {
        key: 'text',
        label: 'Texte von',
        options: levels.map((value) => ({ value, label: value })),
        values: (row) => levelsOf(row),
      },
      {
        key: 'durchsicht',
        label: 'Durchsicht',
        options: [{ value: 'faellig', label: 'fällig' }],
        values: ({ faellig }) => (faellig ? 'faellig' : null),
      },
      {
        key: 'links',
        label: 'Links',
        options: [{ value: 'fehler', label: 'mit Fehler' }],
        values: ({ kaputt }) => (kaputt > 0 ? 'fehler' : null),
      },
    ],
  };
}

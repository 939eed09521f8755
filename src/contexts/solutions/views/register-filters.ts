import { distinctOptions, type ListDefinition } from '#ui';
import { efaBereitschaft, efaBereitschaften } from '../domain/efa-kriterien.ts';
import { loesungsarten, loesungsstatus } from '../domain/loesung.ts';
import { artLabel, bereitschaftLabel, statusLabel } from '../messages.ts';
import type { RegisterRow } from './register-row.ts';

const levels = (key: 'reifegrad11' | 'reifegrad20') => (row: RegisterRow) => [
  ...new Set(row.stand.inhalt.leistungen.map((each) => (each[key] === null ? 'keine' : String(each[key])))),
];
const levelOptions = (highest: number) => [
  ...Array.from({ length: highest + 1 }, (_, level) => ({ value: String(level), label: `Stufe ${level}` })),
  { value: 'keine', label: 'keine Angabe' },
];

/** By what the register can be narrowed. */
export const registerFilters: NonNullable<ListDefinition<RegisterRow>['filters']> = [
  {
    key: 'art',
    label: 'Art',
    options: loesungsarten.map((value) => ({ value, label: artLabel[value] })),
    values: ({ stand }) => stand.inhalt.art,
  },
  {
    key: 'status',
    label: 'Status',
    options: loesungsstatus.map((value) => ({ value, label: statusLabel[value] })),
    values: ({ stand }) => stand.status,
  },
  {
    key: 'anbieter',
    label: 'Anbieter',
    options: distinctOptions(({ stand }: RegisterRow) => stand.inhalt.anbieter),
    values: ({ stand }) => stand.inhalt.anbieter,
  },
  {
    key: 'themenfeld',
    label: 'Themenfeld',
    options: distinctOptions(({ themenfelder }: RegisterRow) => themenfelder),
    values: ({ themenfelder }) => themenfelder,
  },
  {
    key: 'leistung',
    label: 'Leistung',
    options: leistungOptions,
    values: ({ leistungen }) => leistungen.map(({ id }) => id),
  },
  {
    key: 'efa',
    label: 'EfA-Mindestanforderungen',
    options: efaBereitschaften.map((value) => ({ value, label: bereitschaftLabel[value] })),
    values: ({ stand }) => efaBereitschaft(stand.inhalt.efa),
  },
  {
    key: 'reifegrad11',
    label: 'Reifegrad (Modell 1.1)',
    options: levelOptions(4),
    values: levels('reifegrad11'),
  },
  {
    key: 'reifegrad20',
    label: 'Reifegrad (Modell 2.0)',
    options: levelOptions(7),
    values: levels('reifegrad20'),
  },
];

function leistungOptions(rows: readonly RegisterRow[]) {
  const names = new Map(
    rows.flatMap(({ leistungen }) => leistungen.map(({ id, name }) => [id, name] as const)),
  );
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'de'));
}

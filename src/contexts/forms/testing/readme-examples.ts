import { readFileSync } from 'node:fs';
import type { ParameterDefinitions } from '../domain/definition/parameter-schema.ts';

/** The README's examples of expressions, and the form and answers that they speak of. */
export const exampleParameters: ParameterDefinitions = {
  gebuehr: { type: 'money', label: 'Gebühr', filledBy: 'kommune' },
  staffel: {
    type: 'table',
    label: 'Staffel',
    filledBy: 'kommune',
    columns: {
      ab: { type: 'integer', label: 'ab' },
      bis: { type: 'integer', label: 'bis', optional: true },
      betrag: { type: 'money', label: 'Betrag' },
    },
  },
};

export const exampleValues = {
  gebuehr: 2500,
  staffel: [
    { ab: 1, bis: 2, betrag: 1000 },
    { ab: 3, betrag: 800 },
  ],
};

export const exampleAnswers = {
  name: 'Bello',
  art: 'gross',
  hoehe: 45,
  gewicht: 7.5,
  zahl: 3,
  betrag: 1250,
  geboren: '2008-11-22',
  ja: true,
  farben: ['rot', 'blau'],
  hunde: [
    { hoehe: 30, rasse: 'Dackel', impfungen: [{ tag: '2026-01-05' }, { tag: '2026-03-05' }] },
    { hoehe: 50, rasse: 'Pudel', impfungen: [{ tag: '2025-03-05' }] },
    { hoehe: 60, rasse: 'Pudel', impfungen: [] },
  ],
};

const options = (...names: string[]) => names.map((value) => ({ value, label: value }));

export const exampleFields = [
  { type: 'text', id: 'name', label: 'Name' },
  { type: 'choice', id: 'art', label: 'Art', options: options('klein', 'gross') },
  { type: 'number', id: 'hoehe', label: 'Höhe' },
  { type: 'number', id: 'gewicht', label: 'Gewicht', decimals: 1 },
  { type: 'number', id: 'zahl', label: 'Zahl' },
  { type: 'money', id: 'betrag', label: 'Betrag' },
  { type: 'date', id: 'geboren', label: 'Geboren' },
  { type: 'yesno', id: 'ja', label: 'Ja' },
  { type: 'multichoice', id: 'farben', label: 'Farben', options: options('rot', 'blau', 'gelb') },
  { type: 'number', id: 'leer', label: 'Leer', required: false },
  {
    type: 'group',
    id: 'hunde',
    label: 'Hunde',
    item: 'Hund',
    fields: [
      { type: 'number', id: 'hoehe', label: 'Höhe' },
      { type: 'text', id: 'rasse', label: 'Rasse' },
      {
        type: 'group',
        id: 'impfungen',
        label: 'Impfungen',
        item: 'Impfung',
        min: 0,
        fields: [{ type: 'date', id: 'tag', label: 'Tag' }],
      },
    ],
  },
];

/** Expression and result of every line of the README's table of examples. */
export function examples(): [string, string][] {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const table = readme.slice(readme.indexOf('| example'), readme.indexOf('## Invariants'));
  return [...table.matchAll(/^\| `(.+?)`\s*\| (.+?)\s*\|$/gm)].map(([, source = '', result = '']) => [
    source,
    result,
  ]);
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { contextOf, definitionOf, must } from '../../testing/build.ts';
import { compileForm } from '../compile/compile-form.ts';
import type { ParameterDefinitions } from '../definition/parameter-schema.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { formatValue } from './format-value.ts';

const parameters: ParameterDefinitions = {
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

const values = {
  gebuehr: 2500,
  staffel: [
    { ab: 1, bis: 2, betrag: 1000 },
    { ab: 3, betrag: 800 },
  ],
};

const answers = {
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

const known = [
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
function examples(): [string, string][] {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const table = readme.slice(readme.indexOf('| example'), readme.indexOf('## Invariants'));
  return [...table.matchAll(/^\| `(.+?)`\s*\| (.+?)\s*\|$/gm)].map(([, source = '', result = '']) => [
    source,
    result,
  ]);
}

function resultOf(source: string): string {
  const pages = [
    {
      id: 'a',
      title: 'A',
      fields: [...known, { type: 'calculated', id: 'ergebnis', label: 'E', value: source }],
    },
  ];
  const form = must(compileForm(definitionOf(pages), parameters));
  const { env } = evaluate(form, answers, contextOf(parameters, values));
  const field = form.pages[0]?.fields.at(-1);
  assert.equal(field?.kind, 'calculated');
  if (field?.kind !== 'calculated') return '';
  return formatValue(field.type, env.values[field.slot]).toLowerCase() || '–';
}

describe('the examples of the README', () => {
  it('are many', () => assert.ok(examples().length >= 65));
  for (const [source, result] of examples()) {
    it(`${source} gives ${result}`, () => assert.equal(resultOf(source), result.toLowerCase()));
  }
});

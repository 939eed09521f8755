import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MatrixColumn } from './definition.ts';
import { matrix } from './matrix.ts';
import { cellValue, readMatrix } from './read-matrix.ts';

const columns: readonly MatrixColumn[] = [
  {
    key: 'zustand',
    label: 'Zustand',
    kind: 'select',
    options: [
      { value: 'online', label: 'Online' },
      { value: 'in-umsetzung', label: 'in Umsetzung' },
    ],
  },
  { key: 'geplant', label: 'Geplant für', kind: 'date' },
  { key: 'faelle', label: 'Fälle', kind: 'number', min: 0, max: 5_000_000 },
  { key: 'bemerkung', label: 'Bemerkung', kind: 'text', maxLength: 20 },
];
const [zustand, geplant, faelle, bemerkung] = columns as [
  MatrixColumn,
  MatrixColumn,
  MatrixColumn,
  MatrixColumn,
];

function sent(
  cells: Readonly<Record<string, string>>,
  basis = 'fassung=4&w.zustand=online&w.faelle=12',
): URLSearchParams {
  return new URLSearchParams({ 'basis:L1': basis, ...cells });
}

test('a row in which nothing changed is not part of what is saved', () => {
  const read = readMatrix(
    columns,
    sent({ 'zustand:L1': 'online', 'geplant:L1': '', 'faelle:L1': '12', 'bemerkung:L1': '' }),
  );
  assert.deepEqual(read.changes, []);
  assert.deepEqual(read.problems, []);
});

test('only the changed cells come, with the version that the person saw', () => {
  const read = readMatrix(
    columns,
    sent({ 'zustand:L1': 'in Umsetzung', 'faelle:L1': '1.250', 'geplant:L1': '31.12.2027' }),
  );
  assert.deepEqual(read.changes, [
    {
      row: 'L1',
      fassung: 4,
      values: { zustand: 'in-umsetzung', geplant: '2027-12-31', faelle: '1250' },
      before: { zustand: 'online', geplant: '', faelle: '12' },
    },
  ]);
});

test('an emptied cell is a change', () => {
  const [change] = readMatrix(columns, sent({ 'faelle:L1': '' })).changes;
  assert.equal(change?.values.faelle, '');
  assert.equal(change?.before.faelle, '12');
});

test('a cell that cannot be is refused by name, what was typed stays', () => {
  const read = readMatrix(columns, sent({ 'faelle:L1': 'viele', 'bemerkung:L1': 'neu' }));
  assert.deepEqual(read.changes, []);
  assert.equal(read.problems[0]?.field, 'faelle:L1');
  assert.deepEqual(read.typed.get('L1'), { faelle: 'viele', bemerkung: 'neu' });
});

test('days and numbers are understood as people write them, and nothing else', () => {
  assert.equal(cellValue(geplant, '1.3.2027').value, '2027-03-01');
  assert.match(cellValue(geplant, '31.02.2027').problem ?? '', /kein Tag/);
  assert.equal(cellValue(faelle, '1.250').value, '1250');
  for (const text of ['1,5', '1.25', '-1', '5000001', '1e3', '٣'])
    assert.notEqual(cellValue(faelle, text).problem, null, text);
  assert.equal(cellValue({ ...faelle, decimals: true }, '1.250,5').value, '1250,5');
  assert.notEqual(cellValue(bemerkung, 'x'.repeat(21)).problem, null);
  assert.notEqual(cellValue({ ...bemerkung, required: true }, ' ').problem, null);
  assert.deepEqual(cellValue({ ...zustand, none: 'keine Angabe' }, 'Keine Angabe'), {
    value: '',
    problem: null,
  });
  assert.match(cellValue(zustand, 'fertig').problem ?? '', /„fertig“ gibt es bei „Zustand“ nicht/);
});

test('after a conflict nothing is saved until the person has said which statement holds', () => {
  const conflict = { 'bemerkung:L1': 'meins', 'konflikt:L1': 'ja' };
  assert.equal(readMatrix(columns, sent(conflict)).problems[0]?.field, 'konflikt-L1');
  assert.deepEqual(readMatrix(columns, sent(conflict)).changes, []);
  assert.equal(readMatrix(columns, sent({ ...conflict, 'entscheid:L1': 'meine' })).changes.length, 1);
  const theirs = readMatrix(columns, sent({ ...conflict, 'entscheid:L1': 'andere' }));
  assert.deepEqual([theirs.changes, theirs.problems], [[], []]);
});

test('whatever a row holds, an untouched matrix comes back without a change and without markup of its own', () => {
  const value = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map((text) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim());
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), value, (key, text) => {
      const page = String(
        matrix({
          id: 'm',
          caption: 'M',
          rowLabel: 'R',
          action: '/m',
          columns,
          rows: [{ key, label: text, fassung: 1, values: { bemerkung: text } }],
        }),
      );
      assert.ok(!page.includes('<script'));
      const basis = new URLSearchParams({ fassung: '1', 'w.bemerkung': text }).toString();
      const form = new URLSearchParams([
        [`basis:${key}`, basis],
        [`bemerkung:${key}`, text],
      ]);
      assert.deepEqual(readMatrix(columns, form).changes, []);
    }),
  );
});

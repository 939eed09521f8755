import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSpreadsheet } from '#platform';
import { exportCsv, exportXlsx, type ListColumn } from '#ui';

interface Row {
  readonly name: string;
  readonly day: string | null;
  readonly amount: number | null;
}

const columns: readonly ListColumn<Row>[] = [
  { key: 'name', label: 'Name', value: (row) => row.name },
  { key: 'day', label: 'Tag', kind: 'date', value: (row) => row.day },
  { key: 'amount', label: 'Zahl', kind: 'number', value: (row) => row.amount },
];
const definition = { id: 'probe', columns };
const notes = {
  title: 'Probe',
  source: 'Test',
  state: '22.11.2026',
  filters: [],
  demo: false,
  createdAt: new Date('2026-11-22T06:00:00Z'),
};

// What a cell can hold for people: no blanks around it, and not the sign that no text file may hold.
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', ' ', ';', '"', '\n', '_', 'x', '0', 'A', '\u0008'),
    }),
    fc.constantFrom('=HYPERLINK("http://böse.example")', "'=1", '_x0041_', '-5', '+49 5261 213', '@SUM(A1)'),
  )
  .map((given) => given.replaceAll('\0', '').replaceAll('\r', '').trim());
const row = fc.record({
  name: text.map((name) => (name === '' ? 'x' : name)),
  day: fc.option(fc.constantFrom('2027-03-31', '1900-03-01', '2100-12-31')),
  amount: fc.option(fc.oneof(fc.integer(), fc.constantFrom(1.5, -0.25, 99012001000000))),
});

function cells(bytes: Buffer): readonly (readonly string[])[] {
  const sheet = readSpreadsheet(bytes);
  assert.ok(sheet.ok, JSON.stringify(sheet));
  assert.deepEqual(
    sheet.value.rows.flatMap(({ problems }) => problems),
    [],
  );
  return sheet.value.rows.slice(1).map((line) => [0, 1, 2].map((at) => line.cells[at] ?? ''));
}

function expected({ name, day, amount }: Row): readonly string[] {
  return [name, day ?? '', amount === null ? '' : String(amount).replace('.', ',')];
}

test('a table that leaves as CSV comes in again without loss, its formulas as text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async (rows) => {
      let table = '';
      for await (const piece of exportCsv(definition, rows)) table += piece;
      assert.deepEqual(cells(Buffer.from(table)), rows.map(expected));
    }),
  );
});

test('a table that leaves as a workbook comes in again without loss: texts, days and numbers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async (rows) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of exportXlsx(definition, rows, notes)) pieces.push(piece);
      assert.deepEqual(cells(Buffer.concat(pieces)), rows.map(expected));
    }),
    { numRuns: 60 },
  );
});

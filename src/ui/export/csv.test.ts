import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { guardFormula, unguardFormula } from '#kernel';
import type { CellValue, ListDefinition } from '../list/definition.ts';
import { exportCsv } from './csv.ts';

interface Row {
  readonly a: CellValue;
  readonly b: CellValue;
}

const definition: Pick<ListDefinition<Row>, 'columns'> = {
  columns: [
    { key: 'a', label: 'Spalte; A', value: (row) => row.a },
    { key: 'b', label: 'B', kind: 'number', value: (row) => row.b },
  ],
};

async function csvOf(rows: readonly Row[]): Promise<string> {
  let text = '';
  for await (const chunk of exportCsv(definition, rows)) text += chunk;
  return text;
}

test('a CSV file opens in Excel: byte order mark, semicolons, CRLF, decimal comma', async () => {
  assert.equal(
    await csvOf([
      { a: 'x"y', b: 1.5 },
      { a: null, b: -3 },
    ]),
    '\uFEFF"Spalte; A";B\r\n"x""y";1,5\r\n;-3\r\n',
  );
});

test('text that a spreadsheet would run as a formula is disarmed, numbers are not touched', () => {
  for (const text of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', "'=1", '＝1+1'])
    assert.equal(guardFormula(text), `'${text}`);
  for (const text of ['-5', '+49', '-1,5', 'a=b', '']) assert.equal(guardFormula(text), text);
});

test('an apostrophe that was put before comes off again, one that was there stays', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', ' ', '1', 'a', '\t', '＝') }),
      (text) => {
        assert.equal(
          unguardFormula(guardFormula(text)),
          guardFormula(text) === text && text.startsWith("'") ? unguardFormula(text) : text,
        );
      },
    ),
  );
  for (const text of ["'=1", "''+x", "' =1", "'-5"]) assert.equal(unguardFormula(guardFormula(text)), text);
});

test('what is written can be read again, whatever it holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 20 }),
      async (texts) => {
        const text = await csvOf(texts.map((a) => ({ a, b: 1 })));
        const records: string[][] = parse(text, {
          bom: true,
          delimiter: ';',
          record_delimiter: '\r\n',
          relax_column_count: false,
        });
        assert.deepEqual(
          records.slice(1).map(([first]) => first),
          texts.map(guardFormula),
        );
      },
    ),
  );
});

test('many rows come in chunks, none is lost', async () => {
  const rows = Array.from({ length: 1234 }, (_, index) => ({ a: `Zeile ${index}`, b: index }));
  let chunks = 0;
  let lines = 0;
  for await (const chunk of exportCsv(definition, rows)) {
    chunks += 1;
    lines += chunk.split('\r\n').length - 1;
  }
  assert.equal(chunks, 3);
  assert.equal(lines, 1235);
});

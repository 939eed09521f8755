import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import writeExcelFile from 'write-excel-file/node';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { sheetXml, workbookOf } from './testing/workbook-of.ts';
import { zipOf } from './testing/zip-of.ts';

const header = 'Schlüssel;Name\r\n';

function cellsOf(bytes: Buffer): readonly (readonly string[])[] {
  const sheet = readSpreadsheet(bytes);
  assert.ok(sheet.ok, JSON.stringify(sheet));
  return sheet.value.rows.map(({ cells }) => cells);
}

function codeOf(bytes: Buffer): string {
  const sheet = readSpreadsheet(bytes);
  return sheet.ok ? 'read' : sheet.refusal.code;
}

describe('a table of text', () => {
  const text = `${header}99012001000000;Prüfung\r\n`;
  const charsets: readonly [string, Buffer, RegExp][] = [
    ['UTF-8', Buffer.from(text), /UTF-8/],
    ['UTF-8 with mark', Buffer.from(`\ufeff${text}`), /UTF-8/],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), /UTF-16/],
    ['UTF-16 without mark', Buffer.from(text, 'utf16le'), /UTF-16/],
    ['UTF-16 turned round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), /UTF-16/],
    ['Windows-1252', Buffer.from(text, 'latin1'), /Windows-1252/],
  ];
  for (const [name, bytes, note] of charsets) {
    test(`in ${name} is read with its umlauts, and the character set is said`, () => {
      const sheet = readSpreadsheet(bytes);
      assert.ok(sheet.ok);
      assert.deepEqual(
        sheet.value.rows.map(({ cells }) => cells),
        [
          ['Schlüssel', 'Name'],
          ['99012001000000', 'Prüfung'],
        ],
      );
      assert.match(sheet.value.notes.join(' '), note);
    });
  }

  for (const [sign, word] of [
    [';', 'Semikolon'],
    [',', 'Komma'],
    ['\t', 'Tabulator'],
  ] as const) {
    test(`with ${word} is cut there, quoted text aside`, () => {
      const sheet = readSpreadsheet(Buffer.from(`a${sign}b${sign}c\n1${sign}"x;y,z\tw"${sign}3\n`));
      assert.ok(sheet.ok);
      assert.deepEqual(sheet.value.rows[1]?.cells, ['1', 'x;y,z\tw', '3']);
      assert.match(sheet.value.notes.join(' '), new RegExp(word));
    });
  }

  test('keeps the line in which a row begins, over empty lines and texts of several lines', () => {
    const sheet = readSpreadsheet(Buffer.from('a;b\n\n"zwei\nZeilen";1\nende;2\n'));
    assert.ok(sheet.ok);
    assert.deepEqual(
      sheet.value.rows.map(({ line }) => line),
      [1, 3, 5],
    );
  });

  test('names a formula and takes off the apostrophe of our own exports', () => {
    const sheet = readSpreadsheet(Buffer.from(`a;b\n=1+1;'=SUMME\n'+49;-\n`));
    assert.ok(sheet.ok);
    assert.deepEqual(
      sheet.value.rows[1]?.problems.map(({ fault, column }) => [fault, column]),
      [['formel', 0]],
    );
    assert.equal(sheet.value.rows[1]?.cells[1], '=SUMME');
    assert.deepEqual(sheet.value.rows[2]?.cells, ['+49', '-']);
  });

  test('with more rows than can be read is refused, never cut without a word', () => {
    const table = (rows: number) => Buffer.from(`a;b\n${'1;2\n'.repeat(rows)}`);
    assert.equal(codeOf(table(100_000)), 'read');
    assert.equal(codeOf(table(100_001)), 'SPREADSHEET_TOO_LARGE');
  });

  test('with a quotation mark that never ends, of nothing, or that is no text is refused in words', () => {
    const open = readSpreadsheet(Buffer.from('a;b\n"ohne Ende;1\n2;3\n'));
    assert.ok(!open.ok);
    assert.match(open.refusal.message, /Anführungszeichen/);
    assert.equal(codeOf(Buffer.from('')), 'SPREADSHEET_EMPTY');
    assert.equal(codeOf(Buffer.from([1, 0, 0, 7, 0, 0, 0, 9])), 'SPREADSHEET_NOT_A_TABLE');
    assert.equal(codeOf(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'SPREADSHEET_OLD_EXCEL');
  });
});

describe('an Excel workbook', () => {
  test('as the library of our own exports writes it is read back', async () => {
    const head = [{ value: 'Name' }, { value: 'Zahl' }];
    const row = [{ value: 'Öl & <Gas> „x“' }, { value: 99012001000000, type: Number }];
    const bytes = await writeExcelFile([
      { sheet: 'Probe', data: [head, row] },
      { sheet: 'Hinweise', data: [[{ value: 'x' }]] },
    ]).toBuffer();
    assert.deepEqual(cellsOf(bytes), [
      ['Name', 'Zahl'],
      ['Öl & <Gas> „x“', '99012001000000'],
    ]);
    const sheet = readSpreadsheet(bytes);
    assert.match(sheet.ok ? sheet.value.notes.join() : '', /„Probe“.*Nicht gelesen/);
  });

  test('gives shared, rich, inline and boolean cells as text, and a key that became a number', () => {
    const strings =
      '<sst><si><t>eins</t></si><si><r><t>zw</t></r><r><t xml:space="preserve">ei </t></r><rPh><t>no</t></rPh></si></sst>';
    const row =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>drei</t></is></c><c r="E2" t="b"><v>1</v></c><c r="F2"><v>9.9102013E13</v></c></row>';
    assert.deepEqual(cellsOf(workbookOf(sheetXml(row), strings)), [
      ['eins', '', 'zwei', 'drei', 'ja', '99102013000000'],
    ]);
  });

  test('gives days as days, whatever shows them as such, and numbers with a decimal comma', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd.mm.yyyy"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
    const row =
      '<row r="1"><c r="A1" s="1"><v>46477</v></c><c r="B1" s="2"><v>46477</v></c><c r="C1" s="3"><v>46477.5</v></c><c r="D1" s="0"><v>46477</v></c><c r="E1" s="2" t="inlineStr"><is><t>bald</t></is></c><c r="F1" s="1"><v>-4</v></c></row>';
    assert.deepEqual(cellsOf(workbookOf(sheetXml(row), undefined, styles)), [
      ['2027-03-31', '2027-03-31', '46477,5', '46477', 'bald', '-4'],
    ]);
  });

  test('names formulas, merged cells and error values by column and row', () => {
    const xml = sheetXml(
      '<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>alt</v></c></row><row r="2"><c r="A2" t="e"><v>#REF!</v></c></row><row r="3"><c r="B3"><v>1</v></c></row><row r="4"><c r="A4"><v>4</v></c></row>',
      '<mergeCells><mergeCell ref="B3:B4"/></mergeCells>',
    );
    const sheet = readSpreadsheet(workbookOf(xml));
    assert.ok(sheet.ok);
    assert.deepEqual(
      sheet.value.rows.map(({ line, problems }) => [
        line,
        problems.map(({ fault, column, detail }) => `${fault} ${column} ${detail}`),
      ]),
      [
        [1, ['formel 0 =B1&"x"']],
        [2, ['fehlerwert 0 #REF!']],
        [3, ['verbunden 1 B3:B4']],
        [4, ['verbunden 1 B3:B4']],
      ],
    );
  });

  const hostile: readonly [string, () => Buffer, string][] = [
    [
      'a document type',
      () => workbookOf(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheetXml('')}`),
      'SPREADSHEET_XML',
    ],
    [
      'an entity of its own',
      () => workbookOf(sheetXml('<row r="1"><c r="A1" t="str"><v>&lol;</v></c></row>')),
      'SPREADSHEET_XML',
    ],
    ['tags that do not close', () => workbookOf('<worksheet><sheetData><row>'), 'SPREADSHEET_XML'],
    [
      'a sheet that unpacks to far more than it is packed',
      () => workbookOf(`<worksheet>${' '.repeat(30_000_000)}</worksheet>`),
      'SPREADSHEET_TOO_LARGE',
    ],
    ['a size that it does not keep', () => lyingArchive(), 'SPREADSHEET_BROKEN'],
    [
      'two thousand parts',
      () => zipOf(Array.from({ length: 2_000 }, (_, at) => [`${at}`, ''])),
      'SPREADSHEET_TOO_LARGE',
    ],
    ['no workbook', () => zipOf([['readme.txt', 'hallo']]), 'SPREADSHEET_NOT_A_WORKBOOK'],
    ['macros', () => zipOf([['xl/vbaProject.bin', 'x']]), 'SPREADSHEET_MACROS'],
    ['a cut', () => workbookOf(sheetXml('')).subarray(0, 300), 'SPREADSHEET_BROKEN'],
    [
      'a cell at the far end',
      () => workbookOf(sheetXml('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
      'SPREADSHEET_TOO_LARGE',
    ],
    ['nothing', () => workbookOf(sheetXml('')), 'SPREADSHEET_EMPTY'],
  ];
  for (const [what, make, code] of hostile)
    test(`with ${what} is refused (${code})`, () => assert.equal(codeOf(make()), code));

  test('of random bytes never throws', () => {
    const good = workbookOf(sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'));
    for (let at = 0; at < good.length; at += 3) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 0xff;
      codeOf(bad);
    }
  });
});

/** An archive whose directory says ten bytes where a megabyte comes out. */
function lyingArchive(): Buffer {
  const content = Buffer.alloc(1_000_000, 'a');
  const bytes = workbookOf(sheetXml(''));
  const packed = deflateRawSync(content);
  assert.ok(packed.length > 0 && crc32(content) > 0);
  const at = bytes.lastIndexOf('xl/workbook.xml') - 46;
  bytes.writeUInt32LE(10, at + 24);
  return bytes;
}

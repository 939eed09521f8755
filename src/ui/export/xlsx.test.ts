import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { galleryList, galleryRows } from '../../../test/support/gallery.ts';
import { exportXlsx as streamXlsx } from './xlsx.ts';

const notes = {
  title: 'Leistungen',
  source: 'OZG-Umsetzungskatalog',
  state: '05.10.2019',
  filters: ['Zuständig: selbst'],
  demo: true,
  createdAt: new Date('2026-11-21T13:32:00Z'),
};

async function exportXlsx<Row>(...given: Parameters<typeof streamXlsx<Row>>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of streamXlsx(...given)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('a workbook holds numbers as numbers, dates as dates, text as text, and a fixed head row', async () => {
  const files = unzip(await exportXlsx(galleryList, galleryRows(3), notes));
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  assert.match(sheet, /<pane [^>]*ySplit="1"/);
  assert.match(sheet, /<v>7919<\/v>/);
  assert.match(sheet, /<v>43743<\/v>/);
  assert.match(sheet, /t="(s|inlineStr)"/);
});

test('a sheet of notes says source, state, selection, and that this is a demo', async () => {
  const text = [...unzip(await exportXlsx(galleryList, galleryRows(2), notes)).values()].join('');
  for (const words of [
    'OZG-Umsetzungskatalog',
    '05.10.2019',
    'Zuständig: selbst',
    'Vorführung, keine Behörde',
    '21.11.2026, 14:32 Uhr',
  ]) {
    assert.ok(text.includes(words), words);
  }
});

test('text that looks like a formula stays text', async () => {
  const definition = { id: 'x', columns: [{ key: 'a', label: 'A', value: (row: string) => row }] };
  const sheet = unzip(await exportXlsx(definition, ['=1+1'], notes)).get('xl/worksheets/sheet1.xml') ?? '';
  assert.doesNotMatch(sheet, /<f>/);
});

/** Reads a ZIP archive by its central directory: only what these tests need. */
function unzip(archive: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let entry = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size, nameLength] = [
      archive.readUInt16LE(entry + 10),
      archive.readUInt32LE(entry + 20),
      archive.readUInt16LE(entry + 28),
    ];
    const local = archive.readUInt32LE(entry + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const body = archive.subarray(start, start + size);
    files.set(
      archive.toString('utf8', entry + 46, entry + 46 + nameLength),
      (method === 8 ? inflateRawSync(body) : body).toString('utf8'),
    );
    entry += 46 + nameLength + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
  return files;
}

test('a large workbook does not hold up the thread that asks for it', async () => {
  const columns = ['a', 'b', 'c'].map((key) => ({ key, label: key, value: (row: number) => `${key}${row}` }));
  const rows = Array.from({ length: 6_000 }, (_, at) => at);
  let turns = 0;
  let made = false;
  const others = () => {
    turns += 1;
    if (!made) setImmediate(others);
  };
  setImmediate(others);
  const workbook = await exportXlsx({ id: 'viel', columns }, rows, {
    title: 'Viel',
    source: 'Test',
    state: '21.11.2026',
    filters: [],
    demo: false,
    createdAt: new Date('2026-11-21T10:00:00Z'),
  });
  made = true;
  assert.equal(workbook.subarray(0, 2).toString(), 'PK');
  assert.ok(turns > 10, `others had ${turns} turns`);
});

test('a hundred thousand rows stream through little memory', async () => {
  const columns = Array.from({ length: 10 }, (_, at) => ({
    key: `k${at}`,
    label: `Spalte ${at}`,
    value: (row: number) => (at === 0 ? row : `Wert ${row * at}`),
  }));
  function* rows() {
    for (let row = 0; row < 100_000; row += 1) yield row;
  }
  const before = process.memoryUsage();
  let [most, bytes] = [0, 0];
  for await (const piece of streamXlsx({ id: 'viel', columns }, rows(), notes)) {
    bytes += piece.length;
    const { heapUsed, external } = process.memoryUsage();
    most = Math.max(most, heapUsed + external - before.heapUsed - before.external);
  }
  assert.ok(bytes > 1_000_000);
  assert.ok(most < 200e6, `${(most / 1e6).toFixed(0)} MB`);
});

test('a fault in the rows ends the workbook with that fault', async () => {
  function* rows() {
    yield 1;
    throw new Error('lost the rows');
  }
  const columns = [{ key: 'a', label: 'A', value: (row: number) => row }];
  await assert.rejects(exportXlsx({ id: 'x', columns }, rows(), notes), /lost the rows/);
});

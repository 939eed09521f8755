import assert from 'node:assert/strict';
import { test } from 'node:test';
import { galleryImport } from '../../../test/support/gallery-import.ts';
import { exportCsv } from '../export/csv.ts';
import { importReview } from './import-review.ts';
import {
  type ImportRow,
  importCounts,
  importRowsOf,
  importViewAddress,
  readImportView,
  refusedColumns,
} from './import-row.ts';

const row = (kind: ImportRow['kind'], more: Partial<ImportRow> = {}): ImportRow => ({
  kind,
  line: 2,
  entry: 'Wohngeld',
  changes: [],
  problems: [],
  ...more,
});

function review(rows: readonly ImportRow[]): string {
  const view = readImportView(new URLSearchParams());
  return String(
    importReview({
      counts: importCounts(rows),
      view,
      action: '/einlesen',
      rows,
      pages: 1,
      form: { action: '/einlesen' },
      cancelHref: '/',
      problemsHref: '/fehler.csv',
    }),
  );
}

test('each kind of rows has its number and its own address', () => {
  const page = String(galleryImport(new URLSearchParams('art=geaendert')));
  assert.match(page, /href="\/einlesen\?art=fehlerhaft#zeilen">Fehlerhaft<\/a>/);
  assert.match(page, /Geändert \(angezeigt\)/);
  assert.doesNotMatch(page, /„fertig“ gibt es nicht/);
});

test('turning the pages shows every row of a kind exactly once', () => {
  const rows = Array.from({ length: 120 }, (_, index) =>
    row(index % 3 === 0 ? 'changed' : 'unchanged', { line: index }),
  );
  const lines = [1, 2, 3].flatMap((page) =>
    importRowsOf(rows, { kind: 'unchanged', page }).rows.map(({ line }) => line),
  );
  assert.equal(importRowsOf(rows, { kind: 'unchanged', page: 99 }).page, 2);
  assert.equal(new Set(lines).size, 80);
  assert.deepEqual(
    readImportView(new URLSearchParams(importViewAddress('', { kind: 'changed', page: 2 }).slice(1))),
    { kind: 'changed', page: 2 },
  );
});

test('a change stands field by field with before and after, an emptied field says so', () => {
  const page = review([
    row('changed', {
      changes: [
        { field: 'Zustand', before: 'geplant', after: 'online' },
        { field: 'Bemerkung', before: 'alt', after: '' },
      ],
    }),
  ]);
  assert.match(page, /<del>geplant<\/del>.*<ins>online<\/ins>/);
  assert.match(page, /<del>alt<\/del>.*<ins>leer<\/ins>/);
});

test('where rows are refused one must say that only the good ones are meant', () => {
  const page = review([row('added'), row('refused', { problems: ['falsch'] })]);
  assert.match(page, /name="nurgute"/);
  assert.match(page, /1 Zeile übernehmen/);
  assert.match(page, /href="\/fehler\.csv"/);
  assert.doesNotMatch(review([row('added')]), /nurgute/);
});

test('a file that changes nothing, or of which nothing is good, cannot be taken over', () => {
  assert.match(review([row('unchanged')]), /ändert nichts/);
  assert.doesNotMatch(review([row('unchanged')]), /<form/);
  assert.match(review([row('refused')]), /Keine Zeile kann übernommen werden/);
});

test('refused rows come back as they were, with what is wrong, ready to be mended', async () => {
  let file = '';
  const columns = refusedColumns(['Leistung', 'Zustand']);
  for await (const piece of exportCsv({ columns }, [
    { line: 7, cells: ['=L1', 'fertig'], problems: ['Zustand unbekannt.', 'Beendet.'] },
  ]))
    file += piece;
  assert.equal(
    file,
    "\uFEFFLeistung;Zustand;Zeile;Was nicht stimmt\r\n'=L1;fertig;7;Zustand unbekannt. Beendet.\r\n",
  );
});

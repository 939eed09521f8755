import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type GalleryRow, galleryList, galleryRows } from '../../../test/support/gallery.ts';
import type { ListQuery } from './definition.ts';
import { listIndex, runList } from './list-index.ts';
import { listPage } from './list-page.ts';
import { readListQuery } from './query.ts';
import { selectedRows } from './row-selection.ts';

function query(text: string): ListQuery {
  return readListQuery(galleryList, new URLSearchParams(text)).query;
}

const anyRow = fc.record({
  id: fc.string(),
  leika: fc.option(fc.string()),
  name: fc.constantFrom('Äpfel', 'apfel', 'Zebra', 'Straße', 'Strasse', 'Nr. 9', 'Nr. 10', ''),
  feld: fc.constantFrom('Bauen und Wohnen', 'Familie und Kind'),
  verdict: fc.constantFrom('selbst' as const, 'Kreis' as const, 'offen' as const),
  faelle: fc.option(fc.integer({ min: 0, max: 5 })),
  stand: fc.option(fc.constantFrom('2019-10-05', '2025-01-01')),
});
const anySort = fc.constantFrom('name', '-name', 'feld', 'verdict', '-verdict', 'faelle', '-faelle', 'stand');

test('turning the pages shows every matching row exactly once, in any order and with any filter', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 60 }),
      anySort,
      fc.subarray(['selbst', 'Kreis', 'offen']),
      (rows, sort, chosen) => {
        const filter = chosen.map((value) => `&verdict=${value}`).join('');
        const index = listIndex(galleryList, rows);
        const seen: GalleryRow[] = [];
        const first = index.run(query(`sortierung=${sort}${filter}`));
        for (let page = 1; page <= Math.ceil(first.total / first.size); page += 1) {
          seen.push(...index.run(query(`sortierung=${sort}${filter}&seite=${page}`)).rows);
        }
        const expected = rows.filter((row) => chosen.length === 0 || chosen.includes(row.verdict));
        assert.equal(seen.length, expected.length);
        assert.equal(first.total, expected.length);
        assert.deepEqual(new Set(seen), new Set(expected));
        assert.deepEqual(seen, index.select(query(`sortierung=${sort}${filter}`)));
      },
    ),
  );
});

test('names sort as in a German dictionary, numbers in them by size', () => {
  const rows = ['Zebra', 'Äpfel', 'Nr. 10', 'Nr. 9', 'apfel'].map((name) => ({ ...firstRow(), name }));
  assert.deepEqual(
    runList(galleryList, rows, query('')).rows.map((row) => row.name),
    ['apfel', 'Äpfel', 'Nr. 9', 'Nr. 10', 'Zebra'],
  );
});

test('rows without a value stand last, whichever way the list is sorted', () => {
  const rows = [null, 3, 1].map((faelle) => ({ ...firstRow(), faelle }));
  const order = (sort: string) =>
    runList(galleryList, rows, query(`sortierung=${sort}`)).rows.map((row) => row.faelle);
  assert.deepEqual(order('faelle'), [1, 3, null]);
  assert.deepEqual(order('-faelle'), [3, 1, null]);
});

test('the search finds umlauts however they are spelled, and part of a word', () => {
  const rows = ['Führerschein Umtausch', 'Mueller', 'Bauerlaubnis', 'Straße'].map((name) => ({
    ...firstRow(),
    name,
  }));
  const found = (words: string) =>
    runList(galleryList, rows, query(`suche=${encodeURIComponent(words)}`)).rows.map((row) => row.name);
  assert.deepEqual(found('fuehrer'), ['Führerschein Umtausch']);
  assert.deepEqual(found('fuhrer UMTAUSCH'), ['Führerschein Umtausch']);
  assert.deepEqual(found('müller'), ['Mueller']);
  assert.deepEqual(found('erlaubnis'), ['Bauerlaubnis']);
  assert.deepEqual(found('strasse'), ['Straße']);
  assert.deepEqual(found('führer wohngeld'), []);
});

test('beside each choice of a filter stands how many rows it would show', () => {
  const rows = galleryRows(500);
  const result = runList(galleryList, rows, query('verdict=selbst&feld=Familie+und+Kind'));
  for (const option of result.options.verdict ?? []) {
    const alone = runList(
      galleryList,
      rows,
      query(`feld=Familie+und+Kind&verdict=${encodeURIComponent(option.value)}`),
    );
    assert.equal(option.count, alone.total, option.value);
  }
});

test('a page past the end is the last page', () => {
  const result = runList(galleryList, galleryRows(12), query('seite=900'));
  assert.equal(result.page, 2);
  assert.equal(result.rows.length, 2);
});

test('rows that are equal by the first order stand in the second one', () => {
  const rows = [
    ['b', 1],
    ['a', 2],
    ['b', 3],
    ['a', 1],
  ].map(([name, faelle]) => ({ ...firstRow(), name: String(name), faelle: Number(faelle) }));
  const shown = runList(galleryList, rows, query('sortierung=name&dann=-faelle')).rows;
  assert.deepEqual(
    shown.map((row) => `${row.name}${row.faelle}`),
    ['a2', 'a1', 'b3', 'b1'],
  );
});

test('groups stand one after the other, each with its number of rows and its sum, over all pages', () => {
  const rows = galleryRows(60);
  const index = listIndex(galleryList, rows);
  const asked = 'gruppieren=feld&sortierung=-faelle';
  const result = index.run(query(asked));
  const expected = Map.groupBy(rows, (row) => row.feld);
  assert.deepEqual(
    result.groups?.map(({ label, count, totals }) => [label, count, totals.faelle]),
    [...expected]
      .toSorted(([a], [b]) => a.localeCompare(b, 'de'))
      .map(([feld, own]) => [feld, own.length, own.reduce((sum, row) => sum + (row.faelle ?? 0), 0)]),
  );
  const all = index.select(query(asked));
  assert.equal(new Set(all).size, 60);
  for (const { first, count, label } of result.groups ?? [])
    assert.ok(all.slice(first, first + count).every((row) => row.feld === label));
});

test('a group that began on the page before says that it goes on', () => {
  const page = (number: number) =>
    String(
      listPage(galleryList, runList(galleryList, galleryRows(60), query(`gruppieren=feld&seite=${number}`)), {
        action: '/liste',
        caption: 'L',
      }),
    );
  assert.doesNotMatch(page(1), /Fortsetzung/);
  assert.match(page(2), /Bauen und Wohnen <span class="lw-table__count">15 Zeilen, Fortsetzung/);
});

test('ticked rows are read by their key, all that were found by the query, and nothing else', () => {
  const rows = galleryRows(60);
  const index = listIndex(galleryList, rows);
  const sent = (text: string) => selectedRows(galleryList, index, (row) => row.id, new URLSearchParams(text));
  assert.deepEqual(
    sent('auswahl=L00002&auswahl=gibtesnicht').map(({ id }) => id),
    ['L00002'],
  );
  assert.equal(
    sent('alle=ja&abfrage=verdict%3Dselbst').length,
    rows.filter(({ verdict }) => verdict === 'selbst').length,
  );
  assert.deepEqual(sent('abfrage=verdict%3Dselbst'), []);
  assert.equal(sent('auswahl=L00002&abfrage=suche%3Dwohngeld').length, 1);
});

function firstRow(): GalleryRow {
  const [row] = galleryRows(1);
  if (!row) throw new Error('The gallery has no rows.');
  return row;
}

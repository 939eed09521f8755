import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { galleryList, galleryRows } from '../../../test/support/gallery.ts';
import { listParametersOf } from './address.ts';
import { runList } from './list-index.ts';
import { listPage } from './list-page.ts';
import { parseListQuery, readListQuery } from './query.ts';

function refusedFields(text: string): readonly string[] {
  const parsed = parseListQuery(galleryList, new URLSearchParams(text));
  return parsed.ok ? [] : (parsed.refusal.fields ?? []).map((problem) => problem.field);
}

test('an address without parameters asks for the first page in the usual order', () => {
  const parsed = parseListQuery(galleryList, new URLSearchParams());
  assert.deepEqual(parsed, {
    ok: true,
    value: {
      search: '',
      filters: {},
      sort: { key: 'name', descending: false },
      further: [],
      columns: null,
      grouping: null,
      page: 1,
      size: 10,
      kept: {},
    },
  });
});

test('a value that the list does not know is refused by name', () => {
  assert.deepEqual(refusedFields('verdict=vielleicht'), ['verdict']);
  assert.deepEqual(refusedFields('sortierung=kennwort'), ['sortierung']);
  assert.deepEqual(refusedFields('seite=-1'), ['seite']);
  assert.deepEqual(refusedFields('seite=1e9'), ['seite']);
  assert.deepEqual(refusedFields('anzahl=100000'), ['anzahl']);
  assert.deepEqual(refusedFields(`suche=${'x'.repeat(201)}`), ['suche']);
});

test('parameters of somebody else, such as a mailing, do no harm', () => {
  assert.deepEqual(refusedFields('utm_source=brief'), []);
});

test('a page shows the list all the same and says what it did not understand', () => {
  const { query, problems } = readListQuery(galleryList, new URLSearchParams('sortierung=kennwort&seite=2'));
  const page = String(
    listPage(galleryList, runList(galleryList, galleryRows(30), query), {
      action: '/liste',
      caption: 'L',
      problems,
    }),
  );
  assert.match(page, /„kennwort“ kann die Liste nicht sortieren/);
  assert.match(page, /Seite 2 von 3/);
});

test('whatever the address says, the list answers and nothing of it becomes markup', () => {
  const rows = galleryRows(30);
  const name = fc.constantFrom(
    'suche',
    'sortierung',
    'seite',
    'anzahl',
    'verdict',
    'feld',
    'datum',
    'dann',
    'spalte',
    'gruppieren',
    '__proto__',
    'constructor',
  );
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('<script>x', '"><script>x', '\u0000', '-', '%', '__proto__'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), (pairs) => {
      const { query } = readListQuery(galleryList, new URLSearchParams(pairs));
      const page = String(
        listPage(galleryList, runList(galleryList, rows, query), { action: '/liste', caption: 'L' }),
      );
      assert.ok(!page.includes('<script>'));
    }),
  );
});

test('the address of a view leads to the same view again', () => {
  const text =
    'datum=2024-12-31&suche=wohn+geld&feld=Familie+und+Kind&verdict=selbst&verdict=Kreis&sortierung=-faelle&dann=name&dann=-stand&spalte=name&spalte=nummer&gruppieren=feld&seite=3&anzahl=25';
  const { query } = readListQuery(galleryList, new URLSearchParams(text));
  assert.deepEqual(readListQuery(galleryList, listParametersOf(galleryList, query)).query, query);
  assert.equal(listParametersOf(galleryList, query).get('datum'), '2024-12-31');
});

test('who chooses the usual columns gets the short address again', () => {
  const text = 'spalte=leika&spalte=feld&spalte=verdict&spalte=faelle&spalte=stand';
  const { query } = readListQuery(galleryList, new URLSearchParams(text));
  assert.equal(query.columns, null);
  assert.equal(listParametersOf(galleryList, query).toString(), '');
});

test('the chosen columns stand on the page, the first one always', () => {
  const { query } = readListQuery(galleryList, new URLSearchParams('spalte=nummer'));
  const page = String(
    listPage(galleryList, runList(galleryList, galleryRows(3), query), { action: '/liste', caption: 'L' }),
  );
  const heads = [...page.matchAll(/role="columnheader"[^>]*>(?:<a[^>]*>)?(?:<span>)?([^<]+)/g)].map(
    ([, label]) => label,
  );
  assert.deepEqual(heads, ['Leistung', 'Nummer']);
});

test('a list cannot be grouped by what it does not know, and says so', () => {
  assert.deepEqual(refusedFields('gruppieren=kennwort'), ['gruppieren']);
});

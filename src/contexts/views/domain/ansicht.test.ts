import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { differs, forgottenParameters, lastingQuery } from './ansicht.ts';
import { parseAddress } from './parse-address.ts';
import { pagePaths } from './route-table.ts';

const today = localDate('2026-11-22');
const isPage = pagePaths(['/', '/katalog/leistungen', '/kommunen/:ags/pflichten', '/a.b']);
const parse = (text: string) => parseAddress(text, isPage, today);

test('nur Adressen des eigenen Hauses, die es in der Routentabelle gibt, lassen sich speichern', () => {
  assert.deepEqual(parse('/kommunen/05766044/pflichten?urteil=selbst&seite=3'), {
    pfad: '/kommunen/05766044/pflichten',
    abfrage: 'urteil=selbst',
  });
  const foreign = [
    '',
    'katalog/leistungen',
    'https://example.org/katalog/leistungen',
    '//example.org/katalog/leistungen',
    '/\\example.org/katalog/leistungen',
    '/\t/example.org/katalog/leistungen',
    'javascript:alert(1)',
    '/katalog/leistungen/nirgendwo',
    '/kommunen//pflichten',
    '/kommunen/a/b/pflichten',
    '/aXb',
    `/katalog/leistungen?suche=${'x'.repeat(5000)}`,
  ];
  for (const text of foreign) assert.equal(parse(text), null, text);
});

test('was man auch eingibt: gespeichert wird ein Pfad des Hauses oder nichts', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.webPath()), (text) => {
      const parsed = parse(text);
      assert.ok(parsed === null || (isPage(parsed.pfad) && !parsed.pfad.startsWith('//')));
    }),
  );
});

test('eine Ansicht geht mit den Tagen: der Stichtag von heute und die Seite bleiben weg, ein anderer Tag bleibt', () => {
  const lasting = (query: string) => lastingQuery(new URLSearchParams(query), today);
  assert.equal(lasting('datum=2026-11-22&suche=hund&seite=2&thema=&ansicht=x'), 'suche=hund');
  assert.equal(lasting('datum=2024-01-01&typ=1&typ=5'), 'datum=2024-01-01&typ=1&typ=5');
});

test('geändert ist eine Ansicht, wenn anders gefiltert wird; die Reihenfolge und die Seite ändern nichts', () => {
  const ansicht = { abfrage: 'suche=hund&typ=1&typ=5' };
  const now = (query: string) => differs(ansicht, new URLSearchParams(query), today);
  assert.equal(now('typ=5&typ=1&suche=hund&seite=4&ansicht=abc'), false);
  assert.equal(now('typ=5&suche=hund'), true);
  assert.equal(now('ansicht=abc'), true);
});

test('was die Liste nicht mehr kennt, wird genannt', () => {
  assert.deepEqual(forgottenParameters({ abfrage: 'suche=a&farbe=rot&farbe=blau' }, ['suche', 'typ']), [
    'farbe',
  ]);
});

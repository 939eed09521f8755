import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { soon } from '../../../../kernel/testing/soon.ts';
import { smallInput } from '../../testing/small-index.ts';
import { buildFinderIndex } from '../build-index.ts';
import type { LokalerText } from '../finder-input.ts';
import type { Suchanfrage } from './answer.ts';
import { search } from './search.ts';
import { suggest } from './suggest.ts';

const index = buildFinderIndex(smallInput());
const ask = (text: string, more: Partial<Suchanfrage> = {}) =>
  search(index, { text, kette: null, limit: 10, offset: 0, ...more });
const first = (text: string) => ask(text).treffer[0];

test('Alltagswörter, Beugung, Zusammengesetztes und Abkürzungen führen zur richtigen Leistung', () => {
  const expected: Readonly<Record<string, number>> = {
    'köter anmelden': 10160,
    hundesteuer: 10160,
    'steuer für meinen hund': 10160,
    hundeanmeldung: 10160,
    'wo melde ich meinen hund an': 10160,
    'perso weg': 10119,
    'ich habe meinen ausweis verloren': 10119,
    'alg 2': 10082,
    'alg 1': 10073,
    'hartz 4': 10082,
    '§ 34c': 10294,
    'müll abfuhr': 10110,
  };
  for (const [query, ozgId] of Object.entries(expected)) assert.equal(first(query)?.ozgId, ozgId, query);
});

test('Synonyme gelten in jeder Leistung, aber das Wort selbst geht vor', () => {
  assert.equal(first('kübel')?.ozgId, 10110);
  assert.ok((first('tonne')?.score ?? 0) > (first('kübel')?.score ?? 0));
});

test('Tippfehler werden verziehen, und die Suche sagt, was sie verstand', () => {
  assert.equal(first('asil')?.ozgId, 10266);
  assert.equal(first('harz 4')?.ozgId, 10082);
  const found = ask('gewerbescein');
  assert.equal(found.treffer[0]?.ozgId, 10294);
  assert.equal(found.meinten, 'gewerbeschein');
  assert.equal(ask('hund').meinten, null);
});

test('andere Schriften werden gefunden', () => {
  assert.equal(first('паспорта')?.ozgId, 10119);
  assert.equal(first('بطالة')?.ozgId, 10073);
});

test('die passende Leistung steht vor ihren Geschwistern, die als Zahl dabeistehen', () => {
  const found = first('hund abmelden');
  assert.equal(found?.leistungId, 'L02938');
  assert.equal(found?.weitere, 2);
});

test('Schlüssel werden als Schlüssel gelesen, auch mit Leerzeichen', () => {
  assert.equal(first('L02939')?.leistungId, 'L02939');
  assert.equal(first('99 110 012 005 000')?.leistungId, 'L02939');
  assert.equal(first('10160')?.ozgId, 10160);
  assert.equal(first('991100')?.leistungId, 'L02939');
});

test('eine Leistung ohne OZG-Leistung wird gefunden', () => {
  assert.equal(first('kurtaxe')?.leistungId, 'L09999');
  assert.equal(first('kurtaxe')?.ozgId, null);
});

test('jeder Treffer sagt, warum er gefunden wurde', () => {
  assert.deepEqual(first('köter anmelden')?.grund, {
    woerter: ['koter', 'anmelden'],
    feld: 'alltag',
    text: 'Köter anmelden',
  });
});

test('Eingrenzungen zählen alle Treffer und zeigen nur die gewählten', () => {
  const all = ask('anmeldung');
  assert.deepEqual(all.facetten.zielgruppen, { buerger: 2, unternehmen: 1 });
  const narrowed = ask('anmeldung', { facetten: { zielgruppe: 'unternehmen' } });
  assert.deepEqual(
    narrowed.treffer.map(({ ozgId }) => ozgId),
    [10294],
  );
  assert.equal(narrowed.gesamt, 1);
});

test('was hier Pflicht oder online ist, steht bei Gleichstand vorn, aber nie vor Besserem', () => {
  const online = (id: string) => (leistungId: string) =>
    leistungId === id ? { onlineHier: true, pflichtHier: true, faelleJeMillion: 100_000 } : {};
  const query = { text: 'anmeldung', kette: null, limit: 10, offset: 0 };
  for (const { leistungId, ozgId } of ask('anmeldung').treffer.slice(0, 2))
    assert.equal(search(index, query, online(leistungId)).treffer[0]?.ozgId, ozgId);
  const hund = search(index, { ...query, text: 'hund anmelden' }, online('L02680'));
  assert.equal(hund.treffer[0]?.ozgId, 10160);
});

const local = (ars: string, name: string, leistungId = 'L04271'): LokalerText => ({
  leistungId,
  ars,
  name,
  suchbegriffe: [],
  teaser: '',
});

test('ein Wort aus dem Text einer Gemeinde zählt dort, und anderswo nicht', () => {
  const lemgo = '057660044044';
  const detmold = '057660020020';
  const here = buildFinderIndex(
    smallInput([local(lemgo, 'Wertstoffschluckspecht'), local(detmold, 'Sonstiges')]),
  );
  const at = (ars: string) =>
    search(here, { text: 'schluckspecht wertstoffschluckspecht', kette: [ars], limit: 5, offset: 0 });
  assert.equal(at(lemgo).treffer[0]?.leistungId, 'L04271');
  assert.equal(at(lemgo).treffer[0]?.ars, lemgo);
  assert.equal(at(detmold).gesamt, 0);
});

test('ohne Ort zählt ein Wort mehr, je mehr Gemeinden es benutzen', () => {
  const scoreWith = (count: number) => {
    const texts = Array.from({ length: count }, (_, at) => local(`05766${at}`.padEnd(12, '0'), 'Krempeltag'));
    const here = buildFinderIndex(smallInput(texts));
    const found = search(here, { text: 'krempeltag', kette: null, limit: 5, offset: 0 });
    return found.treffer[0]?.score ?? 0;
  };
  assert.ok(scoreWith(1) > 0);
  assert.ok(scoreWith(4) > scoreWith(1));
});

test('Leeres, Unsinn und Angriffe bekommen eine leere oder klare Antwort', () => {
  for (const text of [
    '',
    '   ',
    '?',
    '😀🎉',
    "'; drop table leistung; --",
    '<script>alert(1)</script>',
    '%00',
    '\u0000',
  ])
    assert.ok(ask(text).gesamt >= 0, text);
  assert.equal(ask('').gesamt, 0);
  assert.equal(ask('😀').gesamt, 0);
});

test('keine Eingabe wirft oder dauert lange', () => {
  const anything = fc.oneof(fc.string({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 200 }));
  fc.assert(
    fc.property(anything, (text) => {
      assert.ok(ask(text).treffer.every(({ score }) => Number.isFinite(score)));
      assert.ok(suggest(index, { prefix: text, kette: null, limit: 5 }).length <= 5);
    }),
  );
  const long = ['a'.repeat(10_000), 'hund '.repeat(2_000), 'hundesteuer'.repeat(900), 'ä-'.repeat(5_000)];
  for (const text of long) soon(() => ask(text));
});

test('dieselbe Suche gibt nach jeder anderen dasselbe', () => {
  const queries = ['hund anmelden', 'perso weg', 'alg 2', 'anmeldung', 'hundesteuer'];
  const before = queries.map((query) => ask(query));
  fc.assert(
    fc.property(fc.shuffledSubarray(queries), (order) => {
      for (const query of order) assert.deepEqual(ask(query), before[queries.indexOf(query)]);
    }),
    { numRuns: 20 },
  );
});

test('Vorschläge setzen fort, was getippt ist, auch mitten im Wortlaut', () => {
  const texts = (prefix: string) => suggest(index, { prefix, kette: null, limit: 5 }).map(({ text }) => text);
  assert.ok(texts('köt').includes('Köter anmelden'));
  assert.ok(texts('hundeh').includes('Hundehaltung'));
  assert.ok(texts('verlo').includes('Ausweis verloren'));
  assert.deepEqual(texts(''), []);
  assert.equal(new Set(texts('h')).size, texts('h').length);
});

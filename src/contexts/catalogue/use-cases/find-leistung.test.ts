import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorOf } from '#platform';
import { shippedData } from '../../../../test/support/broken-data.ts';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { explainLeistung } from '../domain/explain-leistung.ts';
import { indexCatalogue } from './catalogue-indexer.ts';
import { loadCatalogueData } from './import-catalogue.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { resolveLeistung } from './resolve-leistung.ts';
import { searchCatalogue } from './search-catalogue.ts';

async function shippedCatalogue() {
  await using t = await testDatabase();
  await loadCatalogueData(t.db, actorOf('system', 'test'), shippedData);
  return await t.db.withPublic((tx) => loadCatalogue(tx));
}

test('a Leistung is found by our own id, by its LeiKa key with or without blanks, and by its name', async () => {
  const catalogue = await shippedCatalogue();
  const hundesteuer = catalogue.leistungByLeika.get('99102013000000');
  for (const text of [
    '99102013000000',
    ' 99 102 013 000 000 ',
    'Hundesteuer',
    'HUNDESTEUER',
    hundesteuer?.id.toLowerCase() ?? '',
  ]) {
    const found = resolveLeistung(catalogue, text);
    assert.ok(found.ok, text);
    assert.equal(found.value.id, hundesteuer?.id);
  }
});

test('an unknown key or name is not found and offers the near ones', async () => {
  const catalogue = await shippedCatalogue();
  for (const [text, near] of [
    ['99102013000999', '99102013000000'],
    ['Hundesteur', '99102013000000'],
  ] as const) {
    const found = resolveLeistung(catalogue, text);
    assert.ok(!found.ok);
    assert.equal(found.refusal.code, 'CATALOGUE_LEISTUNG_UNKNOWN');
    assert.ok(
      found.refusal.suggestions?.some(({ key }) => key === near),
      text,
    );
  }
  assert.ok(!resolveLeistung(catalogue, '').ok);
});

test('the search finds by everyday words, by parts of words, by keys and despite a slip', async () => {
  const index = await indexCatalogue(await shippedCatalogue());
  const expectations = {
    Hundesteuer: 'Hundesteuer',
    hundestuer: 'Hundesteuer',
    'hund anmelden': 'Hundehaltung Anmeldung',
    'Ich möchte meinen Hund anmelden': 'Hundehaltung Anmeldung',
    Führerschein: 'Führerschein',
    fuehrerschein: 'Führerschein',
    'gewerbe anmelden': 'Gewerbe Anmeldung',
    '99102013': 'Hundesteuer',
    '99 102 013': 'Hundesteuer',
    '10257': 'Einbürgerung',
  };
  for (const [words, name] of Object.entries(expectations)) {
    const found = searchCatalogue(index, words, 5).treffer;
    assert.ok(
      found.some((treffer) => treffer.name.startsWith(name)),
      `${words}: ${found.map((treffer) => treffer.name)}`,
    );
  }
  assert.match(searchCatalogue(index, 'Führerschein').treffer[0]?.name ?? '', /^Führerschein/);
  assert.deepEqual(searchCatalogue(index, 'xyzzyqq'), { gesamt: 0, treffer: [] });
  assert.deepEqual(searchCatalogue(index, ''), { gesamt: 0, treffer: [] });
  const best = searchCatalogue(index, 'Steuer', 3);
  const all = searchCatalogue(index, 'Steuer', 5_000);
  assert.equal(best.treffer.length, 3);
  assert.ok(all.gesamt > 50);
  assert.deepEqual([best.gesamt, all.treffer.length], [all.gesamt, all.gesamt], 'what is cut is told');
});

test('Typisierung and Verrichtung of every Leistung are explained in words', async () => {
  const catalogue = await shippedCatalogue();
  for (const leistung of catalogue.leistungen) {
    const { typisierung, verrichtung } = explainLeistung(catalogue, leistung);
    assert.match(typisierung.text, /\.$/);
    assert.doesNotMatch(typisierung.text, /nicht erklärt|Zusatz/);
    assert.notEqual(verrichtung, '');
  }
  const byTyp = (typ: string | null) => catalogue.leistungen.find((leistung) => leistung.typ === typ);
  const textOf = (typ: string | null) => {
    const leistung = byTyp(typ);
    return leistung ? explainLeistung(catalogue, leistung).typisierung.text : '';
  };
  assert.equal(
    textOf('2/3'),
    'Typ 2/3: Der Bund regelt die Leistung, das Land oder die Kommune führt sie aus.',
  );
  assert.equal(textOf('5'), 'Typ 5: Die Kommune regelt die Leistung, die Kommune führt sie aus.');
  assert.equal(textOf(null), 'Der Katalog nennt keine Typisierung.');
});

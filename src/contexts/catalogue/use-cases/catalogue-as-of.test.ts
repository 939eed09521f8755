import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { actorOf } from '#platform';
import { copyData, shippedData } from '../../../../test/support/broken-data.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { shippedEnden } from '../testing/shipped-catalogue.ts';
import { openCatalogueAsOf } from './catalogue-as-of.ts';
import { indexCatalogue } from './catalogue-indexer.ts';
import { openCatalogueVersions } from './catalogue-versions.ts';
import { applyCatalogueImport } from './import-catalogue.ts';
import { loadCatalogue } from './load-catalogue.ts';

const actor = actorOf('betreiber', 'test');

/** The shipped Fassung of 2019 and one of 2025 in which the dog tax has another name. */
async function twoFassungen(t: TestDatabase) {
  assert.ok((await applyCatalogueImport(t.db, actor, shippedData)).ok);
  using copy = copyData();
  copy.edit('katalog/leistungen.jsonl', (lines) =>
    lines.map((line) =>
      line
        .replace('"stand":"2019-10-05"', '"stand":"2025-03-01"')
        .replace('"name":"Hundesteuer",', '"name":"Steuer auf Hunde",'),
    ),
  );
  const applied = await applyCatalogueImport(t.db, actor, copy.folder);
  assert.ok(applied.ok, JSON.stringify(applied));
  const catalogue = await t.db.withPublic((tx) => loadCatalogue(tx));
  const index = indexCatalogue(catalogue);
  return openCatalogueAsOf({
    catalogue: async () => catalogue,
    search: async () => index,
    versions: openCatalogueVersions(t.db),
    enden: shippedEnden(),
  });
}

test('a day is answered from the Fassung that was the newest on it, and its search finds the names of then', async () => {
  await using t = await testDatabase();
  const asOf = await twoFassungen(t);
  const seen = async (day: string | null) => {
    const date = day === null ? null : localDate(day);
    const { catalogue } = await asOf.on(date);
    const index = await asOf.search(date);
    const [first] = index.find('99102013000000');
    assert.equal(index.catalogue.fassung.nummer, catalogue.fassung.nummer);
    return [
      catalogue.fassung.nummer,
      catalogue.fassung.stand,
      index.catalogue.leistungById.get(first?.id ?? '')?.name,
      catalogue.leistungen.length,
    ];
  };
  assert.deepEqual(await seen(null), [2, '2025-03-01', 'Steuer auf Hunde', 5249]);
  assert.deepEqual(await seen('2025-03-01'), [2, '2025-03-01', 'Steuer auf Hunde', 5239]);
  assert.deepEqual(await seen('2025-02-28'), [1, '2019-10-05', 'Hundesteuer', 5239]);
  assert.deepEqual(await seen('2023-12-31'), [1, '2019-10-05', 'Hundesteuer', 5249]);
  assert.deepEqual(await seen('2000-01-01'), [1, '2019-10-05', 'Hundesteuer', 5249], 'the oldest there is');
});

test('what is made of a Fassung for a day is made once, and the stock keeps what has ended', async () => {
  await using t = await testDatabase();
  const asOf = await twoFassungen(t);
  const [one, two] = [await asOf.on(localDate('2026-01-01')), await asOf.on(localDate('2026-11-22'))];
  assert.equal(one.catalogue, two.catalogue);
  assert.equal(one.catalogue.leistungById.has('L03071'), false);
  assert.ok((await asOf.stock(localDate('2026-11-22'))).leistungById.has('L03071'));
  const inTree = one.catalogue.tree.reduce((sum, { leistungen }) => sum + leistungen, 0);
  assert.equal(inTree + one.catalogue.ohneOzg.length, 5239);
});

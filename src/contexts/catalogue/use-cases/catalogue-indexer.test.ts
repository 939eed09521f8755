import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { actorOf } from '#platform';
import { shippedData } from '../../../../test/support/broken-data.ts';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import { type CatalogueIndex, catalogueIndexer, indexCatalogue } from './catalogue-indexer.ts';
import { loadCatalogueData } from './import-catalogue.ts';
import { loadCatalogue } from './load-catalogue.ts';

const questions = [
  ...['Hund', 'hund anmelden', 'hundestuer', 'steuer', 'Führerschein', '99102013', 'eltern geld', 'Bau'],
  ...['Zeppelin', 'Zeppelinhalle', 'Zeppelinhallenaufsicht', 'Halle', 'Aufsicht', 'gewerbe', 'L00010'],
];

const answersOf = (index: CatalogueIndex) => questions.map((words) => index.find(words));

/** The same catalogue with other Leistungen. */
function withLeistungen(catalogue: Catalogue, leistungen: readonly Leistung[]): Catalogue {
  return { ...catalogue, leistungen, leistungById: new Map(leistungen.map((one) => [one.id, one])) };
}

describe('an index that goes on to the next catalogue', () => {
  let shipped: Catalogue;
  let changed: Catalogue;
  before(async () => {
    await using t = await testDatabase();
    await loadCatalogueData(t.db, actorOf('system', 'test'), shippedData);
    shipped = await t.db.withPublic((tx) => loadCatalogue(tx));
    // Some have other names, some are gone, and a new word stands alone, by which another is cut apart now.
    const renamed = shipped.leistungen.map((one, place) =>
      place % 20 === 0 ? { ...one, name: `Zeppelinhallenaufsicht ${one.name}` } : one,
    );
    const [first] = shipped.leistungen;
    assert.ok(first);
    const added = ['Zeppelin', 'Halle', 'Hallenaufsicht'].map((name, place) => ({
      ...first,
      id: `L9000${place}`,
      leika: null,
      name,
    }));
    changed = withLeistungen(shipped, [...renamed.filter((_, place) => place % 33 !== 5), ...added]);
  });

  test('answers as one that was built for it alone: there, and back again', async () => {
    const next = catalogueIndexer();
    const first = answersOf(await next(shipped));
    assert.deepEqual(first, answersOf(await indexCatalogue(shipped)));
    assert.deepEqual(answersOf(await next(changed)), answersOf(await indexCatalogue(changed)));
    assert.deepEqual(answersOf(await next(shipped)), first);
  });

  test('answers the same where nearly everything is another', async () => {
    const next = catalogueIndexer();
    const few = withLeistungen(shipped, shipped.leistungen.slice(0, 50));
    await next(shipped);
    assert.deepEqual(answersOf(await next(few)), answersOf(await indexCatalogue(few)));
    assert.deepEqual(answersOf(await next(shipped)), answersOf(await indexCatalogue(shipped)));
  });

  test('never loses a Leistung on the way, for whoever searches meanwhile', async () => {
    const next = catalogueIndexer();
    const index = await next(shipped);
    const stays = shipped.leistungen[20];
    assert.ok(stays && changed.leistungById.has(stays.id));
    let done = false;
    const made = next(changed).finally(() => {
      done = true;
    });
    let asked = 0;
    while (!done) {
      assert.ok(index.find(stays.id.toLowerCase()).some(({ id }) => id === stays.id));
      asked += 1;
      await setImmediate();
    }
    await made;
    assert.ok(asked > 5, `asked only ${asked} times`);
  });

  test('indexes catalogues that come at once one after the other', async () => {
    const next = catalogueIndexer();
    const [first, second] = await Promise.all([next(shipped), next(changed)]);
    assert.equal(first.catalogue, shipped);
    assert.deepEqual(answersOf(second), answersOf(await indexCatalogue(changed)));
  });
});

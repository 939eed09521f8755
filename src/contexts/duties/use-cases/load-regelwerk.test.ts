import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCatalogue, loadCatalogueData } from '#catalogue';
import { actorOf } from '#platform';
import { groessenklasseOn, loadTerritory, loadTerritoryData } from '#territory';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { compileDuties } from '../domain/compiled-duties.ts';
import { dutyStatistics } from '../domain/duty-statistics.ts';
import { realDuties, realEnden, today } from '../testing/real-duties.ts';
import { loadRulesData } from './import-rules.ts';
import { loadRegelwerk } from './load-regelwerk.ts';

const actor = actorOf('betreiber', 'test');
const shipped = join(import.meta.dirname, '../../../../data');

test('aus der Datenbank folgen für 427 Körperschaften und 5.249 Leistungen dieselben Urteile wie aus den Dateien', async () => {
  await using t = await testDatabase();
  for (const load of [loadCatalogueData, loadTerritoryData, loadRulesData])
    assert.ok((await load(t.db, actor, shipped)).ok);
  const { catalogue, territory, regelwerk } = await t.db.withPublic(async (tx) => ({
    catalogue: await loadCatalogue(tx),
    territory: await loadTerritory(tx),
    regelwerk: await loadRegelwerk(tx),
  }));
  const { leistungen } = catalogue;
  const { bodies } = territory;
  const duties = compileDuties({
    regelwerk,
    leistungen,
    enden: realEnden(),
    bodies,
    klasseOn: (ags, date) => groessenklasseOn(territory, ags, date),
  });
  const real = realDuties();
  const stored = dutyStatistics(duties, bodies, today);
  assert.equal(stored.pairs, 427 * 5249);
  assert.deepEqual(stored, dutyStatistics(real, real.facts.bodies, today));
});

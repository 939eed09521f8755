import { join } from 'node:path';
import { actorOf } from '../../../platform/database/tx.ts';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import type { Territory, Umfang } from '../domain/territory.ts';
import { loadTerritoryData } from '../use-cases/import-territory.ts';
import { loadTerritory } from '../use-cases/load-territory.ts';

const known = new Map<string, Promise<Territory>>();

/** The territory that the product ships, read through a database as the product reads it, once a process. */
export function shippedTerritory(...umfaenge: readonly Umfang[]): Promise<Territory> {
  const key = umfaenge.join(' ');
  const territory = known.get(key) ?? read(umfaenge);
  known.set(key, territory);
  return territory;
}

async function read(umfaenge: readonly Umfang[]): Promise<Territory> {
  await using t = await testDatabase();
  const data = join(import.meta.dirname, '../../../../data');
  for (const umfang of umfaenge) {
    const loaded = await loadTerritoryData(t.db, actorOf('system', 'test'), data, umfang);
    if (!loaded.ok) throw new Error(loaded.refusal.message);
  }
  return await t.db.withPublic((tx) => loadTerritory(tx));
}

import { ok, type Result } from '#kernel';
import type { Actor, Database } from '#platform';
import type { Umfang } from '../domain/territory.ts';
import { hashTerritoryData, readTerritoryData } from '../read-territory-data.ts';
import { readHashes } from '../store.ts';
import { writeTerritory } from './import-territory.ts';

/**
 * Brings the territory that the product ships into the database: Nordrhein-Westfalen at the first start, the rest of
 * Germany on demand. Costs one query where it is there already; a newer state that an operator imported stays.
 */
export async function loadTerritoryData(
  db: Pick<Database, 'withPublic' | 'withReference'>,
  actor: Actor,
  folder: string,
  umfang: Umfang = 'nrw',
): Promise<Result<{ readonly loaded: boolean }>> {
  const shipped = hashTerritoryData(folder, umfang);
  const held = await db.withPublic((tx) => readHashes(tx, umfang));
  if (held.some(({ hash }) => hash === shipped)) return ok({ loaded: false });
  const data = readTerritoryData(folder, umfang);
  if (!data.ok) return data;
  if (held.some((fassung) => fassung.stand > data.value.stand)) return ok({ loaded: false });
  const outcome = await db.withReference(actor, (tx) => writeTerritory(tx, data.value));
  return ok({ loaded: outcome.changed });
}

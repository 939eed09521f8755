import { ok, type Result } from '#kernel';
import type { Actor, Database } from '#platform';
import { hashCatalogueData, readCatalogueData } from '../read-catalogue-data.ts';
import { readHashes } from '../store.ts';
import { writeCatalogue } from './import-catalogue.ts';

/**
 * Brings the catalogue that the product ships into the database. Costs one query where it is there already; an import
 * that an operator made of a newer state stays in force.
 */
export async function loadCatalogueData(
  db: Pick<Database, 'withPublic' | 'withReference'>,
  actor: Actor,
  folder: string,
): Promise<Result<{ readonly loaded: boolean }>> {
  const shipped = hashCatalogueData(folder);
  const held = await db.withPublic(readHashes);
  if (held.some(({ hash }) => hash === shipped)) return ok({ loaded: false });
  const data = readCatalogueData(folder);
  if (!data.ok) return data;
  const { stand } = data.value.files.leistungen.kopf;
  if (held.some((fassung) => fassung.stand > stand)) return ok({ loaded: false });
  const outcome = await db.withReference(actor, (tx) => writeCatalogue(tx, data.value));
  return ok({ loaded: outcome.changed });
}

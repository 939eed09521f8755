import { join } from 'node:path';
import { actorOf } from '../../../platform/database/tx.ts';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { endeById, type Leistungsenden } from '../domain/ended.ts';
import { readEndedLeistungen } from '../read-ended-leistungen.ts';
import { loadCatalogueData } from '../use-cases/import-catalogue.ts';
import { loadCatalogue } from '../use-cases/load-catalogue.ts';

let known: Promise<Catalogue> | undefined;

/** The catalogue that the product ships, read through a database as the product reads it, once a process. */
export function shippedCatalogue(): Promise<Catalogue> {
  known ??= read();
  return known;
}

async function read(): Promise<Catalogue> {
  await using t = await testDatabase();
  const data = join(import.meta.dirname, '../../../../data');
  const loaded = await loadCatalogueData(t.db, actorOf('system', 'test'), data);
  if (!loaded.ok) throw new Error(loaded.refusal.message);
  return await t.db.withPublic((tx) => loadCatalogue(tx));
}

/** The ends of Leistungen that the product ships. */
export function shippedEnden(): Leistungsenden {
  const read = readEndedLeistungen(join(import.meta.dirname, '../../../../data'));
  if (!read.ok) throw new Error(read.refusal.message);
  return endeById(read.value);
}

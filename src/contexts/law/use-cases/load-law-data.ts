import { ok, type Result } from '#kernel';
import type { Actor, Database } from '#platform';
import { hashLawData, readLawData } from '../read-law-data.ts';
import { type Umfang, umfaenge } from '../reference-files.ts';
import { readFassungen } from '../store.ts';
import { writeLaw } from './import-law.ts';

/**
 * Brings Akteure, registers and wordings that the product ships into the database. Costs one query each where they are there
 * already; a newer state that an operator imported stays.
 */
export async function loadLawData(
  db: Pick<Database, 'withPublic' | 'withReference'>,
  actor: Actor,
  folder: string,
): Promise<Result<{ readonly loaded: boolean }>> {
  let loaded = false;
  for (const umfang of umfaenge) {
    const outcome = await loadOne(db, actor, folder, umfang);
    if (!outcome.ok) return outcome;
    loaded ||= outcome.value.loaded;
  }
  return ok({ loaded });
}

async function loadOne(
  db: Pick<Database, 'withPublic' | 'withReference'>,
  actor: Actor,
  folder: string,
  umfang: Umfang,
): Promise<Result<{ readonly loaded: boolean }>> {
  const shipped = hashLawData(folder, umfang);
  const held = await db.withPublic((tx) => readFassungen(tx, umfang));
  if (held.some(({ hash }) => hash === shipped)) return ok({ loaded: false });
  const data = readLawData(folder, umfang);
  if (!data.ok) return data;
  if (held.some((fassung) => fassung.stand > data.value.stand)) return ok({ loaded: false });
  const outcome = await db.withReference(actor, (tx) => writeLaw(tx, data.value));
  return ok({ loaded: outcome.changed });
}

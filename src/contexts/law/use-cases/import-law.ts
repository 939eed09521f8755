import { ok, type Result } from '#kernel';
import {
  type Actor,
  type Database,
  type ImportOutcome,
  type ImportPreview,
  type IncomingFassung,
  importFassung,
  previewFassung,
  type Tx,
} from '#platform';
import { type LawData, readLawData } from '../read-law-data.ts';
import type { Umfang } from '../reference-files.ts';
import { readFassungen } from '../store.ts';

/** Shows what importing the extent from `folder` would change, and changes nothing. */
export async function previewLawImport(
  db: Pick<Database, 'withPublic'>,
  folder: string,
  umfang: Umfang,
): Promise<Result<ImportPreview>> {
  const data = readLawData(folder, umfang);
  if (!data.ok) return data;
  return ok(await db.withPublic((tx) => previewFassung(tx, incomingOf(data.value))));
}

/** Imports the extent from `folder`, all or nothing; a second time nothing changes. */
export async function applyLawImport(
  db: Pick<Database, 'withReference'>,
  actor: Actor,
  folder: string,
  umfang: Umfang,
): Promise<Result<ImportOutcome>> {
  const data = readLawData(folder, umfang);
  if (!data.ok) return data;
  return ok(await db.withReference(actor, (tx) => writeLaw(tx, data.value)));
}

/** Writes checked data in the caller's transaction. */
export function writeLaw(tx: Tx, data: LawData): Promise<ImportOutcome> {
  return importFassung(tx, incomingOf(data));
}

function incomingOf({ umfang, stand, hash, saetze, tables }: LawData): IncomingFassung {
  return {
    context: 'law',
    kopf: { umfang, stand, hash },
    saetze,
    tables,
    earlier: (tx) => readFassungen(tx, umfang),
  };
}

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
import { hashSolutionsData, readSolutionsData, type SolutionsData } from '../read-solutions-data.ts';
import { loesungenFormats } from '../reference-files.ts';
import { readFassungen, readReferenzRows } from '../store-register.ts';

/** Shows what importing the register from `folder` would change, and changes nothing. */
export async function previewSolutionsImport(
  db: Pick<Database, 'withPublic'>,
  folder: string,
): Promise<Result<ImportPreview>> {
  const data = readSolutionsData(folder);
  return data.ok ? ok(await db.withPublic((tx) => previewFassung(tx, incomingOf(data.value)))) : data;
}

/** Imports the register from `folder`, all or nothing; a second time nothing changes. Contributions stay as they are. */
export async function applySolutionsImport(
  db: Pick<Database, 'withReference'>,
  actor: Actor,
  folder: string,
): Promise<Result<ImportOutcome>> {
  const data = readSolutionsData(folder);
  return data.ok
    ? ok(await db.withReference(actor, (tx) => importFassung(tx, incomingOf(data.value))))
    : data;
}

/**
 * Brings the register that the product ships into the database. Costs one query where it is there already; a newer state
 * that an operator imported stays.
 */
export async function loadSolutionsData(
  db: Pick<Database, 'withPublic' | 'withReference'>,
  actor: Actor,
  folder: string,
): Promise<Result<{ readonly loaded: boolean }>> {
  const shipped = hashSolutionsData(folder);
  const held = await db.withPublic(readFassungen);
  if (held.some(({ hash }) => hash === shipped)) return ok({ loaded: false });
  const data = readSolutionsData(folder);
  if (!data.ok) return data;
  if (held.some((fassung) => fassung.stand > data.value.stand)) return ok({ loaded: false });
  const outcome = await db.withReference(actor, (tx) => importFassung(tx, incomingOf(data.value)));
  return ok({ loaded: outcome.changed });
}

/** A file of the register as the newest import has it, in the project's own format; null where nothing is loaded. */
export async function currentSolutionsFile(tx: Tx, file: string): Promise<string | null> {
  if (file !== loesungenFormats.loesungen.file) return null;
  const kopf = (await readFassungen(tx)).at(-1)?.saetze.loesungen;
  if (kopf === undefined) return null;
  const rows = (await readReferenzRows(tx)).map(({ id, inhalt }) => ({ id, ...Object(inhalt) }));
  const lines = [{ kopf: { ...kopf, zeilen: rows.length } }, ...rows];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

function incomingOf({ stand, hash, saetze, tables }: SolutionsData): IncomingFassung {
  return { context: 'solutions', kopf: { stand, hash }, saetze, tables, earlier: readFassungen };
}

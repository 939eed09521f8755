import pg from 'pg';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { ExportReport } from './export-data.ts';
import { type ExportHeader, exactText, exportHeader, type SequenceLine } from './export-format.ts';
import { BrokenExport, lineOf, linesOf, parse } from './export-lines.ts';
import { readForeignKeys, readMigrations, readTables, type TableShape } from './read-schema.ts';
import { completed, openWriter, type TableWriter, writerOf } from './table-writer.ts';

/**
 * Reads an export into a migrated database that holds no tenant's rows yet: all of it, or nothing. Triggers rest
 * meanwhile, so that the audit trail keeps its own times and hashes; foreign keys are checked at the end.
 */
export async function importData(file: string, ownerUrl: string): Promise<Result<ExportReport>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`begin; ${exactText}`);
    const result = await importWithin(client, file);
    await client.query(result.ok ? 'commit' : 'rollback');
    if (result.ok) await client.query('analyze');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    if (error instanceof BrokenExport) return refuse(broken(file, error.message));
    throw error;
  } finally {
    await client.end();
  }
}

async function importWithin(client: pg.Client, file: string): Promise<Result<ExportReport>> {
  const lines = linesOf(file);
  const first = await lines.next();
  const header = first.done ? null : exportHeader.safeParse(parse(first.value));
  if (!header?.success) return refuse(broken(file, 'die erste Zeile ist kein Kopf eines Leitwerk-Exports'));
  const unfit = (await differentSchema(client, header.data)) ?? (await notEmpty(client));
  if (unfit) return refuse(unfit);
  const tables = await readTables(client);
  const keys = await readForeignKeys(client);
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  const report = await readBody(client, lines, new Map(tables.map((table) => [table.name, table])));
  // The queue starts empty: every event that was not handled yet becomes a job again.
  await client.query('update platform.outbox set relayed_at = null where failed_at is null');
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  }
  return ok(report);
}

async function readBody(
  client: pg.Client,
  lines: AsyncGenerator<string>,
  tables: ReadonlyMap<string, TableShape>,
): Promise<ExportReport> {
  const sequences: SequenceLine[] = [];
  let writer: TableWriter | null = null;
  let rows = 0;
  for await (const text of lines) {
    const item = text.startsWith('[') ? null : lineOf(text);
    if (item === null) await openWriter(writer).add(text);
    else if ('endOfExport' in item) {
      const report = completed(item, rows);
      await setSequences(client, sequences);
      return report;
    } else if ('table' in item) writer = writerOf(client, tables.get(item.table), item.table, item.columns);
    else if ('endOfTable' in item) rows += await openWriter(writer).end(item.rows);
    else sequences.push(item);
  }
  throw new BrokenExport('das Ende fehlt');
}

/** Done last: a sequence does not roll back. */
async function setSequences(client: pg.Client, sequences: readonly SequenceLine[]): Promise<void> {
  for (const { sequence, value, called } of sequences) {
    await client.query('select setval($1::regclass, $2, $3)', [sequence, value, called]);
  }
}

async function differentSchema(client: pg.Client, header: ExportHeader): Promise<Refusal | null> {
  const here = new Map((await readMigrations(client)).map(({ name, hash }) => [name, hash]));
  const there = new Map(header.migrations.map(({ name, hash }) => [name, hash]));
  const differing = [...new Set([...here.keys(), ...there.keys()])].filter(
    (name) => here.get(name) !== there.get(name),
  );
  if (differing.length === 0) return null;
  return {
    kind: 'conflict',
    code: 'IMPORT_OTHER_VERSION',
    message: `Der Export stammt aus einer anderen Version von Leitwerk (verschieden: ${differing.join(', ')}). Bitte mit der Version einlesen, die ihn geschrieben hat, und danach erneuern.`,
  };
}

async function notEmpty(client: pg.Client): Promise<Refusal | null> {
  for (const { name, dataClass } of await readTables(client)) {
    if (dataClass !== 'tenant' && dataClass !== 'circle') continue;
    const { rowCount } = await client.query(`select from ${name} limit 1`);
    if (!rowCount) continue;
    return {
      kind: 'conflict',
      code: 'IMPORT_NOT_EMPTY',
      message: `In der Zieldatenbank stehen schon Daten (${name}). Eingelesen wird nur in eine leere. Bitte eine neue Datenbank oder einen neuen Datenordner nehmen.`,
    };
  }
  return null;
}

function broken(file: string, why: string): Refusal {
  return {
    kind: 'invalid',
    code: 'IMPORT_BROKEN_FILE',
    message: `Die Datei ${file} ist nicht lesbar: ${why}. Es wurde nichts eingelesen. Bitte eine andere Sicherung nehmen.`,
  };
}

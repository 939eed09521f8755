import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { type ExportHeader, type ExportLine, exactText } from './export-format.ts';
import { readMigrations, readSequences, readTables, type TableShape } from './read-schema.ts';

/** What an export holds. */
export interface ExportReport {
  readonly tables: number;
  readonly rows: number;
}

const rowsAtOnce = 1000;

/**
 * Writes all our tables as they are at one moment to `file`, in the project's own format and in constant memory, while
 * the program runs. The file stands under its name only when it is whole.
 */
export async function exportData(ownerUrl: string, file: string): Promise<ExportReport> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  await client.connect();
  const draft = `${file}.new-${process.pid}`;
  const report = { tables: 0, rows: 0 };
  try {
    await client.query(`begin isolation level repeatable read, read only; ${exactText}`);
    const sink = createWriteStream(draft, { mode: 0o600 });
    await pipeline(Readable.from(linesOf(client, report)), createGzip({ level: 5 }), sink);
    await client.query('commit');
    await flushFile(draft);
    await rename(draft, file);
    return report;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* linesOf(client: pg.Client, report: { tables: number; rows: number }): AsyncGenerator<string> {
  yield line(await headerOf(client));
  for (const table of await readTables(client)) {
    yield line({ table: table.name, columns: [...table.columns] });
    const before = report.rows;
    for await (const rows of rowsOf(client, table)) {
      report.rows += rows.length;
      yield `${rows.join('\n')}\n`;
    }
    report.tables += 1;
    yield line({ endOfTable: table.name, rows: report.rows - before });
  }
  for (const { name, value, called } of await readSequences(client)) {
    yield line({ sequence: name, value, called });
  }
  yield line({ endOfExport: true, ...report });
}

async function headerOf(client: pg.Client): Promise<ExportHeader> {
  const { rows } = await client.query<{ server: string }>(
    `select current_setting('server_version') as server`,
  );
  return {
    format: 'leitwerk-export',
    version: 1,
    at: new Date().toISOString(),
    server: rows[0]?.server ?? '',
    migrations: [...(await readMigrations(client))],
  };
}

async function* rowsOf(client: pg.Client, table: TableShape): AsyncGenerator<readonly string[]> {
  const values = table.columns.map((column) => `${column}::text`).join(', ');
  await client.query(
    `declare exported no scroll cursor for select to_json(array[${values}])::text as row from ${table.name}`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${rowsAtOnce} from exported`);
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < rowsAtOnce) break;
  }
  await client.query('close exported');
}

function line(content: ExportHeader | ExportLine): string {
  return `${JSON.stringify(content)}\n`;
}

async function flushFile(file: string): Promise<void> {
  const handle = await open(file, 'r');
  await handle.sync();
  await handle.close();
}

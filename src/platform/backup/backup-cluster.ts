import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type CopiedFile, copyFile, copyFolder, hashFile } from './copy-files.ts';

/** A copied cluster and from where to where it must be replayed. */
export interface ClusterCopy {
  readonly files: readonly CopiedFile[];
  readonly startLsn: string;
  readonly stopLsn: string;
  /** Everything acknowledged before this moment is in the copy. */
  readonly consistentAt: Date;
}

/** Folders whose content belongs to the running server alone (see the manual, "Making a Base Backup"). */
const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

/**
 * Copies the files of a running cluster. A temporary replication slot keeps every piece of write-ahead log that the
 * copy needs, and goes with the connection, however that ends.
 */
export async function backupCluster(ownerUrl: string, cluster: string, to: string): Promise<ClusterCopy> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(
      `select pg_create_physical_replication_slot('leitwerk_backup_' || pg_backend_pid(), true, true)`,
    );
    const started = await one<{ lsn: string }>(
      client,
      `select pg_backup_start('leitwerk', true)::text as lsn`,
    );
    const files = await copyFolder(cluster, to, { skip: clusterSkip, mayVanish: true });
    const consistentAt = new Date();
    const stopped = await one<{ lsn: string; label: string; spaces: string }>(
      client,
      'select lsn::text as lsn, labelfile as label, spcmapfile as spaces from pg_backup_stop(false)',
    );
    files.push(await written(to, 'backup_label', stopped.label));
    if (stopped.spaces.trim() !== '') files.push(await written(to, 'tablespace_map', stopped.spaces));
    files.push(...(await copyLog(client, cluster, to, started.lsn, stopped.lsn)));
    return { files, startLsn: started.lsn, stopLsn: stopped.lsn, consistentAt };
  } finally {
    await client.end();
  }
}

function clusterSkip(path: string, isFolder: boolean): 'copy' | 'empty' | 'leave' {
  if (isFolder) {
    if (path.includes('pgsql_tmp')) return 'leave';
    return emptied.has(path) ? 'empty' : 'copy';
  }
  const left = ['postmaster.pid', 'postmaster.opts', 'backup_label', 'tablespace_map', 'pg_internal.init'];
  return left.some((name) => path === name || path.endsWith(`/${name}`)) ? 'leave' : 'copy';
}

/** Copies the log from the start of the backup to what is on disk after its end. */
async function copyLog(
  client: pg.Client,
  cluster: string,
  to: string,
  startLsn: string,
  stopLsn: string,
): Promise<CopiedFile[]> {
  await untilFlushed(client, stopLsn);
  const range = await one<{ first: string; last: string }>(
    client,
    'select pg_walfile_name($1::pg_lsn) as first, pg_walfile_name(pg_current_wal_flush_lsn()) as last',
    [startLsn],
  );
  const names = readdirSync(join(cluster, 'pg_wal')).filter(
    (name) =>
      name.endsWith('.history') || (/^[0-9A-F]{24}$/.test(name) && name >= range.first && name <= range.last),
  );
  const copied: CopiedFile[] = [];
  for (const name of names) {
    const path = `pg_wal/${name}`;
    copied.push({ path, ...(await copyFile(join(cluster, path), join(to, path))) });
  }
  return copied;
}

async function untilFlushed(client: pg.Client, lsn: string): Promise<void> {
  for (;;) {
    const { there } = await one<{ there: boolean }>(
      client,
      'select pg_current_wal_flush_lsn() >= $1::pg_lsn as there',
      [lsn],
    );
    if (there) return;
    await delay(20);
  }
}

async function written(to: string, path: string, text: string): Promise<CopiedFile> {
  writeFileSync(join(to, path), text, { mode: 0o600, flush: true });
  return { path, ...(await hashFile(join(to, path))) };
}

async function one<T extends pg.QueryResultRow>(
  client: pg.Client,
  text: string,
  values: readonly unknown[] = [],
): Promise<T> {
  const { rows } = await client.query<T>(text, [...values]);
  if (!rows[0]) throw new Error(`no row: ${text}`);
  return rows[0];
}

/** Whether a cluster stands in that folder. */
export function isCluster(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'));
}

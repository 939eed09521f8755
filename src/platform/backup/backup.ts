import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import pg from 'pg';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { Instance } from '../instance/open-instance.ts';
import { backupCluster } from './backup-cluster.ts';
import { type CopiedFile, copyFolder, flushFolder, hashFile } from './copy-files.ts';
import { exportData } from './export-data.ts';
import { listed, type Manifest, writeManifest } from './manifest.ts';
import { readMigrations } from './read-schema.ts';

export interface BackupOptions {
  /** Where the keys go; never into the backup itself. Without it they are not saved. */
  readonly keysFolder?: string;
}

/** What was saved, and what the person must know of it. */
export interface BackupReport {
  readonly folder: string;
  readonly kind: Manifest['kind'];
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly consistentAt: string;
  readonly keys: string;
}

type Saved = Pick<Manifest, 'kind' | 'consistentAt' | 'startLsn' | 'stopLsn' | 'files'>;
type Source = Pick<Instance, 'ownerUrl' | 'embedded' | 'folder' | 'installationId'>;

/**
 * Saves database and blobs while the program runs. The folder gets its name when everything in it is on the disk, so
 * a backup that was killed is never taken for a whole one.
 */
export async function backup(
  instance: Source,
  folder: string,
  options: BackupOptions = {},
): Promise<Result<BackupReport>> {
  const target = resolve(folder);
  const unfit = unfitTarget(target) ?? unfitKeysFolder(options.keysFolder, target);
  if (unfit) return refuse(unfit);
  const started = new Date();
  const draft = join(dirname(target), `.${basename(target)}.unfertig-${process.pid}`);
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    const saved = instance.embedded
      ? await saveCluster(instance.ownerUrl, instance.embedded.home.cluster, draft)
      : await saveExport(instance.ownerUrl, draft);
    // Blobs after the database: each that a saved row names is there by then.
    const blobs = await copyFolder(instance.folder.blobs, join(draft, 'blobs'), { mayVanish: true });
    const keys = options.keysFolder
      ? await saveKeys(instance.folder.keys, resolve(options.keysFolder))
      : null;
    const manifest = await manifestOf(instance, saved, blobs, started, keys !== null);
    writeManifest(draft, manifest);
    await flushFolder(draft);
    renameSync(draft, target);
    await flushFolder(dirname(target));
    return ok(reportOf(target, manifest, started, keysSentence(instance.folder.keys, options.keysFolder)));
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

async function saveCluster(ownerUrl: string, cluster: string, draft: string): Promise<Saved> {
  const copy = await backupCluster(ownerUrl, cluster, join(draft, 'postgres'));
  return {
    kind: 'cluster',
    consistentAt: copy.consistentAt.toISOString(),
    startLsn: copy.startLsn,
    stopLsn: copy.stopLsn,
    files: listed(copy.files, 'postgres'),
  };
}

async function saveExport(ownerUrl: string, draft: string): Promise<Saved> {
  const consistentAt = new Date().toISOString();
  const path = 'data.jsonl.gz';
  await exportData(ownerUrl, join(draft, path));
  const files = [{ path, ...(await hashFile(join(draft, path))) }];
  return { kind: 'logical', consistentAt, startLsn: null, stopLsn: null, files };
}

/** Passwords of the database's own roles stay behind: every start sets them anew. */
async function saveKeys(from: string, to: string): Promise<readonly CopiedFile[]> {
  const draft = `${to}.unfertig-${process.pid}`;
  const files = await copyFolder(from, draft, { skip: (path) => (isRolePassword(path) ? 'leave' : 'copy') });
  renameSync(draft, to);
  return files;
}

/** Whether a key file is the password of a role of the embedded database. */
export function isRolePassword(path: string): boolean {
  return path.startsWith('postgres-');
}

async function manifestOf(
  instance: Source,
  saved: Saved,
  blobs: readonly CopiedFile[],
  started: Date,
  keysSaved: boolean,
): Promise<Manifest> {
  const client = new pg.Client({ connectionString: instance.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ server: string }>(
      `select current_setting('server_version') as server`,
    );
    return {
      format: 'leitwerk-backup',
      version: 1,
      ...saved,
      installationId: instance.installationId,
      startedAt: started.toISOString(),
      finishedAt: new Date().toISOString(),
      server: rows[0]?.server ?? '',
      migrations: (await readMigrations(client)).map(({ name }) => name),
      keys: keysSaved ? 'saved-apart' : 'not-saved',
      files: [...saved.files, ...listed(blobs, 'blobs')],
    };
  } finally {
    await client.end();
  }
}

function reportOf(folder: string, manifest: Manifest, started: Date, keys: string): BackupReport {
  return {
    folder,
    kind: manifest.kind,
    files: manifest.files.length,
    bytes: manifest.files.reduce((sum, { size }) => sum + size, 0),
    seconds: (Date.now() - started.getTime()) / 1000,
    consistentAt: manifest.consistentAt,
    keys,
  };
}

function keysSentence(from: string, to: string | undefined): string {
  return to
    ? `Die Schlüssel liegen in ${to}. Bitte getrennt von der Sicherung aufbewahren.`
    : `Die Schlüssel aus ${from} sind nicht gesichert. Ohne sie ist Verschlüsseltes nicht lesbar. Bitte getrennt sichern: leitwerk backup <Ordner> --keys <anderer Ordner>.`;
}

function unfitTarget(target: string): Refusal | null {
  if (!existsSync(target) || readdirSync(target).length === 0) return null;
  return {
    kind: 'conflict',
    code: 'BACKUP_TARGET_NOT_EMPTY',
    message: `Der Ordner ${target} ist nicht leer. Eine Sicherung überschreibt nichts. Bitte einen neuen Ordner nennen.`,
  };
}

function unfitKeysFolder(keysFolder: string | undefined, target: string): Refusal | null {
  if (keysFolder === undefined) return null;
  const keys = resolve(keysFolder);
  if (keys === target || keys.startsWith(target + sep)) {
    return {
      kind: 'invalid',
      code: 'BACKUP_KEYS_INSIDE',
      message: `Schlüssel und Sicherung gehören nicht in denselben Ordner: Wer die Sicherung findet, könnte sie sonst lesen. Bitte für --keys einen anderen Ordner nennen.`,
    };
  }
  return unfitTarget(keys);
}

import { chownSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import { type DataFolder, openDataFolder } from '../data-folder.ts';
import { type EmbeddedHome, prepareEmbeddedHome } from '../database/embedded-home.ts';
import { runningPid } from '../database/postgres-process.ts';
import { withFolderMutex } from '../instance/folder-mutex.ts';
import { type InstanceConfig, openInstance } from '../instance/open-instance.ts';
import { unfinishedRestore } from '../instance/restore-mark.ts';
import { runningServer } from '../instance/server-lock.ts';
import { alreadyRunning } from '../instance/start-faults.ts';
import { isRolePassword } from './backup.ts';
import { isCluster } from './backup-cluster.ts';
import { copyFolder, hashFile } from './copy-files.ts';
import { importData } from './import-data.ts';
import { type Manifest, readManifest } from './manifest.ts';

export interface RestoreOptions {
  /** Where the keys were saved apart. */
  readonly keysFolder?: string;
  /** Moves what is in the data folder aside instead of refusing. */
  readonly moveOldAside?: boolean;
}

/** What was put back. */
export interface RestoreReport {
  readonly kind: Manifest['kind'];
  readonly consistentAt: string;
  readonly files: number;
  readonly seconds: number;
  readonly installationId: string;
  /** Where the old state lies now, if there was one. */
  readonly movedAside: readonly string[];
}

/** Puts a backup into the data folder of `config`, starts the database once and sees that it is the saved one. */
export async function restore(
  folder: string,
  config: InstanceConfig,
  options: RestoreOptions = {},
): Promise<Result<RestoreReport>> {
  const started = Date.now();
  const from = resolve(folder);
  const verified = await verifyBackup(from);
  if (!verified.ok) return verified;
  const manifest = verified.value;
  const target = openDataFolder(config.dataFolder);
  const placed = await withFolderMutex(target.run, () => place(from, manifest, target, config, options));
  if (!placed.ok) return placed;
  const checked = await startOnce(from, manifest, config);
  if (!checked.ok) return checked;
  return ok({
    kind: manifest.kind,
    consistentAt: manifest.consistentAt,
    files: manifest.files.length,
    seconds: (Date.now() - started) / 1000,
    installationId: checked.value,
    movedAside: placed.value,
  });
}

/** Proves every file of a backup against its manifest. */
export async function verifyBackup(folder: string): Promise<Result<Manifest>> {
  const manifest = readManifest(folder);
  if (!manifest) {
    return refuse(
      broken(`${folder} ist keine vollständige Sicherung (manifest.json fehlt oder ist unlesbar)`),
    );
  }
  for (const file of manifest.files) {
    const path = join(folder, file.path);
    const found = existsSync(path) ? await hashFile(path) : null;
    if (found?.sha256 !== file.sha256)
      return refuse(broken(`${path} ${found ? 'ist verändert oder beschädigt' : 'fehlt'}`));
  }
  return ok(manifest);
}

async function place(
  from: string,
  manifest: Manifest,
  target: DataFolder,
  config: InstanceConfig,
  options: RestoreOptions,
): Promise<Result<readonly string[]>> {
  const server = runningServer(target.run);
  if (server) return refuse(alreadyRunning(target.root, server));
  const home = config.databaseUrl === null ? prepareEmbeddedHome(target.root) : null;
  if (home === null && manifest.kind === 'cluster') return refuse(clusterIntoExternal());
  const databasePid = home && runningPid(home);
  if (databasePid) return refuse(databaseInUse(databasePid));
  const moved = clear(target, home, options);
  if (!moved.ok) return moved;
  writeFileSync(unfinishedRestore(target.root), from, { mode: 0o600 });
  await replace(join(from, 'blobs'), target.blobs, null);
  if (options.keysFolder) await placeKeys(resolve(options.keysFolder), target);
  if (home && manifest.kind === 'cluster') {
    // The cluster's passwords are those of its time; without this file the next start sets new ones.
    rmSync(join(target.keys, 'postgres-owner'), { force: true });
    await replace(join(from, 'postgres'), home.cluster, home);
  }
  return moved;
}

/** Copies beside the target and then takes its place, so that a killed restore leaves no half folder. */
async function replace(from: string, to: string, home: EmbeddedHome | null): Promise<void> {
  const draft = `${to}.new-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  const user = home?.user;
  await copyFolder(from, draft, user ? { made: (path) => chownSync(path, user.uid, user.gid) } : {});
  rmSync(to, { recursive: true, force: true });
  renameSync(draft, to);
}

async function placeKeys(from: string, target: DataFolder): Promise<void> {
  await copyFolder(from, target.keys, {
    skip: (path) => (isRolePassword(path) || existsSync(join(target.keys, path)) ? 'leave' : 'copy'),
  });
}

function clear(
  target: DataFolder,
  home: EmbeddedHome | null,
  options: RestoreOptions,
): Result<readonly string[]> {
  const occupied = [
    ...(home && isCluster(home.cluster) ? [home.cluster] : []),
    ...(readdirSync(target.blobs).length > 0 ? [target.blobs] : []),
  ];
  const repeated = existsSync(unfinishedRestore(target.root));
  if (occupied.length === 0 || repeated) return ok([]);
  if (!options.moveOldAside) return refuse(notEmpty(target.root));
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  return ok(
    occupied.map((folder) => {
      const aside = `${folder}.alt-${stamp}`;
      renameSync(folder, aside);
      return aside;
    }),
  );
}

async function startOnce(from: string, manifest: Manifest, config: InstanceConfig): Promise<Result<string>> {
  const opened = await openInstance(config, { role: 'command', afterRestore: true });
  if (!opened.ok) return opened;
  const instance = opened.value;
  try {
    if (manifest.kind === 'logical') {
      const imported = await importData(join(from, 'data.jsonl.gz'), instance.ownerUrl);
      if (!imported.ok) return imported;
    } else if (instance.installationId !== manifest.installationId) {
      return refuse(broken('die Datenbank gehört zu einer anderen Installation als das Manifest'));
    }
    await instance.db.withPublic(async () => {});
    rmSync(unfinishedRestore(config.dataFolder), { force: true });
    return ok(manifest.installationId);
  } finally {
    await instance.release();
  }
}

function broken(why: string): Refusal {
  return {
    kind: 'invalid',
    code: 'RESTORE_BROKEN_BACKUP',
    message: `Die Sicherung ist nicht brauchbar: ${why}. Bitte eine andere Sicherung nehmen.`,
  };
}

function notEmpty(root: string): Refusal {
  return {
    kind: 'conflict',
    code: 'RESTORE_TARGET_NOT_EMPTY',
    message: `Im Datenordner ${root} stehen schon Daten. Wiederhergestellt wird nur in einen leeren. Bitte LEITWERK_DATA auf einen neuen Ordner setzen oder mit --move-old-aside den alten Stand beiseitelegen.`,
  };
}

function clusterIntoExternal(): Refusal {
  return {
    kind: 'invalid',
    code: 'RESTORE_OTHER_KIND',
    message:
      'Diese Sicherung enthält die Dateien des mitgelieferten PostgreSQL und passt nicht zu DATABASE_URL. Bitte ohne DATABASE_URL wiederherstellen, dann mit leitwerk export und import umziehen.',
  };
}

function databaseInUse(pid: number): Refusal {
  return {
    kind: 'unavailable',
    code: 'RESTORE_DATABASE_RUNS',
    message: `Auf dem Datenordner läuft noch PostgreSQL (Prozess ${pid}). Bitte laufende Befehle abwarten oder es beenden: kill -INT ${pid}.`,
  };
}

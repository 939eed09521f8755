import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { prepareEmbeddedHome } from '../database/embedded-home.ts';
import { runningPid } from '../database/postgres-process.ts';

/** A data folder of its own, with everything that grows from it removed at the end. */
export interface TempInstallation extends AsyncDisposable {
  /** The folder around the data folder, for backups and exports. */
  readonly root: string;
  readonly dataFolder: string;
  readonly config: { dataFolder: string; databaseUrl: null; publicUrl: URL };
  /** Pid of the embedded PostgreSQL, if one runs. */
  readonly databasePid: () => number | null;
  /** Another data folder of the same test. */
  readonly another: (name: string) => TempInstallation['config'];
}

/** Makes an empty installation below the folder for temporary files. */
export function tempInstallation(): TempInstallation {
  const root = mkdtempSync(join(tmpdir(), 'leitwerk-test-'));
  chmodSync(root, 0o755);
  const folders = [join(root, 'var')];
  const configOf = (dataFolder: string) => ({
    dataFolder,
    databaseUrl: null,
    publicUrl: new URL('http://localhost:8080'),
  });
  const dataFolder = join(root, 'var');
  return {
    root,
    dataFolder,
    config: configOf(dataFolder),
    databasePid: () => runningPid(prepareEmbeddedHome(dataFolder)),
    another: (name) => {
      folders.push(join(root, name));
      return configOf(join(root, name));
    },
    [Symbol.asyncDispose]: async () => {
      for (const folder of folders) removeHome(folder);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function removeHome(dataFolder: string): void {
  const home = prepareEmbeddedHome(dataFolder);
  const pid = runningPid(home);
  if (pid !== null) process.kill(pid, 'SIGKILL');
  for (const path of [home.socketFolder, home.cluster, home.logFile])
    rmSync(path, { recursive: true, force: true });
  if (!dirname(home.cluster).startsWith(dataFolder))
    rmSync(dirname(home.cluster), { recursive: true, force: true });
}

/** A script of ours in a process of its own, as a user would start it. */
export interface Script {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | string>;
  /** Resolves when the output contains `text`; throws when the process ends before. */
  readonly says: (text: string) => Promise<void>;
}

/** Starts `file` under this Node. */
export function startScript(
  file: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Script {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    env: { PATH: process.env.PATH, TMPDIR: tmpdir(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const wake = new Set<() => void>();
  const more = (chunk: Buffer) => {
    text += chunk.toString();
    for (const look of wake) look();
  };
  child.stdout.on('data', more);
  child.stderr.on('data', more);
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const says = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!text.includes(wanted)) return;
        wake.delete(look);
        resolve();
      };
      wake.add(look);
      look();
      void ended.then((code) => reject(new Error(`ended with ${code} before „${wanted}“: ${text}`)));
    });
  return { child, output: () => text, ended, says };
}

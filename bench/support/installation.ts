import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type DemoPerson, demoPeople } from '#identity';
import { tempInstallation } from '../../src/platform/testing/temp-installation.ts';
import { freePort } from '../../test/support/free-port.ts';
import { type Answer, visitorOf } from './browser.ts';
import { pidsOfTree } from './process-memory.ts';

const root = join(import.meta.dirname, '../..');
const patienceMs = 60_000;
const run = promisify(execFile);

/** A running program: `sh bin/leitwerk start` or `npm start` on a data folder. */
export interface Installation extends AsyncDisposable {
  readonly pid: number;
  readonly port: number;
  readonly folder: string;
  /** From the start of the program to the last byte of its first page, in ms. */
  readonly firstPageMs: number;
  readonly people: () => readonly DemoPerson[];
  /** Runs a command of the program on the same data folder; gives its standard output. */
  readonly command: (...words: readonly string[]) => Promise<string>;
}

/** Where an installation lives. */
export interface Place {
  readonly dataFolder: string;
  readonly cache: string;
}

/** An empty place below the folder for temporary files, removed at the end. */
export function emptyPlace(): Place & { readonly folder: string } & AsyncDisposable {
  const place = tempInstallation();
  return {
    folder: place.root,
    dataFolder: place.dataFolder,
    cache: join(place.root, 'compiled'),
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}

/** Starts the program and waits until its first page has come. */
export async function startedAt(
  place: Place,
  words = ['sh', 'bin/leitwerk', 'start'],
  settings: NodeJS.ProcessEnv = {},
): Promise<Installation> {
  const port = await freePort();
  const env = { ...environmentOf(place, port), ...settings };
  const started = performance.now();
  const [file = '', ...args] = words;
  const child = spawn(file, args, { cwd: root, env, stdio: 'ignore', detached: true });
  await firstPage(port, started + patienceMs, child);
  const firstPageMs = performance.now() - started;
  return {
    pid: child.pid ?? 0,
    port,
    folder: place.dataFolder,
    firstPageMs,
    people: () => demoPeople({ keys: join(place.dataFolder, 'keys') }),
    command: (...command) => runCommand(place, command, port),
    [Symbol.asyncDispose]: () => stopped(child),
  };
}

/** Runs one command of the program at a place; gives its standard output, throws where it fails. */
export async function runCommand(place: Place, words: readonly string[], port = 8080): Promise<string> {
  const env = environmentOf(place, port);
  const most = 512 * 1024 * 1024;
  return (await run('sh', ['bin/leitwerk', ...words], { cwd: root, env, maxBuffer: most })).stdout;
}

/** Forgets what the place held, so that the next start is a first one. */
export function emptied(...folders: readonly string[]): void {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
}

function environmentOf({ dataFolder, cache }: Place, port: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(port),
    LEITWERK_DATA: dataFolder,
    LEITWERK_LOG_LEVEL: 'warn',
    NODE_COMPILE_CACHE: cache,
  };
}

async function firstPage(port: number, until: number, child: ChildProcess): Promise<Answer> {
  const visitor = visitorOf(port, 'verwaltung.localhost');
  for (;;) {
    const answer = await visitor.get('/').catch(() => null);
    if (answer?.status === 200) return answer;
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    if (performance.now() > until) throw new Error('no page within a minute');
    await sleep(10);
  }
}

/** Asks the program to end, and waits for all its processes. */
async function stopped(child: ChildProcess): Promise<void> {
  const pids = pidsOfTree(child.pid ?? 0);
  child.kill('SIGTERM');
  const until = performance.now() + 30_000;
  while (pids.some(isAlive)) {
    if (performance.now() > until) throw new Error('the program did not end within 30 s');
    await sleep(20);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

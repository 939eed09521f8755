import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../src/platform/testing/until.ts';
import { freePort } from './free-port.ts';

/** The project's folder. */
export const projectFolder = join(import.meta.dirname, '../..');

/** How a process ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A program that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly out: () => string;
  /** What it logged. */
  readonly err: () => string;
  readonly ended: Promise<Ended>;
}

type Environment = Readonly<Record<string, string>>;

/** Runs `bin/leitwerk` as a person would, and waits for its end. */
export function leitwerk(words: readonly string[], environment: Environment = {}): Promise<Ended> {
  return launch(join(projectFolder, 'bin/leitwerk'), words, environment).ended;
}

/** Starts a program in the project's folder, with no setting of this test run. */
export function launch(file: string, words: readonly string[], environment: Environment = {}): Running {
  const child = spawn(file, [...words], {
    cwd: projectFolder,
    env: { ...cleanEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, ...said }));
  });
  return { child, out: () => said.out, err: () => said.err, ended };
}

function cleanEnvironment(): Environment {
  const ours = /^(LEITWERK_|DATABASE_URL|TEST_DATABASE_URL|PORT$|NODE_|npm_)/;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']));
}

/** A person of the demo as the ready text names it. */
export interface ReadyPerson {
  readonly email: string;
  readonly password: string;
  readonly secondFactor: boolean;
}

/** A server that was started by `npm start`. */
export interface StartedServer extends Running {
  readonly staff: string;
  readonly root: string;
  readonly port: number;
  readonly person: (key: string) => ReadyPerson;
}

/** Runs `npm start` on a data folder and waits for its ready line; on a free port, where none is given. */
export async function npmStart(dataFolder: string, settings: Environment = {}): Promise<StartedServer> {
  const port = Number(settings.PORT ?? (await freePort()));
  const running = launch('npm', ['start'], {
    LEITWERK_DATA: dataFolder,
    LEITWERK_LOG_LEVEL: 'error',
    ...settings,
    PORT: String(port),
  });
  await untilOf(
    running,
    () => running.out().includes('Leitwerk ist bereit.') && / betrieb@/.test(running.out()),
  );
  const staff = /Verwaltung: (\S+)/.exec(running.out())?.[1] ?? '';
  const person = (key: string) => {
    const line =
      running
        .out()
        .split('\n')
        .find((one) => one.includes(` ${key}@`)) ?? '';
    const [email = '', password = ''] = line.trim().split(/\s+/);
    return { email, password, secondFactor: line.includes('Code: ') };
  };
  return { ...running, staff, root: `http://localhost:${port}`, port, person };
}

/** Waits until something is so of a program; fails with what the program said when it ended before, or never. */
export function untilOf(running: Running, condition: () => boolean | Promise<boolean>): Promise<void> {
  return until(condition, {
    said: async () => JSON.stringify(await Promise.race([running.ended, running.out()])),
    pastHope: () => running.child.exitCode !== null,
  });
}

/** Whether a process is alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** A process and all below it, with their command lines. */
export function family(pid: number): readonly { readonly pid: number; readonly command: string }[] {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [
    { pid, command },
    ...(children === '' ? [] : children.split(' ')).flatMap((id) => family(Number(id))),
  ];
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, getPriority, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figure.ts';
import type { MemoryReport } from './process-memory.ts';

/** The file that a benchmark leaves in `bench/results`. */
export interface Report {
  readonly name: string;
  readonly title: string;
  readonly measuredAt: string;
  readonly commit: string;
  /** Program files that differ from the commit. */
  readonly changedFiles: number;
  readonly machine: Machine;
  /** Below 0 where the measured processes went before other programs of a busy machine. */
  readonly priority: number;
  readonly load: { readonly before: number; readonly after: number };
  readonly figures: readonly Figure[];
  readonly memory: MemoryReport | null;
  readonly details: Readonly<Record<string, unknown>>;
}

interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryMB: number;
  readonly arch: string;
  readonly node: string;
}

/** What a benchmark found; the rest of its file is added here. */
export interface Findings {
  readonly figures: readonly Figure[];
  readonly memory?: MemoryReport;
  readonly details?: Readonly<Record<string, unknown>>;
}

export const resultsFolder = join(import.meta.dirname, '../results');

/** Runs a benchmark and writes its file. */
export async function report(name: string, title: string, run: () => Promise<Findings>): Promise<void> {
  const before = loadNow();
  const { figures, memory = null, details = {} } = await run();
  const file: Report = {
    name,
    title,
    measuredAt: new Date().toISOString(),
    commit: git('rev-parse', '--short', 'HEAD').trim(),
    changedFiles: linesOf(git('status', '--porcelain', '--', 'src', 'migrations', 'data')).length,
    machine: machine(),
    priority: getPriority(),
    load: { before, after: loadNow() },
    figures,
    memory,
    details,
  };
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(fileOf(name), `${JSON.stringify(file, null, 2)}\n`);
}

/** What a benchmark left the last time. */
export function readReport(name: string): Report {
  return JSON.parse(readFileSync(fileOf(name), 'utf8')) as Report;
}

function fileOf(name: string): string {
  return join(resultsFolder, `${name}.json`);
}

function machine(): Machine {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryMB: Math.round(totalmem() / 1e6),
    arch: arch(),
    node: process.version,
  };
}

function loadNow(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' });
}

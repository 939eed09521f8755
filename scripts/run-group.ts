import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { root } from './run-tool.ts';
import { stopLeftovers } from './stop-leftovers.ts';
import type { TestGroup } from './test-groups.ts';
import { placeForTests } from './test-place.ts';

/** What came of a group; `faults` are what no test could say of itself. */
export interface GroupResult {
  readonly name: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
  readonly todo: readonly string[];
  readonly faults: readonly string[];
}

const counts = z.object({
  passed: z.number(),
  failed: z.number(),
  skipped: z.array(z.string()),
  todo: z.array(z.string()),
});
const progress = z.union([counts, z.object({ running: z.string() })]);

const termMs = 5_000;
const outputMs = 2_000;

/** Runs a group in a process group of its own, ends it after `timeoutMs`, and stops whatever it left running. */
export async function runGroup(group: TestGroup, timeoutMs: number): Promise<GroupResult> {
  const started = performance.now();
  const folder = mkdtempSync(join(placeForTests(), 'lw-'));
  // PostgreSQL runs as another user where the tests run as root.
  chmodSync(folder, 0o755);
  const file = join(folder, 'counts.jsonl');
  const faults: string[] = [];
  try {
    const ended = await runTests(group, folder, file, timeoutMs);
    const left = await stopLeftovers(folder);
    const last = readProgress(file);
    const done = last && 'passed' in last ? last : { passed: 0, failed: 0, skipped: [], todo: [] };
    const during = last && 'running' in last ? ` in „${last.running}“` : '';
    if (ended === 'timeout')
      faults.push(`ended after ${timeoutMs / 1000} s${during || ' after its last test'}`);
    else if (last === null || 'running' in last) faults.push(`broke off with ${ended}${during}`);
    else if (ended !== 0 && last.failed === 0) faults.push(`ended with ${ended} although no test failed`);
    if (left.length > 0) faults.push(`left running: ${left.join('; ')}`);
    return { name: group.name, seconds: (performance.now() - started) / 1000, ...done, faults };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runTests(
  group: TestGroup,
  folder: string,
  file: string,
  timeoutMs: number,
): Promise<number | string> {
  const child = spawn(process.execPath, argumentsFor(group, file), {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // The folder for temporary files is also the mark by which we know what the group started.
    env: {
      ...process.env,
      NODE_TEST_CONTEXT: undefined,
      NODE_ENV: 'test',
      ...group.env,
      TMPDIR: folder,
    },
  });
  // Groups of other lanes print meanwhile, so each line says whose it is.
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (line) => process.stdout.write(`${group.lane} | ${line}\n`));
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, name);
    } catch {
      // Gone already.
    }
  };
  return new Promise((resolve) => {
    let tooLate = false;
    const end = () => {
      signal('SIGTERM');
      setTimeout(() => signal('SIGKILL'), termMs).unref();
    };
    const timer = setTimeout(() => {
      tooLate = true;
      end();
    }, timeoutMs);
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, end);
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, by) => {
      clearTimeout(timer);
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, end);
      const ended = tooLate ? 'timeout' : (code ?? by ?? 'nothing');
      child.on('close', () => resolve(ended));
      // What the group left running may hold its output open.
      setTimeout(() => resolve(ended), outputMs).unref();
    });
  });
}

function argumentsFor(group: TestGroup, file: string): string[] {
  return [
    '--disable-warning=ExperimentalWarning',
    '--require',
    './src/platform/own-imports.ts',
    '--test',
    '--test-isolation=none',
    '--test-timeout=600000',
    '--import',
    './src/platform/testing/teardown.ts',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/count-reporter.ts',
    `--test-reporter-destination=${file}`,
    ...group.files,
  ];
}

function readProgress(file: string): z.infer<typeof progress> | null {
  try {
    return progress.parse(JSON.parse(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? ''));
  } catch {
    return null;
  }
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startExternalPostgres } from './external-postgres.ts';
import { runTool } from './run-tool.ts';
import { type TestGroup, testGroups } from './test-groups.ts';

const countsSchema = z.object({ passed: z.number(), failed: z.number(), skipped: z.array(z.string()) });
type Counts = z.infer<typeof countsSchema>;

const ci = process.env.CI === 'true';
const notes: string[] = [];
const all: Counts = { passed: 0, failed: 0, skipped: [] };

const external = process.env.TEST_DATABASE_URL ? null : await startExternalPostgres();
const externalUrl = process.env.TEST_DATABASE_URL ?? external?.url ?? null;
if (!externalUrl) {
  notes.push(
    'Kein PostgreSQL auf dieser Maschine (Debian: postgresql): die Prüfungen liefen nur auf dem mitgebrachten.',
  );
  if (ci) all.failed += 1;
}
if ((await runTool(process.execPath, ['scripts/check.ts'])) === 0) all.passed += 1;
else all.failed += 1;
for (const group of testGroups(externalUrl)) add(await runGroup(group));
await external?.stop();
report();

async function runGroup(group: TestGroup): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-counts-'));
  const file = join(folder, 'counts.json');
  process.stdout.write(`\n== ${group.name}: ${group.files.length} files\n`);
  const code = await runTool(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--test',
      '--test-isolation=none',
      '--test-timeout=240000',
      '--import',
      './src/platform/testing/teardown.ts',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./scripts/count-reporter.ts',
      `--test-reporter-destination=${file}`,
      ...group.files,
    ],
    { NODE_ENV: 'test', ...group.env },
  );
  const counts = readCounts(file);
  rmSync(folder, { recursive: true, force: true });
  // A runner that died without its last word counts as a failure, whatever it had counted.
  if (counts === null || (code !== 0 && counts.failed === 0))
    return { passed: counts?.passed ?? 0, failed: 1, skipped: [] };
  return counts;
}

function readCounts(file: string): Counts | null {
  try {
    return countsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function add(counts: Counts): void {
  all.passed += counts.passed;
  all.failed += counts.failed;
  all.skipped.push(...counts.skipped);
}

function report(): void {
  if (all.skipped.length > 0) {
    notes.push(
      `${all.skipped.length} Prüfungen konnten nicht laufen:`,
      ...all.skipped.map((line) => `  - ${line}`),
    );
    if (ci) all.failed += all.skipped.length;
  }
  for (const note of notes) process.stdout.write(`${note}\n`);
  process.stdout.write(`${all.passed} passed, ${all.failed} failed\n`);
  process.exitCode = all.failed === 0 && all.passed > 0 ? 0 : 1;
}

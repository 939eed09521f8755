import { startExternalPostgres } from './external-postgres.ts';
import { type GroupResult, runGroup } from './run-group.ts';
import { runTool } from './run-tool.ts';
import { type TestGroup, testGroups } from './test-groups.ts';
import { verdictOf } from './verdict-of.ts';

const groupTimeoutMs = 30 * 60_000;

const external = process.env.TEST_DATABASE_URL ? null : await startExternalPostgres();
const externalUrl = process.env.TEST_DATABASE_URL ?? external?.url ?? null;
const faults: string[] = [];
const notes: string[] = [];
const results: GroupResult[] = [];
let interrupted = false;
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => {
    interrupted = true;
  });
try {
  if ((await runTool(process.execPath, ['scripts/check.ts'])) !== 0) faults.push('npm run check');
  const lanes = Map.groupBy(testGroups(externalUrl), ({ lane }) => lane);
  await Promise.all([...lanes.values()].map(runLane));
} finally {
  await external?.stop();
}
if (interrupted) faults.push('interrupted before the end');
if (!externalUrl) {
  notes.push(
    'Kein PostgreSQL auf dieser Maschine (Debian: postgresql): die Prüfungen liefen nur auf dem mitgebrachten.',
  );
}
const verdict = verdictOf(results, faults, notes, process.env.CI === 'true');
process.stdout.write(`\n${verdict.lines.join('\n')}\n`);
process.exitCode = verdict.good ? 0 : 1;

async function runLane(groups: readonly TestGroup[]): Promise<void> {
  for (const group of groups) {
    if (interrupted) break;
    process.stdout.write(`\n== ${group.name} (${group.lane}): ${group.files.length} files\n`);
    results.push(await runGroup(group, groupTimeoutMs));
  }
}

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type FigureHead, figureOf } from './support/figure.ts';
import { timeImport, twoStates } from './support/importing.ts';
import { emptyPlace, type Installation, runCommand, startedAt } from './support/installation.ts';
import { watchMemory } from './support/process-memory.ts';
import { report } from './support/report.ts';

/** The operator's commands on the real data, each with the start of its process: backup, restore, export, imports. */

const runs = 10;

const heads = {
  import: headOf('import', '`import` of all reference data, 263 Leistungen changed'),
  backup: headOf('backup', '`backup` while the program runs'),
  restore: headOf('restore', '`restore` into an empty data folder'),
  germany: headOf('germany', '`import germany`: the other Gemeinden of Germany'),
  export: headOf('export', '`export` while the program runs'),
  readExport: headOf('import-export', '`import-export` into an empty data folder, database made'),
} as const;

type Times = Record<keyof typeof heads, number[]>;

await report('operation', 'Operation', async () => {
  await using place = emptyPlace();
  await using installation = await startedAt(place);
  const memory = watchMemory(installation.pid, 500);
  const [shipped, other] = twoStates(place.folder);
  const times: Times = { import: [], backup: [], restore: [], germany: [], export: [], readExport: [] };
  for (let run = 0; run < runs; run += 1) {
    times.import.push(await timeImport(installation, run % 2 === 0 ? other : shipped));
  }
  for (let run = 0; run < runs; run += 1) await saveAndBringBack(installation, place, run, times);
  return {
    figures: Object.entries(heads).map(([key, head]) => figureOf(head, times[key as keyof Times])),
    memory: memory.stop(),
    details: { exportBytes: statSync(join(place.folder, 'export-0.jsonl.gz')).size, times },
  };
});

/** Backup and export of the running program, each brought back into a place of its own. */
async function saveAndBringBack(
  installation: Installation,
  { folder, cache }: { readonly folder: string; readonly cache: string },
  run: number,
  times: Times,
): Promise<void> {
  const saved = join(folder, `backup-${run}`);
  const file = join(folder, `export-${run}.jsonl.gz`);
  times.backup.push(await timeOf(() => installation.command('backup', saved)));
  times.export.push(await timeOf(() => installation.command('export', file)));
  await using restored = emptyPlace();
  const there = { dataFolder: restored.dataFolder, cache };
  times.restore.push(await timeOf(() => runCommand(there, ['restore', saved])));
  times.germany.push(await timeOf(() => runCommand(there, ['import', 'germany', '--yes'])));
  await using read = emptyPlace();
  const elsewhere = { dataFolder: read.dataFolder, cache };
  times.readExport.push(await timeOf(() => runCommand(elsewhere, ['import-export', file])));
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}

function headOf(id: string, what: string): FigureHead {
  return { id: `operation.${id}`, what, unit: 'ms', shown: 'max' };
}

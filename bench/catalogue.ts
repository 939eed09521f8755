import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import writeExcelFile from 'write-excel-file/node';
import { clockFrom } from '#kernel';
import { actorOf, type Database, openDatabase } from '#platform';
import { nodeFlags } from '../src/app/supervisor/fork-child.ts';
import type { Leistung } from '../src/contexts/catalogue/domain/catalogue.ts';
import type { TableOrder } from '../src/contexts/catalogue/table/table-order.ts';
import { fullConsent, orderOf, tableOf } from '../src/contexts/catalogue/testing/table-of.ts';
import { applyTables } from '../src/contexts/catalogue/use-cases/apply-tables.ts';
import { openCatalogueVersions } from '../src/contexts/catalogue/use-cases/catalogue-versions.ts';
import { loadCatalogueData } from '../src/contexts/catalogue/use-cases/import-catalogue.ts';
import { loadCatalogue } from '../src/contexts/catalogue/use-cases/load-catalogue.ts';
import { planTables } from '../src/contexts/catalogue/use-cases/plan-tables.ts';
import { stopTestServer, type TestDatabase, testDatabase } from '../src/platform/testing/test-database.ts';
import { type FigureHead, figureOf } from './support/figure.ts';
import { report } from './support/report.ts';

/** How fast tables become a Fassung of the whole catalogue, how fast two Fassungen are compared, and the memory it takes. */

const actor = actorOf('system', 'bench');
const clock = clockFrom(() => new Date());
const runs = 10;

const [, , memory, url = '', file = ''] = process.argv;
if (memory === '--memory') {
  const db = openDatabase(url);
  await imported(db, readFileSync(file));
  process.stdout.write(String(process.resourceUsage().maxRSS));
  await db.close();
  process.exit();
}

await report('catalogue', 'Catalogue', async () => {
  const { t, shipped, near, far } = await opened();
  const [workbookOfNear, csvOfShipped] = [await workbook(near), Buffer.from(tableOf(shipped))];
  const preview = await timed(runs, async () => {
    const planned = await t.db.withPublic((tx) => planTables(tx, orderOf(workbookOfNear), async () => {}));
    if (!planned.ok || planned.value.delta.length === 0) throw new Error('nothing to preview');
  });
  const imports = await timed(runs, (run) => imported(t.db, run % 2 === 0 ? workbookOfNear : csvOfShipped));
  await imported(t.db, await workbook(far));
  const newest = (await openCatalogueVersions(t.db).all()).length;
  const deltas = await timed(runs, async () => {
    // Opened anew each time: both Fassungen come from the database.
    const delta = await openCatalogueVersions(t.db).delta(1, newest);
    if (!delta.ok || delta.value.entries.length < shipped.length / 2) throw new Error('no full delta');
  });
  const memories = memoryOfImports(t, [csvOfShipped, workbookOfNear, csvOfShipped]);
  await closed(t);
  return {
    figures: [
      figureOf(
        { ...head('import', 'Import of a full catalogue from a table'), unit: 's', limit: 5 },
        seconds(imports),
      ),
      figureOf({ ...head('delta', 'Delta of two full Fassungen'), unit: 's', limit: 2 }, seconds(deltas)),
      figureOf(
        {
          ...head('memory', 'The most memory of a process that imports a full catalogue'),
          unit: 'MB',
          limit: 300,
        },
        memories,
      ),
      figureOf(
        { ...head('preview', 'Preview of a full catalogue from an Excel workbook'), unit: 's' },
        seconds(preview),
      ),
    ],
  };
});

function head(id: string, what: string): Omit<FigureHead, 'unit'> {
  return { id: `catalogue.${id}`, what, shown: 'max' };
}

async function opened() {
  const t = await testDatabase();
  await loadCatalogueData(t.db, actor, join(import.meta.dirname, '../data'));
  const { leistungen: shipped } = await t.db.withPublic((tx) => loadCatalogue(tx));
  const renamed = (every: number) =>
    shipped.map((row, at) => (at % every === 0 ? { ...row, name: `Neu: ${row.name}` } : row));
  return { t, shipped, near: renamed(20).filter((_, at) => at % 500 !== 1), far: renamed(1) };
}

async function closed(t: TestDatabase): Promise<void> {
  await t[Symbol.asyncDispose]();
  await stopTestServer();
}

/** Imports a table as the worker would, with every guess decided. */
async function imported(db: Database, bytes: Buffer): Promise<void> {
  const order: TableOrder = {
    ...orderOf(bytes),
    origin: { ...orderOf('').origin, quelle: `Probe ${performance.now()}` },
  };
  const decisions = await everyGuess(db, order);
  const done = await applyTables({ db, clock }, actor, { ...order, decisions }, fullConsent);
  if (!done.ok || !done.value.changed) throw new Error('the import changed nothing');
}

/** What a person would say to the preview, which is over before the import begins. */
async function everyGuess(db: Database, order: TableOrder): Promise<TableOrder['decisions']> {
  const planned = await db.withPublic((tx) => planTables(tx, order, async () => {}));
  if (!planned.ok) throw new Error(planned.refusal.message);
  return new Map(planned.value.plan.proposals.map(({ id }) => [id, 'annehmen' as const]));
}

async function workbook(leistungen: readonly Leistung[]): Promise<Buffer> {
  const [columns = '', ...lines] = tableOf(leistungen, '\t').trimEnd().split('\r\n');
  const rows = [columns.split('\t'), ...lines.map((line) => line.slice(1, -1).split('"\t"'))];
  const data = rows.map((row) => row.map((value) => ({ value })));
  return writeExcelFile([{ sheet: 'Leistungen', data }]).toBuffer();
}

async function timed(count: number, work: (run: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < count; run += 1) {
    const started = performance.now();
    await work(run);
    times.push(performance.now() - started);
  }
  return times;
}

function seconds(times: readonly number[]): number[] {
  return times.map((time) => time / 1_000);
}

/** Preview and import in a process that does nothing else, as often as there are tables. */
function memoryOfImports(t: TestDatabase, tables: readonly Buffer[]): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-bench-'));
  try {
    return tables.map((bytes, at) => {
      const path = join(folder, String(at));
      writeFileSync(path, bytes);
      const words = [...nodeFlags, import.meta.filename, '--memory', t.urls.app, path];
      const { stdout, status } = spawnSync(process.execPath, words, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      if (status !== 0) throw new Error('the import for its memory failed');
      return (Number(stdout) * 1_024) / 1e6;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

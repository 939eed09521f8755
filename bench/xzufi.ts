import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { loadCatalogue, loadCatalogueData } from '#catalogue';
import { kettenOf, readBeschreibungen, readFremddienste, readOrganisationseinheiten } from '#descriptions';
import { clockFrom, localDate } from '#kernel';
import { actorOf, type Database, openDatabase } from '#platform';
import { loadTerritory, loadTerritoryData } from '#territory';
import { nodeFlags } from '../src/app/supervisor/fork-child.ts';
import { feedFiles } from '../src/contexts/descriptions/feed-files.ts';
import { runImport } from '../src/contexts/descriptions/run-import.ts';
import { beginReading } from '../src/contexts/descriptions/use-cases/begin-reading.ts';
import { feedGround } from '../src/contexts/descriptions/use-cases/feed-ground.ts';
import { readOverview } from '../src/contexts/descriptions/use-cases/read-readings.ts';
import { describeSource } from '../src/contexts/descriptions/use-cases/sources.ts';
import { takeOver } from '../src/contexts/descriptions/use-cases/take-over.ts';
import { stopTestServer, type TestDatabase, testDatabase } from '../src/platform/testing/test-database.ts';
import { type FigureHead, figureOf } from './support/figure.ts';
import { writeLargeFeed } from './support/large-feed.ts';
import { report } from './support/report.ts';

/** How long a feed of the whole country takes to become visible, its memory, and what a kill in its middle costs. */

const who = { actor: actorOf('system', 'bench'), tenant: null };
const objekte = 500_000;
const runs = 3;

const [, , mode, url = '', file = '', nummer = ''] = process.argv;
if (mode === '--worker') {
  // What a worker does with the job, to be killed.
  const db = openDatabase(url);
  await imported(db, url, file, Number(nummer));
  process.exit();
}

await report('xzufi', 'XZuFi', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-bench-'));
  const path = join(folder, 'land.xml');
  try {
    const feed = await writeLargeFeed(path, objekte);
    process.stderr.write(`${feed.objekte} objects, ${Math.round(feed.bytes / 1e6)} MB\n`);
    const whole = [];
    const reads: number[] = [];
    for (let run = 0; run < runs; run += 1)
      whole.push(
        await measured(async (t) => {
          const imported = await wholeImport(t, path, feed.bytes);
          if (run === 0) reads.push(...(await readAround(t)));
          return imported;
        }),
      );
    const killed = await measured((t) => killedInTheMiddle(t, path, feed.bytes));
    return {
      figures: [
        figureOf(
          { ...head('import', 'Import of an XZuFi feed of the whole country'), unit: 's', limit: 60 },
          whole.map(({ seconds }) => seconds),
        ),
        figureOf(
          { ...head('memory', 'The most memory of the process that imports it'), unit: 'MB', limit: 200 },
          whole.map(({ memory }) => memory),
        ),
        figureOf(
          {
            ...head('read', 'All levels, offices and Onlinedienste of a Leistung in a Gemeinde'),
            unit: 'ms',
            shown: 'p95',
          },
          reads,
        ),
        figureOf({ ...head('resumed', 'What was left of it after a kill in the middle'), unit: 's' }, [
          killed.seconds,
        ]),
      ],
      details: { ...feed, kept: killed.kept },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await stopTestServer();
  }
});

function head(id: string, what: string): Omit<FigureHead, 'unit'> {
  return { id: `xzufi.${id}`, what, shown: 'max' };
}

function depsOf(db: Database) {
  return {
    db,
    clock: clockFrom(() => new Date()),
    catalogue: () => db.withPublic(loadCatalogue),
    territory: () => db.withPublic(loadTerritory),
    feeds: feedFiles(tmpdir()),
  };
}

/** Reads a feed as the worker does; the bytes of memory that it took. */
async function imported(db: Database, address: string, path: string, number: number): Promise<number> {
  const ground = await feedGround(depsOf(db), { quelle: 'land' });
  const { refused, peakBytes } = await runImport({ url: address, path, nummer: number, ground });
  if (refused !== null) throw new Error(refused);
  return peakBytes;
}

async function begun(t: TestDatabase, bytes: number): Promise<number> {
  const feed = {
    quelle: 'land',
    umfang: 'vollstaendig',
    dateiname: 'land.xml',
    datei: null,
    dateiHash: 'bench',
    bytes,
  } as const;
  return wanted(await beginReading(t, who, feed)).nummer;
}

/** From the upload to the moment at which everybody reads it. */
async function wholeImport(t: TestDatabase, path: string, bytes: number): Promise<Measured> {
  const started = performance.now();
  const number = await begun(t, bytes);
  const peak = await imported(t.db, t.urls.app, path, number);
  const taken = wanted(await takeOver(t, who, number, { endenBestaetigt: false }));
  if (taken.einlesung.bilanz?.neu !== objekte) throw new Error('not every object arrived');
  const found = { seconds: (performance.now() - started) / 1_000, memory: peak / 1e6 };
  process.stderr.write(`${found.seconds.toFixed(1)} s, ${Math.round(found.memory)} MB\n`);
  return found;
}

function wanted<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly refusal: { readonly message: string } },
): T {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

async function measured<T>(work: (t: TestDatabase) => Promise<T>): Promise<T> {
  await using t = await testDatabase();
  const data = join(import.meta.dirname, '../data');
  wanted(await loadCatalogueData(t.db, who.actor, data));
  wanted(await loadTerritoryData(t.db, who.actor, data));
  const territory = () => t.db.withPublic(loadTerritory);
  wanted(await describeSource({ db: t.db, territory }, who, { id: 'land', name: 'Land', gebiet: 'Bund' }));
  return await work(t);
}

interface Measured {
  readonly seconds: number;
  readonly memory: number;
}

/** What a service page asks for, at one Gemeinde after the other. */
async function readAround(t: TestDatabase): Promise<readonly number[]> {
  const { bodies } = await t.db.withPublic(loadTerritory);
  const { leistungen } = await t.db.withPublic(loadCatalogue);
  const times: number[] = [];
  for (let turn = 0; turn < 1_000; turn += 1) {
    const ars = bodies[(turn * 37) % bodies.length]?.ars;
    const leistungId = leistungen[(turn * 101) % leistungen.length]?.id;
    if (!ars || !leistungId) continue;
    const ask = { leistungId, kette: kettenOf(ars), tag: localDate('2026-11-22'), sprache: 'de' };
    const started = performance.now();
    await t.db.withPublic(async (tx) => {
      await readBeschreibungen(tx, ask);
      await readFremddienste(tx, ask);
      await readOrganisationseinheiten(tx, ask);
    });
    times.push(performance.now() - started);
  }
  return times;
}

/** Kills the worker with SIGKILL once half of the objects are kept, and lets another one go on. */
async function killedInTheMiddle(
  t: TestDatabase,
  path: string,
  bytes: number,
): Promise<Measured & { readonly kept: number }> {
  const number = await begun(t, bytes);
  const words = [...nodeFlags, import.meta.filename, '--worker', t.urls.app, path, String(number)];
  const worker = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(worker, 'close');
  const keptNow = async () => (await readOverview(t)).einlesungen[0]?.gelesen ?? 0;
  while ((await keptNow()) < objekte / 2) await delay(50);
  worker.kill('SIGKILL');
  await ended;
  const kept = await keptNow();
  return { ...(await wholeImport(t, path, bytes)), kept };
}

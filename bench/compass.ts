import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { memoryEnvironment, nodeFlags } from '../src/app/supervisor/fork-child.ts';
import { openWorlds } from '../src/app/worlds.ts';
import { matrixOfWorld } from '../src/contexts/compass/figures/matrix-of-world.ts';
import { pflichtOn } from '../src/contexts/compass/figures/pflicht-on.ts';
import { localDate } from '../src/kernel/index.ts';
import { type Instance, openInstance, readConfig } from '../src/platform/index.ts';
import type { EngineFindings } from './support/compass-engine.ts';
import { byKind, engineFigures, sqlFigures, writesPerSecond } from './support/compass-figures.ts';
import { loadStand } from './support/compass-load.ts';
import { normalise, timesInSql } from './support/compass-sql.ts';
import { figureOf } from './support/figure.ts';
import { loadAtFixedRate } from './support/http-load.ts';
import { emptyPlace, type Installation, type Place, startedAt } from './support/installation.ts';
import { timesOf } from './support/load-figures.ts';
import { watchLargest } from './support/process-memory.ts';
import { report } from './support/report.ts';
import { signedIn } from './support/sign-in.ts';

/**
 * Figures over 427 bodies × 5,249 Leistungen × 24 months: a fifth of the cells used, six changes each, while twenty
 * statements a second are written; the same questions in SQL; the pages over HTTP.
 */

const samples = 5_000;

const sqlSamples = 2;

const today = localDate('2026-11-22');

const run = promisify(execFile);

const oneStatement = `
  insert into compass.stand (tenant_id, leistung_id, fassung, ags, gilt_ab, zustand, angegeben_am)
    select o.id, l.id, 1 + coalesce((select max(fassung) from compass.stand s
        where s.tenant_id = o.id and s.leistung_id = l.id), 0), o.body_key, date '2026-11-22',
      (array['geplant', 'in-umsetzung', 'online'])[1 + $1::int % 3], now()
    from identity.organisation o, public.bench_leistung l
    where o.kind = 'kommune' and l.nr = 1 + ($1::int * 31) % 5249
    order by o.body_key offset ($1::int * 17) % 427 limit 1`;

const paths = [
  '/zahlen',
  '/zahlen/abdeckung?nach=kommune',
  '/zahlen/verteilung',
  '/zahlen/verlauf',
  '/zahlen/paare?zustand=online',
];

await report('compass', 'Figures of the Umsetzungsstand', async () => {
  await using place = emptyPlace();
  const { loaded, loadSeconds } = await loadedAt(place);
  // What is measured has not lived through the load, which no product does in one go behind its back.
  await using installation = await startedAt(place);
  const instance = await opened(installation);
  const superuser = new pg.Pool({ connectionString: instance.ownerUrl, max: 4 });
  const { world, matrix } = await matrixOf(instance);
  const writing = keepWriting(superuser);
  const engine = await engineFindings(instance.urls.app, loaded.provider);
  const pages = await pageFigures(installation);
  const written = await writing();
  const pflicht = await pflichtOn(world.duties, matrix, today);
  const owedBy = matrix.bodies.map(({ ags }, row) => ({
    ags,
    leistungen: matrix.leistungen.flatMap(({ id }, at) =>
      pflicht[row * matrix.leistungen.length + at] === 1 ? [id] : [],
    ),
  }));
  await normalise(superuser, owedBy, matrix.bodies, matrix.leistungen);
  const inSql = await timesInSql(superuser, sqlSamples);
  await superuser.end();
  await instance.release();
  return {
    figures: [...engineFigures(engine), ...pages.figures, ...sqlFigures(inSql)],
    details: {
      statements: loaded.statements,
      loadSeconds,
      written,
      takenIn: engine.takenIn,
      worldMb: engine.worldMb,
      openedMb: engine.openedMb,
      openProcessorMs: engine.openProcessorMs,
      byKind: byKind(engine.answers, inSql),
      webProcess: pages.memory,
      pagesWaitedForOpening: pages.openedAfterMs,
    },
  };
});

/** Starts on an empty place, fills it, and ends. */
async function loadedAt(place: Place) {
  await using installation = await startedAt(place);
  const instance = await opened(installation);
  const superuser = new pg.Pool({ connectionString: instance.ownerUrl, max: 4 });
  const { matrix } = await matrixOf(instance);
  const started = performance.now();
  const loaded = await loadStand(superuser, {
    bodies: matrix.bodies.map(({ ags }) => ags),
    leistungen: matrix.leistungen.map(({ id }) => id),
    usedPercent: 20,
    changes: 6,
  });
  await superuser.end();
  await instance.release();
  return { loaded, loadSeconds: (performance.now() - started) / 1000 };
}

async function opened({ folder, port }: Installation): Promise<Instance> {
  const config = readConfig({ LEITWERK_DATA: folder, PORT: String(port) }, folder);
  if (!config.ok) throw new Error(config.refusal.message);
  const instance = await openInstance(config.value, { role: 'command' });
  if (!instance.ok) throw new Error(instance.refusal.message);
  return instance.value;
}

async function matrixOf({ db }: Instance) {
  const world = await openWorlds(db).duties();
  return { world, matrix: matrixOfWorld(world, today) };
}

/** Writes statements at a fixed rate until told to stop; gives how many. */
function keepWriting(superuser: pg.Pool): () => Promise<number> {
  let going = true;
  let written = 0;
  const write = async () => {
    const begun = performance.now();
    for (; going; written += 1) {
      await sleep(Math.max(0, begun + (written * 1000) / writesPerSecond - performance.now()));
      await superuser.query(oneStatement, [written]);
    }
    return written;
  };
  const running = write();
  return () => {
    going = false;
    return running;
  };
}

async function engineFindings(appUrl: string, provider: string): Promise<EngineFindings> {
  const file = join(import.meta.dirname, 'support/compass-engine.ts');
  const { stdout } = await run(process.execPath, [...nodeFlags, file, appUrl, provider, String(samples)], {
    maxBuffer: 64_000_000,
    env: { ...process.env, ...memoryEnvironment },
  });
  return JSON.parse(stdout) as EngineFindings;
}

async function pageFigures(installation: Installation) {
  const coordinator = await signedIn(installation, 'lemgo');
  const begun = performance.now();
  for (;;) {
    const { body } = await coordinator.get('/zahlen');
    if (!body.toString().includes('werden geladen')) break;
    await sleep(500);
  }
  const openedAfterMs = performance.now() - begun;
  const memory = watchLargest(installation.pid, 1_000);
  const result = await loadAtFixedRate({
    perSecond: 10,
    wanted: 500,
    warmUp: 50,
    shot: (index) => ({
      kind: 'figures',
      options: {
        host: '127.0.0.1',
        port: installation.port,
        path: paths[index % paths.length] ?? '/zahlen',
        headers: { ...coordinator.headers(), 'accept-encoding': 'gzip' },
      },
    }),
  });
  const most = memory.stop();
  const figures = [
    figureOf(
      {
        id: 'compass.pages',
        what: 'Pages of the figures at 10 a second',
        unit: 'ms',
        shown: 'p95',
        limit: 250,
      },
      timesOf(result),
      result.errors.length,
    ),
    figureOf(
      {
        id: 'compass.web-memory',
        what: 'The web process with figures open',
        unit: 'MB',
        shown: 'max',
        limit: 400,
      },
      [most.web ?? 0],
    ),
  ];
  return { figures, memory: most, openedAfterMs };
}

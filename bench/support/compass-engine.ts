import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWorlds } from '../../src/app/worlds.ts';
import { openFigures } from '../../src/contexts/compass/figures/open-figures.ts';
import { visibleBodies } from '../../src/contexts/compass/figures/visible-bodies.ts';
import { clockFrom, localDate } from '../../src/kernel/index.ts';
import { openDatabase, parseTenantId } from '../../src/platform/index.ts';
import { askOne } from './compass-questions.ts';

/** What the process that answers questions found; it is a process of its own, started as the product starts its own. */
export interface EngineFindings {
  readonly worldMb: number;
  readonly openedMb: number;
  readonly mostMb: number;
  readonly openMs: number;
  readonly openProcessorMs: number;
  readonly heldMs: readonly number[];
  readonly newDayMs: readonly number[];
  readonly answers: readonly { readonly kind: string; readonly ms: number }[];
  readonly errors: number;
  /** Statements that were taken in while questions were answered. */
  readonly takenIn: number;
}

const today = localDate('2026-11-22');
const perSecond = 40;

const [url = '', provider = '', wanted = '5000'] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measured(url, provider, Number(wanted))));

async function measured(appUrl: string, tenant: string, samples: number): Promise<EngineFindings> {
  const db = openDatabase(appUrl, { max: 4 });
  const worlds = openWorlds(db);
  await worlds.duties();
  const worldMb = megabytes();
  const clock = clockFrom(() => new Date(`${today}T10:00:00Z`));
  const figures = openFigures({ db, clock, world: worlds.duties });
  const holding = holdings();
  const opened = await timed(figures);
  const heldMs = holding.stop();
  const openedMb = megabytes();
  const now = await figures();
  const newDayMs = [];
  for (const day of ['2026-11-22', '2025-06-30', '2025-03-31', '2025-01-31'].map((text) => localDate(text)))
    newDayMs.push((await timed(async () => [await now.standOn(day), await now.pflichtOn(day)])).ms);
  const before = now.history.facts.length - now.history.left;
  const answered = await answers(figures, tenant, samples);
  const { facts, left } = (await figures()).history;
  await db.close();
  return {
    worldMb,
    openedMb,
    mostMb: process.resourceUsage().maxRSS / 1000,
    openMs: opened.ms,
    openProcessorMs: opened.processorMs,
    heldMs,
    newDayMs,
    ...answered,
    takenIn: facts.length - left - before,
  };
}

/** Asks at a fixed rate; a question's time runs from the moment at which it was due. */
async function answers(figures: ReturnType<typeof openFigures>, tenantText: string, samples: number) {
  const tenant = parseTenantId(tenantText);
  if (tenant === null) throw new Error('no provider');
  const found: { kind: string; ms: number }[] = [];
  let errors = 0;
  const begun = performance.now();
  const running = new Set<Promise<void>>();
  for (let index = 0; index < samples; index += 1) {
    const due = begun + (index * 1000) / perSecond;
    await sleep(Math.max(0, due - performance.now()));
    const one = (async () => {
      const now = await figures();
      const { kind, answer } = askOne({ figures: now, visible: visibleBodies(now, tenant), today }, index);
      await answer;
      found.push({ kind, ms: performance.now() - due });
    })()
      .catch(() => {
        errors += 1;
      })
      .finally(() => running.delete(one));
    running.add(one);
  }
  await Promise.all(running);
  return { answers: found, errors };
}

async function timed(
  work: () => Promise<unknown>,
): Promise<{ readonly ms: number; readonly processorMs: number }> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, processorMs: (user + system) / 1000 };
}

/** How long others had to wait, looked at ten times a second. */
function holdings() {
  const delay = monitorEventLoopDelay({ resolution: 2 });
  const held: number[] = [];
  const note = () => {
    held.push(delay.max / 1e6);
    delay.reset();
  };
  delay.enable();
  const timer = setInterval(note, 100);
  return {
    stop: () => {
      clearInterval(timer);
      note();
      delay.disable();
      return held.filter((each) => each > 0);
    },
  };
}

function megabytes(): number {
  return process.memoryUsage().rss / 1e6;
}

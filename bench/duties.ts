import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { nodeFlags } from '../src/app/supervisor/fork-child.ts';
import { compileDuties } from '../src/contexts/duties/domain/compiled-duties.ts';
import { dutiesOfKreis } from '../src/contexts/duties/domain/duties-of-kreis.ts';
import { dutyList } from '../src/contexts/duties/domain/duty-list.ts';
import {
  decidedForAll,
  dutyStatistics,
  verdictMatrix,
} from '../src/contexts/duties/domain/duty-statistics.ts';
import { isCommunalTyp } from '../src/contexts/duties/domain/typisierung.ts';
import { verdictOf } from '../src/contexts/duties/domain/verdict-of.ts';
import { whatIf } from '../src/contexts/duties/domain/what-if.ts';
import { wirkungOf } from '../src/contexts/duties/domain/wirkung.ts';
import { realFacts, today } from '../src/contexts/duties/testing/real-duties.ts';
import { type Figure, type FigureHead, figureOf } from './support/figure.ts';
import { memoryOfTree } from './support/process-memory.ts';
import { report } from './support/report.ts';

/** How fast duties are decided on the real data, in one process and without a database; how many are decided. */

if (process.argv.includes('--memory')) {
  const alone = realFacts();
  verdictMatrix(compileDuties(alone), alone.bodies, today);
  process.stdout.write(String(process.resourceUsage().maxRSS));
  process.exit();
}

const samples = 5_000;
const batches = 20;
const runs = 10;
const facts = realFacts();
const duties = compileDuties(facts);
const { bodies, leistungen } = facts;
const { regeln } = facts.regelwerk;
const allGrosse = bodies.flatMap(({ ags, kreisAgs }) =>
  kreisAgs === null ? [] : [{ ags, klasse: 'grosse-kreisangehoerige-stadt' as const }],
);
const kreise = bodies.filter((body) => body.art === 'kreis' || body.art === 'staedteregion');

await report('duties', 'Duties', async () => {
  const figures = [
    measure({ ...ms('one-body', 'Duties of one body', 'p95'), limit: 5 }, samples, (i) =>
      count(dutyList(duties, at(bodies, i), today).leistungen),
    ),
    measure(
      { ...ms('all-bodies', 'Duties of all 427 bodies × 5,249 Leistungen', 'max'), limit: 1_000 },
      batches,
      () => verdictMatrix(duties, bodies, today).length,
    ),
    figureOf(
      {
        id: 'duties.memory',
        what: 'The most memory of a process that decides them all',
        unit: 'MB',
        shown: 'max',
        limit: 200,
      },
      Array.from({ length: runs }, memoryOfAllBodies),
    ),
    measure(
      { ...ms('all-bodies-after-rule-change', 'The same after a change of the rules', 'max'), limit: 1_000 },
      batches,
      () => verdictMatrix(compileDuties(facts), bodies, today).length,
    ),
    measure(
      { ...ms('effect', 'What a change of one rule would do to all bodies', 'max'), limit: 100 },
      regeln.length,
      (i) => 1 + wirkungOf(duties, { vorher: at(regeln, i), nachher: null }, today).length,
    ),
    measure(
      { ...ms('what-if-all', 'What if all kreisangehörige Gemeinden were Große', 'max'), limit: 1_000 },
      batches,
      () => whatIf(duties, allGrosse, today).paare.length,
    ),
    measure(ms('compile', 'Preparing the rules for the catalogue', 'max'), batches, () =>
      count(compileDuties(facts).faelle),
    ),
    measure(ms('one-kreis', 'Duties of one Kreis', 'p95'), samples, (i) =>
      count(dutyList(duties, at(kreise, i), today).leistungen),
    ),
    measure(ms('kreis-with-gemeinden', 'Duties of a Kreis with its Gemeinden', 'p95'), batches, (i) =>
      count(dutiesOfKreis(duties, at(kreise, i), today)),
    ),
    measure(
      ms('one-duty', 'One duty with its chain of reasons', 'p95'),
      samples,
      (i) => verdictOf(duties, at(leistungen, i * 7919), at(bodies, i), today).verdict.length,
    ),
  ];
  return {
    figures,
    memory: memoryOfTree(process.pid),
    details: { slowestCalls: slowestCalls(), coverage: coverage() },
  };
});

function measure(head: FigureHead, runs: number, run: (index: number) => number): Figure {
  for (let index = 0; index < Math.min(50, runs); index += 1) run(index);
  const times: number[] = [];
  let errors = 0;
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now();
    const found = run(index);
    const took = performance.now() - start;
    if (found === 0) errors += 1;
    else times.push(took);
  }
  return figureOf(head, times, errors);
}

function ms(id: string, what: string, shown: FigureHead['shown']): FigureHead {
  return { id: `duties.${id}`, what, unit: 'ms', shown };
}

function count(list: readonly unknown[]): number {
  return list.length;
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('empty list');
  return item;
}

/** Of the slowest calls for one body how long the processor worked on them: the rest was given to other programs. */
function slowestCalls() {
  const calls = Array.from({ length: samples }, (_, index) => {
    const before = process.threadCpuUsage();
    const start = performance.now();
    dutyList(duties, at(bodies, index), today);
    const wallMs = performance.now() - start;
    const { user, system } = process.threadCpuUsage(before);
    return { wallMs, processorMs: (user + system) / 1000 };
  });
  return calls.sort((a, b) => b.wallMs - a.wallMs).slice(0, 5);
}

/** The most memory, in MB, of a process of its own, started as the product starts its processes, that loads the data and decides everything once. */
function memoryOfAllBodies(): number {
  const args = [...nodeFlags, import.meta.filename, '--memory'];
  return (Number(execFileSync(process.execPath, args, { encoding: 'utf8' })) * 1024) / 1e6;
}

function coverage() {
  const communal = leistungen.filter((leistung) => isCommunalTyp(leistung.typ));
  const forAll = decidedForAll(duties, bodies, today);
  return {
    date: today,
    all: dutyStatistics(duties, bodies, today),
    communal: dutyStatistics(duties, bodies, today, ({ typ }) => isCommunalTyp(typ)),
    communalLeistungen: communal.length,
    communalDecidedForAllBodies: forAll.filter(({ typ }) => isCommunalTyp(typ)).length,
  };
}

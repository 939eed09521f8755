import { execFileSync } from 'node:child_process';
import { arch, cpus, totalmem } from 'node:os';
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
import { realFacts, today } from '../src/contexts/duties/testing/real-duties.ts';

/** How fast duties are decided on the real data, and how much of them; JSON on stdout. */

if (process.argv.includes('--memory')) {
  verdictMatrix(compileDuties(realFacts()), realFacts().bodies, today);
  process.stdout.write(String(process.resourceUsage().maxRSS));
  process.exit();
}

const samples = 5_000;
const batches = 20;
const facts = realFacts();
const duties = compileDuties(facts);
const { bodies, leistungen } = facts;
const kreise = bodies.filter((body) => body.art === 'kreis' || body.art === 'staedteregion');
let errors = 0;

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('empty list');
  return item;
}

function measure(name: string, runs: number, run: (index: number) => number) {
  for (let index = 0; index < Math.min(50, runs); index++) run(index);
  const times: number[] = [];
  for (let index = 0; index < runs; index++) {
    const start = performance.now();
    if (run(index) === 0) errors += 1;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const share = (part: number) => round(times[Math.min(runs - 1, Math.floor(part * runs))] ?? Number.NaN);
  const max = round(times.at(-1) ?? Number.NaN);
  return { name, unit: 'ms', samples: runs, p50: share(0.5), p95: share(0.95), p99: share(0.99), max };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The most memory of a process of its own that loads the data and decides everything once. */
function memoryOfAllBodies(): number {
  const args = ['--disable-warning=ExperimentalWarning', import.meta.filename, '--memory'];
  return Math.round(Number(execFileSync(process.execPath, args, { encoding: 'utf8' })) / 1024);
}

const results = [
  measure('duties.compile', batches, () => compileDuties(facts).faelle.length),
  measure('duties.one-body', samples, (i) => dutyList(duties, at(bodies, i), today).leistungen.length),
  measure('duties.one-kreis', samples, (i) => dutyList(duties, at(kreise, i), today).leistungen.length),
  measure('duties.one-duty-with-chain', samples, (i) => {
    const leistung = at(leistungen, i * 7919);
    return verdictOf(duties, leistung, at(bodies, i), today).verdict.length;
  }),
  measure('duties.kreis-with-gemeinden', batches, (i) => dutiesOfKreis(duties, at(kreise, i), today).length),
  measure('duties.all-bodies', batches, () => verdictMatrix(duties, bodies, today).length),
  measure(
    'duties.all-bodies-after-rule-change',
    batches,
    () => verdictMatrix(compileDuties(facts), bodies, today).length,
  ),
];

const communal = leistungen.filter((leistung) => isCommunalTyp(leistung.typ));
const coverage = {
  date: today,
  all: dutyStatistics(duties, bodies, today),
  communal: dutyStatistics(duties, bodies, today, ({ typ }) => isCommunalTyp(typ)),
  communalLeistungen: communal.length,
  communalDecidedForAllBodies: decidedForAll(duties, bodies, today).filter(({ typ }) => isCommunalTyp(typ))
    .length,
};

const report = {
  name: 'duties',
  machine: {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    arch: arch(),
    node: process.version,
  },
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  errors,
  memoryMiB: { allBodies: memoryOfAllBodies(), benchmark: Math.round(process.resourceUsage().maxRSS / 1024) },
  results,
  coverage,
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chosenSeed, runKills } from '../test/support/kills/run-kills.ts';
import { root } from './run-tool.ts';

/** `npm run soak`: 200 seeded kills on the way of an Antrag; `npm run soak -- 50` for another number. Ends at the first fault. */

const kills = Number(process.argv[2] ?? 200);
const seed = chosenSeed();
const say = (line: string) => process.stdout.write(`${line}\n`);
if (!Number.isInteger(kills) || kills < 1) {
  say('Wanted: a number of kills, for example npm run soak -- 50');
  process.exit(64);
}

say(`seed ${seed} (LEITWERK_SEED=${seed} npm run soak -- ${kills} repeats it)`);
const started = performance.now();
const report = await runKills(kills, seed, say);
const seconds = Math.round((performance.now() - started) / 1000);
const rests = report.kills.map(({ restSeconds }) => restSeconds).toSorted((a, b) => a - b);
const count = (key: 'target' | 'step') =>
  Object.fromEntries(
    [...Map.groupBy(report.kills, (kill) => kill[key])].map(([name, all]) => [name, all.length]),
  );
const summary = {
  measuredAt: new Date().toISOString(),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  seed,
  kills: report.kills.length,
  momentsOfOneWay: report.moments,
  differentMomentsHit: new Set(report.kills.map(({ step, moment, when }) => `${step} ${moment} ${when}`))
    .size,
  receipts: report.receipts,
  antraege: report.antraege,
  eingaenge: report.eingaenge,
  targets: count('target'),
  steps: count('step'),
  restSeconds: { median: rests[Math.floor(rests.length / 2)], worst: rests.at(-1) },
  told: report.told,
  seconds,
};
writeFileSync(join(root, 'bench/results/soak.json'), `${JSON.stringify(summary, null, 2)}\n`);
const sentence = sentenceOf();
writeIntoDocs(sentence);
say(sentence);

function sentenceOf(): string {
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, number]) => `${name} ${number}`)
      .join(', ');
  const { receipts, antraege, eingaenge, restSeconds } = summary;
  return [
    `${summary.measuredAt.slice(0, 16).replace('T', ' ')} UTC, commit ${summary.commit}, seed ${seed}:`,
    `${summary.kills} kills (${list(summary.targets)}) at ${summary.differentMomentsHit} different moments of a way that has ${summary.momentsOfOneWay}.`,
    `${receipts} receipts shown = ${antraege} Anträge, each at two offices = ${eingaenge} inbox entries (the way that was counted first has no kill), no duplicate, nothing lost.`,
    `At rest again after ${restSeconds.median} s in the median, ${restSeconds.worst} s at worst; the whole took ${seconds} s.`,
    `Besides broken connections people were told: ${list(summary.told) || 'nothing'}.`,
  ].join(' ');
}

function writeIntoDocs(text: string): void {
  const file = join(root, 'docs/benchmarks.md');
  const marks = /<!-- soak -->.*<!-- \/soak -->/s;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(marks, () => `<!-- soak -->\n${text}\n<!-- /soak -->`),
  );
}

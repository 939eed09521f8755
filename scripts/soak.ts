import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
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
  differentMomentsHit: new Set(report.kills.map(({ step, at }) => `${step} ${at}`)).size,
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
say(
  `${summary.kills} kills in ${seconds} s: ${report.receipts} receipts shown, ${report.antraege} Anträge, ${report.eingaenge} inbox entries, no duplicates (the first way has no kill)`,
);
say(JSON.stringify(summary, null, 2));

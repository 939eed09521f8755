import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenSeed, runKills } from '../support/kills/run-kills.ts';

const skip = !(process.platform === 'linux' && process.arch === 'x64') && 'needs the embedded PostgreSQL';
const kills = 15;

test('15 seeded kills of web, worker and PostgreSQL from the draft to the inbox: receipts shown = Anträge = inbox entries', {
  skip,
}, async (context) => {
  const seed = chosenSeed();
  process.stdout.write(`seed ${seed} (LEITWERK_SEED=${seed} repeats it)\n`);
  const report = await runKills(kills, seed, (line) => context.diagnostic(line));
  // One more than kills: the way on which the moments are counted has none. Two offices get a case of each.
  const { receipts, antraege, eingaenge } = report;
  assert.deepEqual({ receipts, antraege, eingaenge }, { receipts: 16, antraege: 16, eingaenge: 32 });
  const hit = new Set(report.kills.map(({ target }) => target));
  for (const target of ['web', 'worker', 'postgresql'] as const) assert.ok(hit.has(target), target);
  const fitting = ['Die Datenbank antwortet gerade nicht.'];
  assert.deepEqual(
    Object.keys(report.told).filter((sentence) => !fitting.includes(sentence)),
    [],
    'what people were told meanwhile',
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenSeed } from '../support/kills/run-kills.ts';
import { runLaterKills } from '../support/kills/run-later-kills.ts';

const skip = !(process.platform === 'linux' && process.arch === 'x64') && 'needs the embedded PostgreSQL';
const kills = 4;

test('4 seeded kills while a Nachforderung is answered: each answer is kept, settled and at its case, exactly once', {
  skip,
}, async (context) => {
  const seed = chosenSeed();
  process.stdout.write(`seed ${seed} (LEITWERK_SEED=${seed} repeats it)\n`);
  const { answered, nachgereicht } = await runLaterKills(kills, seed, (line) => context.diagnostic(line));
  // One more than kills: the answer on which the moments are counted has none.
  assert.equal(answered, kills + 1);
  assert.deepEqual(nachgereicht, [answered, answered, answered]);
});

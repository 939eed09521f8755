import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryTemporary } from './retry-temporary.ts';

function failing(times: number, error: Error) {
  let attempts = 0;
  return {
    attempts: () => attempts,
    attempt: async () => {
      attempts += 1;
      if (attempts <= times) throw error;
    },
  };
}

test('a mail server that is busy for a moment is asked again', async () => {
  const busy = failing(2, Object.assign(new Error('busy'), { responseCode: 451 }));
  await retryTemporary(busy.attempt, [1, 1]);
  assert.equal(busy.attempts(), 3);
});

test('a mail server that refuses the address is not asked again, and a busy one not for ever', async () => {
  const refusing = failing(9, Object.assign(new Error('no such user'), { responseCode: 550 }));
  await assert.rejects(retryTemporary(refusing.attempt, [1, 1]), /no such user/);
  assert.equal(refusing.attempts(), 1);
  const busy = failing(9, Object.assign(new Error('busy'), { responseCode: 451 }));
  await assert.rejects(retryTemporary(busy.attempt, [1, 1]), /busy/);
  assert.equal(busy.attempts(), 3);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { accountPolicy, countAttempt, type ThrottleState } from './throttle.ts';

const start = new Date('2026-11-21T08:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

test('five attempts are free, then the wait doubles up to a quarter of an hour', () => {
  let state: ThrottleState | null = null;
  for (let n = 0; n < 5; n++) {
    const decision = countAttempt(state, accountPolicy, start);
    assert.equal(decision.waitSeconds, 0);
    state = decision.state;
  }
  const waits: number[] = [];
  let time = 0;
  for (let n = 0; n < 8; n++) {
    const refused = countAttempt(state, accountPolicy, after(time));
    waits.push(refused.waitSeconds);
    time += refused.waitSeconds;
    const next: { state: ThrottleState; waitSeconds: number } = countAttempt(
      refused.state,
      accountPolicy,
      after(time),
    );
    assert.equal(next.waitSeconds, 0);
    state = next.state;
  }
  assert.deepEqual(waits, [30, 60, 120, 240, 480, 900, 900, 900]);
});

test('a quarter of an hour without attempts forgets the earlier ones', () => {
  const first = countAttempt(null, accountPolicy, start);
  assert.equal(countAttempt(first.state, accountPolicy, after(899)).state.attempts, 2);
  assert.equal(countAttempt(first.state, accountPolicy, after(901)).state.attempts, 1);
});

test('however attempts are spread, no more than 40 pass in an hour', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3600 }), { maxLength: 400 }), (seconds) => {
      let state: ThrottleState | null = null;
      let passed = 0;
      for (const at of seconds.toSorted((a, b) => a - b)) {
        const decision: { state: ThrottleState; waitSeconds: number } = countAttempt(
          state,
          accountPolicy,
          after(at),
        );
        if (decision.waitSeconds === 0) passed += 1;
        state = decision.state;
      }
      assert.ok(passed <= 40, `${passed}`);
    }),
  );
});

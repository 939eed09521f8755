import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRateLimiter } from './rate-limit.ts';

/** A clock that stands until the test moves it. */
function handClock() {
  let time = 1_000_000;
  return { now: () => time, pass: (ms: number) => (time += ms) };
}

test('as many calls as a minute allows pass at once; the next is told how long to wait', () => {
  const clock = handClock();
  const limiter = createRateLimiter(6, clock.now);
  for (let i = 0; i < 6; i += 1) assert.equal(limiter.take('a'), 0);
  assert.equal(limiter.take('a'), 10);
  clock.pass(9_999);
  assert.equal(limiter.take('a'), 1);
  clock.pass(1);
  assert.equal(limiter.take('a'), 0);
});

test('one key does not spend what another may', () => {
  const limiter = createRateLimiter(1, handClock().now);
  assert.equal(limiter.take('a'), 0);
  assert.equal(limiter.take('b'), 0);
  assert.ok(limiter.take('a') > 0);
});

test('asking how long to wait spends nothing', () => {
  const limiter = createRateLimiter(1, handClock().now);
  for (let i = 0; i < 3; i += 1) assert.equal(limiter.waitOf('a'), 0);
  assert.equal(limiter.take('a'), 0);
  assert.equal(limiter.waitOf('a'), 60);
  assert.equal(limiter.take('a'), 60);
});

test('the state says how many calls are left and when all are there again', () => {
  const clock = handClock();
  const limiter = createRateLimiter(6, clock.now);
  assert.deepEqual(limiter.stateOf('a'), { limit: 6, remaining: 6, resetSeconds: 0 });
  for (let i = 0; i < 6; i += 1) limiter.take('a');
  assert.deepEqual(limiter.stateOf('a'), { limit: 6, remaining: 0, resetSeconds: 60 });
  clock.pass(15_000);
  assert.deepEqual(limiter.stateOf('a'), { limit: 6, remaining: 1, resetSeconds: 45 });
});

test('rest saves up a minute’s calls and no more', () => {
  const clock = handClock();
  const limiter = createRateLimiter(3, clock.now);
  limiter.take('a');
  clock.pass(3_600_000);
  assert.deepEqual(
    [1, 2, 3].map(() => limiter.take('a')),
    [0, 0, 0],
  );
  assert.ok(limiter.take('a') > 0);
});

test('whoever waits as told may pass, whatever came before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 600 }),
      fc.array(fc.nat(5_000), { maxLength: 100 }),
      (perMinute, pauses) => {
        const clock = handClock();
        const limiter = createRateLimiter(perMinute, clock.now);
        let wait = 0;
        for (const pause of pauses) {
          clock.pass(pause);
          wait = limiter.take('a');
        }
        clock.pass(wait * 1000);
        if (wait > 0) assert.equal(limiter.take('a'), 0);
      },
    ),
  );
});

test('a flood of strange keys does not fill the memory for ever, and is still limited by key', () => {
  const limiter = createRateLimiter(1, handClock().now);
  for (let i = 0; i < 60_000; i += 1) assert.equal(limiter.take(`k${i}`), 0);
  assert.ok(limiter.take('k59999') > 0);
});

import assert from 'node:assert/strict';

/** What hangs, or takes the square of what it should, takes far longer, whatever else the machine does. */
const hanging = 20_000;

/** Runs something hostile or large that must not hang anybody. How fast it is, a benchmark measures. */
export function soon<T>(run: () => T): T {
  const started = performance.now();
  const result = run();
  assert.ok(performance.now() - started < hanging, `${Math.round(performance.now() - started)} ms`);
  return result;
}

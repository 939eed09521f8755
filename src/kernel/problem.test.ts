import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCodeOfRefusal, problemOf, statusOfRefusal } from './problem.ts';
import type { Refusal, RefusalKind } from './refusal.ts';

// A record, so that the compiler asks for a line for each new kind.
const kinds: Readonly<Record<RefusalKind, { readonly status: number; readonly exitCode: number }>> = {
  invalid: { status: 422, exitCode: 2 },
  unauthenticated: { status: 401, exitCode: 77 },
  forbidden: { status: 403, exitCode: 77 },
  'not-found': { status: 404, exitCode: 4 },
  ambiguous: { status: 409, exitCode: 5 },
  conflict: { status: 409, exitCode: 6 },
  'too-large': { status: 413, exitCode: 2 },
  throttled: { status: 429, exitCode: 75 },
  unavailable: { status: 503, exitCode: 69 },
};

for (const [kind, { status, exitCode }] of Object.entries(kinds) as [
  RefusalKind,
  (typeof kinds)['invalid'],
][]) {
  test(`a refusal of kind ${kind} is ${status} over HTTP and exit code ${exitCode} on the command line`, () => {
    assert.equal(statusOfRefusal(kind), status);
    assert.equal(exitCodeOfRefusal(kind), exitCode);
    const problem = problemOf({ kind, code: 'SOME_CODE', message: 'Ein Satz.' });
    assert.deepEqual(problem, {
      type: 'urn:leitwerk:problem:some_code',
      title: 'SOME_CODE',
      status,
      detail: 'Ein Satz.',
      code: 'SOME_CODE',
    });
  });
}

test('a problem document carries fields and suggestions, and no other part of the refusal', () => {
  const refusal: Refusal = {
    kind: 'ambiguous',
    code: 'KOMMUNE_AMBIGUOUS',
    message: 'Welche?',
    fields: [{ field: 'body', message: 'mehrdeutig' }],
    suggestions: [{ key: '05978040', label: 'Unna (Stadt)' }],
    retryAfterSeconds: 3,
  };
  const problem = problemOf(refusal);
  assert.deepEqual(problem.fields, refusal.fields);
  assert.deepEqual(problem.suggestions, refusal.suggestions);
  assert.ok(!('retryAfterSeconds' in problem) && !('kind' in problem));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLogger } from './log.ts';

function logged(line: object): string {
  const lines: string[] = [];
  createLogger('info', 'test', { write: (text) => void lines.push(text) }).warn(line, 'what happened');
  return lines.join('');
}

test('of an error a line tells what went wrong and where, and nothing that the error carries along', () => {
  const error = Object.assign(new Error('connection terminated', { cause: new TypeError('socket closed') }), {
    code: '57P01',
    detail: 'Key (email_sealed)=(mara@example.org) already exists.',
    client: { _activeQuery: { text: 'select $1', values: ['Mara Feldweg'] }, password: 'geheim' },
  });
  const line = logged({ err: error });
  assert.doesNotMatch(line, /mara@|Feldweg|geheim|select|detail|client/);
  const { err, msg } = JSON.parse(line);
  assert.equal(msg, 'what happened');
  assert.deepEqual(
    [err.type, err.message, err.kind, err.cause.type, err.cause.message],
    ['Error', 'connection terminated', '57P01', 'TypeError', 'socket closed'],
  );
  assert.match(err.stack, /log\.test\.ts/);
});

test('what is no error is told as text; names of secrets hide their values', () => {
  assert.equal(JSON.parse(logged({ err: 'gone' })).err.message, 'gone');
  assert.doesNotMatch(logged({ email: 'mara@example.org', request: { token: 'abc' } }), /mara@|abc/);
});

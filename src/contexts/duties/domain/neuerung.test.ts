import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neuerungAktionen, neuerungStaende, standAfter, wirkungen, wirkungOf } from './neuerung.ts';
import { verdictWords } from './verdict.ts';

test('every pair of state and action is known: a thing can be read, done and put back, and never done twice', () => {
  const table = neuerungStaende.map((stand) => neuerungAktionen.map((aktion) => standAfter(stand, aktion)));
  assert.deepEqual(table, [
    ['gelesen', 'erledigt', null],
    [null, 'erledigt', 'neu'],
    [null, null, 'gelesen'],
  ]);
});

test('a change concerns a body exactly where it owes or where it is open, before or after', () => {
  for (const before of [...verdictWords, null])
    for (const after of [...verdictWords, null])
      for (const continued of [true, false]) {
        const wirkung = wirkungOf(before, after, continued);
        const concerned = [before, after].some((verdict) => verdict === 'selbst' || verdict === 'offen');
        assert.equal(wirkung !== null, concerned, `${before} → ${after}`);
        assert.ok(wirkung === null || wirkungen.includes(wirkung));
      }
});

test('a duty that came, went, went on or stayed is said to have done so', () => {
  assert.equal(wirkungOf(null, 'selbst', false), 'neue Pflicht');
  assert.equal(wirkungOf('Kreis', 'selbst', false), 'neue Pflicht');
  assert.equal(wirkungOf('selbst', null, false), 'Pflicht entfällt');
  assert.equal(wirkungOf('selbst', null, true), 'Pflicht wird fortgeführt');
  assert.equal(wirkungOf('selbst', 'Kreis', true), 'Pflicht entfällt');
  assert.equal(wirkungOf('selbst', 'offen', false), 'offen, zu klären');
  assert.equal(wirkungOf('selbst', 'selbst', false), 'Pflicht bleibt, Angaben ändern sich');
});

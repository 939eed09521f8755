import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kontostand } from './kontostand.ts';

const lage = { bruttoCent: 100n, bezahltCent: 0n, zurueckgezahltCent: 0n, gilt: true };

test('what is open, what is a credit, and how much of it can be given back', () => {
  const of = (more: Partial<typeof lage>) => Object.values(kontostand({ ...lage, ...more }));
  assert.deepEqual(of({}), [100n, 0n, 0n]);
  assert.deepEqual(of({ bezahltCent: 30n }), [70n, 0n, 0n]);
  assert.deepEqual(of({ bezahltCent: 130n }), [-30n, 30n, 30n]);
  assert.deepEqual(of({ bezahltCent: 130n, zurueckgezahltCent: 30n }), [0n, 0n, 0n]);
});

test('of a share that no longer holds all that was paid is a credit; of a negative one only what was paid goes back', () => {
  const gone = { ...lage, gilt: false };
  assert.equal(kontostand({ ...gone, bezahltCent: 100n }).rueckzahlbarCent, 100n);
  assert.equal(kontostand({ ...gone, bezahltCent: 100n, zurueckgezahltCent: 60n }).rueckzahlbarCent, 40n);
  assert.deepEqual(kontostand({ ...lage, bruttoCent: -50n }), {
    ...{ offenCent: -50n, guthabenCent: 50n, rueckzahlbarCent: 0n },
  });
});

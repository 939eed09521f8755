import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterStep, type Rechnungsschritt, type Rechnungszustand, zustandOf } from './rechnungszustand.ts';

const zustaende: readonly Rechnungszustand[] = [
  'entwurf',
  'geprueft',
  'gestellt',
  'bezahlt',
  'korrigiert',
  'verworfen',
];
const schritte: readonly Rechnungsschritt[] = [
  'pruefen',
  'stellen',
  'verworfen',
  'bezahlen',
  'zurueckzahlen',
  'korrigieren',
];

test('a bill goes from draft over checked to issued and paid; only what was issued can be corrected or paid back', () => {
  const allowed = zustaende.flatMap((zustand) =>
    schritte.flatMap((schritt) => {
      const then = afterStep(zustand, schritt);
      return then === null ? [] : [`${zustand} ${schritt} ${then}`];
    }),
  );
  assert.deepEqual(allowed, [
    'entwurf pruefen geprueft',
    'entwurf verworfen verworfen',
    'geprueft stellen gestellt',
    'geprueft verworfen verworfen',
    'gestellt bezahlen bezahlt',
    'gestellt zurueckzahlen gestellt',
    'gestellt korrigieren korrigiert',
    'bezahlt zurueckzahlen bezahlt',
    'bezahlt korrigieren korrigiert',
    'korrigiert zurueckzahlen korrigiert',
  ]);
});

test('the state follows from what was written of a bill', () => {
  const lage = { geprueft: false, verworfen: false, gestellt: false, ersetzt: false, offenCent: 0n };
  assert.equal(zustandOf(lage), 'entwurf');
  assert.equal(zustandOf({ ...lage, geprueft: true }), 'geprueft');
  assert.equal(zustandOf({ ...lage, geprueft: true, verworfen: true }), 'verworfen');
  assert.equal(zustandOf({ ...lage, geprueft: true, gestellt: true, offenCent: 1n }), 'gestellt');
  assert.equal(zustandOf({ ...lage, geprueft: true, gestellt: true }), 'bezahlt');
  assert.equal(zustandOf({ ...lage, geprueft: true, gestellt: true, ersetzt: true }), 'korrigiert');
});

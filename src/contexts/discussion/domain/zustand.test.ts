import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { schritte, wartet, zustaende, zustandNach, zustandOf } from './zustand.ts';

test('every step from every state does what the table says, and nothing else is possible', () => {
  const possible = zustaende.flatMap((zustand) =>
    schritte.flatMap((schritt) => {
      const next = zustandNach(zustand, schritt);
      return next === null ? [] : [`${zustand} + ${schritt} = ${next}`];
    }),
  );
  assert.deepEqual(possible, [
    'offen + antwort = beantwortet',
    'offen + ergaenzung = offen',
    'offen + zurueckgezogen = zurueckgezogen',
    'wieder-offen + antwort = beantwortet',
    'wieder-offen + ergaenzung = wieder-offen',
    'wieder-offen + zurueckgezogen = zurueckgezogen',
    'beantwortet + antwort = beantwortet',
    'beantwortet + ergaenzung = beantwortet',
    'beantwortet + wieder-offen = wieder-offen',
  ]);
});

test('from every state that waits, a question can be ended; a withdrawn one stays withdrawn', () => {
  for (const zustand of zustaende.filter(wartet))
    assert.ok(schritte.some((schritt) => zustandNach(zustand, schritt) === 'beantwortet'));
  assert.ok(schritte.every((schritt) => zustandNach('zurueckgezogen', schritt) === null));
});

test('the state read off the last contribution is the state that the steps led to', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...schritte)), (asked) => {
      let zustand = zustandOf('frage');
      let letzter: Parameters<typeof zustandOf>[0] = 'frage';
      for (const schritt of asked) {
        const next = zustandNach(zustand, schritt);
        if (next === null) continue;
        zustand = next;
        if (schritt !== 'ergaenzung') letzter = schritt;
      }
      assert.equal(zustandOf(letzter), zustand);
    }),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  istOeffentlich,
  moeglicheSchritte,
  nachSchritt,
  type Schritt,
  schritte,
  type Zustand,
  zustaende,
} from './zustand.ts';

const expected: Readonly<Record<string, Zustand>> = {
  'interesse parameter-erfassen': 'parameter',
  'interesse beenden': 'beendet',
  'parameter parameter-erfassen': 'parameter',
  'parameter testen': 'test',
  'parameter beenden': 'beendet',
  'test parameter-erfassen': 'test',
  'test zurueck-zu-parametern': 'parameter',
  'test live-schalten': 'live',
  'test beenden': 'beendet',
  'live parameter-erfassen': 'live',
  'live aussetzen': 'ausgesetzt',
  'live beenden': 'beendet',
  'ausgesetzt parameter-erfassen': 'ausgesetzt',
  'ausgesetzt fortsetzen': 'live',
  'ausgesetzt beenden': 'beendet',
  'beendet neu-beginnen': 'interesse',
};

test('every pair of state and step leads where the table says or is refused', () => {
  for (const zustand of zustaende) {
    for (const schritt of schritte) {
      const next = nachSchritt(zustand, schritt);
      assert.equal(next, expected[`${zustand} ${schritt}`] ?? null, `${zustand} ${schritt}`);
      assert.equal(moeglicheSchritte(zustand).includes(schritt), next !== null);
    }
  }
});

test('whatever is tried, nothing goes live without a test, and citizens learn of nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...schritte), { maxLength: 40 }), (tried) => {
      let zustand: Zustand = 'interesse';
      const done: Schritt[] = [];
      for (const schritt of tried) {
        const next = nachSchritt(zustand, schritt);
        if (next === null) continue;
        if (next === 'live' && !istOeffentlich(zustand)) assert.equal(zustand, 'test');
        if (next === 'beendet') done.length = 0;
        else done.push(schritt);
        zustand = next;
      }
      const walked = done.indexOf('testen') < done.indexOf('live-schalten') && done.includes('testen');
      if (istOeffentlich(zustand)) assert.ok(walked);
    }),
  );
});

test('every state but the last can be ended, and after the end one begins anew', () => {
  for (const zustand of zustaende)
    assert.equal(moeglicheSchritte(zustand).includes('beenden'), zustand !== 'beendet');
  assert.deepEqual(moeglicheSchritte('beendet'), ['neu-beginnen']);
});

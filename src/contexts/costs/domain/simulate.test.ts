import assert from 'node:assert/strict';
import test from 'node:test';
import { localDate } from '#kernel';
import { gleich, planOf, position, zahlerOf } from '../testing/plaene.ts';
import { type Aenderung, simulate } from './simulate.ts';

const plan = planOf({
  zahler: zahlerOf(['A', 'B']),
  schluessel: [
    gleich,
    { id: 'ew', titel: 'Einwohner', art: 'einwohner', werte: { A: '100', B: '300' }, quelle: 'Test' },
  ],
  positionen: [position(12_000n)],
});

function differences(change: Aenderung) {
  const tried = simulate(plan, change);
  assert.ok(tried.ok, tried.ok ? '' : tried.refusal.message);
  return tried.value.unterschiede.map(({ kennung, vorher, nachher, unterschied }) => [
    kennung,
    vorher,
    nachher,
    unterschied,
  ]);
}

test('ein anderer Schlüssel', () => {
  assert.deepEqual(differences({ art: 'schluessel', position: null, schluessel: 'ew' }), [
    ['A', 6_000n, 3_000n, -3_000n],
    ['B', 6_000n, 9_000n, 3_000n],
  ]);
  assert.deepEqual(differences({ art: 'schicht', schicht: 'alle', schluessel: 'ew' })[0], [
    'A',
    6_000n,
    3_000n,
    -3_000n,
  ]);
});

test('jemand kommt dazu, und alle anderen zahlen weniger', () => {
  assert.deepEqual(
    differences({
      art: 'beitritt',
      zahler: { kennung: 'C', name: 'C', gruppen: ['alle'] },
      werte: { ew: '400' },
    }),
    [
      ['A', 6_000n, 4_000n, -2_000n],
      ['B', 6_000n, 4_000n, -2_000n],
      ['C', 0n, 4_000n, 4_000n],
    ],
  );
});

test('jemand geht mitten im Jahr', () => {
  assert.deepEqual(differences({ art: 'austritt', kennung: 'B', bis: localDate('2026-06-30') }), [
    ['A', 6_000n, 8_000n, 2_000n],
    ['B', 6_000n, 4_000n, -2_000n],
  ]);
});

test('eine andere Rundung; was es nicht gibt, wird gesagt', () => {
  assert.equal(differences({ art: 'rundung', rundung: 'voller-euro' }).length, 2);
  for (const change of [
    { art: 'austritt', kennung: 'Z', bis: localDate('2026-06-30') },
    { art: 'schicht', schicht: 'z', schluessel: null },
    { art: 'schluessel', position: 'z', schluessel: 'ew' },
  ] as const) {
    const tried = simulate(plan, change);
    assert.match(
      tried.ok ? '' : tried.refusal.message,
      /gibt es in diesem Kostenplan nicht\. Wählen Sie aus der Liste/,
    );
  }
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { leaveOneOutError, schaetzeFallzahl, type Vergleichswert } from './fallzahl-schaetzung.ts';

const peer = (n: number, einwohner: number, fallzahl: number): Vergleichswert => ({
  ags: `0576600${n}`,
  einwohner,
  fallzahl,
});

describe('an estimated Fallzahl', () => {
  test('comes from cases per 1,000 inhabitants: median, lowest and highest rate', () => {
    const peers = [peer(1, 10_000, 20), peer(2, 20_000, 60), peer(3, 30_000, 120)];
    assert.deepEqual(schaetzeFallzahl('05766044', 20_000, peers), {
      wert: 60,
      von: 40,
      bis: 80,
      kommunen: 3,
      fehlerProzent: leaveOneOutError(peers),
    });
  });

  test('needs three others of the same kind and of similar size, and never counts the Kommune itself', () => {
    const peers = [peer(1, 10_000, 20), peer(2, 20_000, 60)];
    for (const odd of [
      peer(3, 200_000, 1),
      { ags: '05766', einwohner: 20_000, fallzahl: 5 },
      { ags: '05766044', einwohner: 20_000, fallzahl: 5 },
    ])
      assert.equal(schaetzeFallzahl('05766044', 20_000, [...peers, odd]), null);
  });

  test('with the same rate everywhere it misses nothing, whatever the sizes', () => {
    const sizes = fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 40 }), (each, rate) => {
        const peers = each.map((size, n) => peer(n, size * 1000, size * rate));
        assert.equal(leaveOneOutError(peers), 0);
        assert.equal(schaetzeFallzahl('05766044', 40_000, peers)?.wert, 40 * rate);
      }),
    );
  });

  test('its error is the mean miss when each is estimated from the others', () => {
    // Rates 1, 2, 3 per 1,000: estimated by the others' medians 2.5, 2, 1.5.
    const peers = [peer(1, 100_000, 100), peer(2, 100_000, 200), peer(3, 100_000, 300)];
    assert.equal(leaveOneOutError(peers), Math.round((100 * (1.5 + 0 + 0.5)) / 3));
  });
});

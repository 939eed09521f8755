import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { ceilToEuro, commercial, formatCents, largestRemainder, rateOf, type Weighted } from './money.ts';
import { add, cmp, div, mul, ofDecimal, parse, rational, sub, sum, toDecimal, toText } from './rational.ts';

const whole = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const fractions = fc.tuple(whole, fc.bigInt({ min: 1n, max: 10n ** 6n })).map(([n, d]) => rational(n, d));
const weights = fc
  .uniqueArray(
    fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.nat(10_000), fc.integer({ min: 1, max: 99 })),
    {
      minLength: 1,
      maxLength: 30,
      selector: ([key]) => key,
    },
  )
  .map((all): Weighted[] => all.map(([key, n, d]) => ({ key, weight: rational(BigInt(n), BigInt(d)) })))
  .filter((all) => all.some(({ weight }) => weight.n > 0n));
const sumOf = (shares: ReadonlyMap<string, bigint>) =>
  [...shares.values()].reduce((all, one) => all + one, 0n);

test('a fraction keeps every digit of what was written', () => {
  assert.deepEqual(ofDecimal('3.06053'), { n: 306053n, d: 100000n });
  assert.deepEqual(ofDecimal('3,5'), rational(7n, 2n));
  assert.deepEqual(ofDecimal('-1/3'), rational(-1n, 3n));
  assert.equal(toDecimal(rational(1n, 3n), 4), '0.3333');
  assert.equal(toDecimal(rational(-5n, 1000n), 2), '-0.01');
  assert.equal(toDecimal(rational(5n, 2n), 0), '3');
});

test('what is no number is refused with an example of one', () => {
  for (const text of ['', 'drei', '1/0', '1e5', '0x10', '1.2.3', '∞']) {
    const parsed = parse(text);
    assert.equal(parsed.ok, false, text);
    assert.match(
      parsed.ok ? '' : parsed.refusal.message,
      /ist keine Zahl\. Schreiben Sie zum Beispiel 3,06053/,
    );
  }
  assert.throws(() => ofDecimal('drei'), /ist keine Zahl/);
  assert.throws(() => rational(1n, 0n), RangeError);
});

test('fractions add, multiply and compare exactly, and their text reads back', () => {
  fc.assert(
    fc.property(fractions, fractions, (a, b) => {
      assert.deepEqual(sub(add(a, b), b), a);
      assert.deepEqual(sum([a, b, a]), add(mul(a, rational(2n)), b));
      if (b.n !== 0n) assert.deepEqual(mul(div(a, b), b), a);
      assert.equal(cmp(a, b), -cmp(b, a) + 0);
      assert.deepEqual(ofDecimal(toText(a)), a);
    }),
  );
});

test('largest remainder sums to the total, each within a cent of its share, whatever the order', () => {
  fc.assert(
    fc.property(whole, weights, (total, all) => {
      const shares = largestRemainder(total, all);
      assert.equal(sumOf(shares), total);
      assert.deepEqual(
        new Map([...shares].sort()),
        new Map([...largestRemainder(total, all.toReversed())].sort()),
      );
      const whole = sum(all.map(({ weight }) => weight));
      for (const { key, weight } of all) {
        const off = sub(rational(shares.get(key) ?? 0n), div(mul(rational(total), weight), whole));
        assert.ok(cmp(off, rational(1n)) < 0 && cmp(off, rational(-1n)) > 0);
      }
    }),
  );
});

test('commercial rounding leaves a residue that makes the total whole', () => {
  fc.assert(
    fc.property(whole, weights, (total, all) => {
      const { shares, residue } = commercial(total, all);
      assert.equal(sumOf(shares) + residue, total);
    }),
  );
});

test('up to the full euro asks for less than one euro too much from each', () => {
  fc.assert(
    fc.property(whole, weights, (total, all) => {
      const { shares, surplus } = ceilToEuro(total, all);
      assert.equal(sumOf(shares) - surplus, total);
      assert.ok(surplus >= 0n && surplus < BigInt(all.length) * 100n);
      assert.ok([...shares.values()].every((share) => share % 100n === 0n));
    }),
  );
});

test('a hundred euros over three equal payers: the first by key pays the odd cent', () => {
  const three = ['C', 'A', 'B'].map((key) => ({ key, weight: rational(1n) }));
  assert.deepEqual(Object.fromEntries(largestRemainder(10_000n, three)), { A: 3334n, B: 3333n, C: 3333n });
  assert.deepEqual(Object.fromEntries(largestRemainder(-10_000n, three)), {
    A: -3333n,
    B: -3333n,
    C: -3334n,
  });
});

test('weights that are negative or all zero are a fault', () => {
  assert.throws(() => largestRemainder(1n, [{ key: 'A', weight: rational(0n) }]), RangeError);
  assert.throws(() => largestRemainder(1n, []), RangeError);
  assert.throws(
    () =>
      largestRemainder(
        1n,
        [rational(-1n), rational(3n)].map((weight, at) => ({ key: `${at}`, weight })),
      ),
    RangeError,
  );
});

test('amounts are written as in German letters', () => {
  assert.equal(formatCents(123_456_789n), '1.234.567,89 €');
  assert.equal(formatCents(-5n), '−0,05 €');
  assert.equal(formatCents(0n), '0,00 €');
  assert.equal(rateOf(150n, ofDecimal('0.19')), 29n);
  assert.equal(rateOf(-150n, ofDecimal('0.19')), -29n);
});

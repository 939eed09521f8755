import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { parseRohwert } from './angabe.ts';
import {
  ausBedarf,
  ausFallzahl,
  ausKomplexitaet,
  ausMinuten,
  ausPrioritaet,
  ausReifegrad,
  ausStufe,
  ausTagen,
  jeHunderttausend,
  tageBis,
} from './normieren.ts';

test('die Regeln geben genau die Werte, die auf der Seite stehen', () => {
  assert.deepEqual([1, 2, 3, 4].map(ausPrioritaet), [1000, 667, 333, 0]);
  assert.deepEqual(
    [0, 1, 10, 100, 1000, 10_000, 100_000, 5_000_000].map(ausFallzahl),
    [0, 166, 333, 500, 666, 833, 1000, 1000],
  );
  assert.deepEqual([1, 2, 3, 4, 5].map(ausKomplexitaet), [1000, 750, 500, 250, 0]);
  assert.deepEqual([1, 2, 3, 4, 5].map(ausStufe), [0, 250, 500, 750, 1000]);
  assert.deepEqual([0, 1, 2, 3, 4].map(ausReifegrad), [0, 250, 500, 750, 1000]);
  assert.deepEqual([0, 60, 240, 999].map(ausMinuten), [0, 250, 1000, 1000]);
  assert.deepEqual([-5, 0, 1825, 3000].map(ausTagen), [1000, 1000, 0, 0]);
  assert.equal(ausBedarf({ ja: 3, spaeter: 2, geantwortet: 8 }), 500);
  assert.equal(ausBedarf({ ja: 0, spaeter: 0, geantwortet: 0 }), null);
  assert.equal(jeHunderttausend(41, 40_000), 102);
  assert.equal(tageBis(localDate('2028-02-28'), localDate('2028-03-01')), 2);
});

test('jeder Wert ist eine ganze Zahl von 0 bis 1.000, und mehr zählt nie weniger', () => {
  const rules = [ausFallzahl, ausMinuten, ausStufe, ausReifegrad];
  fc.assert(
    fc.property(fc.nat(20_000_000), fc.nat(1000), (value, more) => {
      for (const rule of rules) {
        const [now, then] = [rule(value), rule(value + more)];
        assert.ok(Number.isInteger(now) && now >= 0 && now <= 1000);
        assert.ok(then >= now);
      }
      assert.ok(ausTagen(value) >= ausTagen(value + more));
    }),
  );
});

test('eine Angabe, die nicht passt, wird mit der Skala abgewiesen; ein leerer Text nimmt zurück', () => {
  for (const [kriterium, wrong] of [
    ['ozg-prioritaet', '5'],
    ['relevanz', '0'],
    ['relevanz', 'hoch'],
    ['kosten-zeit', '-3'],
    ['frist', '2027-02-30'],
    ['bedarf', '1'],
  ] as const)
    assert.equal(parseRohwert(kriterium, wrong).ok, false, `${kriterium} ${wrong}`);
  assert.deepEqual(parseRohwert('frist', '31.12.2029'), { ok: true, value: '2029-12-31' });
  assert.deepEqual(parseRohwert('fallzahlen', '1.200'), { ok: true, value: '1200' });
  assert.deepEqual(parseRohwert('relevanz', ' '), { ok: true, value: null });
});

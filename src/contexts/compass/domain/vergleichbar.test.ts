import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ausschlussOf, type Band, baender, platzOf, type Vergleichsseite } from './vergleichbar.ts';

const pflichten = fc
  .array(fc.boolean(), { minLength: 6, maxLength: 6 })
  .map((owed) => Uint8Array.from(owed, Number));
const seite: fc.Arbitrary<Vergleichsseite> = fc.record({
  einwohner: fc.option(fc.integer({ min: 1_000, max: 100_000 })),
  pflichten,
});
const band = fc.constantFrom(...(Object.keys(baender) as Band[]));

test('two Kommunen are compared only where every duty is the same and the size is within the band', () => {
  fc.assert(
    fc.property(seite, seite, band, (eigene, andere, named) => {
      const grund = ausschlussOf(eigene, andere, named);
      const same = eigene.pflichten.every((owed, at) => owed === andere.pflichten[at]);
      const ratio = (andere.einwohner ?? Number.NaN) / (eigene.einwohner ?? Number.NaN);
      const { von, bis } = baender[named];
      assert.equal(grund === null, same && ratio >= von && ratio <= bis);
      if (grund?.kind === 'andere-pflichten') assert.ok(grund.mehr + grund.weniger > 0);
    }),
  );
});

test('a Kommune may always be compared with its twin', () => {
  fc.assert(
    fc.property(seite, band, (eigene, named) => {
      assert.equal(ausschlussOf(eigene, eigene, named) === null, eigene.einwohner !== null);
    }),
  );
});

test('those with as much share a place, the best have the first', () => {
  assert.deepEqual(
    [5, 3, 3, 1].map((value, _, all) => platzOf(value, all)),
    [1, 2, 2, 4],
  );
});

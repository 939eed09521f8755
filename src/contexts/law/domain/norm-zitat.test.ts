import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { zitateOf, zitatText } from './norm-zitat.ts';

const examples: readonly (readonly [string, readonly string[]])[] = [
  ['§ 14 Abs. 1 GewO', ['§ 14 Abs. 1 GewO']],
  ['§ 23a Abs. 1 Nr. 1, § 23b GVG; § 111 FamFG', ['§ 23a Abs. 1 GVG', '§ 23b GVG', '§ 111 FamFG']],
  ['§§ 1, 8 BeurkG: Notare', ['§ 1 BeurkG', '§ 8 BeurkG']],
  ['§§ 176 ff. SGB III, AZAV: fachkundige Stelle', ['§ 176 SGB III']],
  ['§ 28 Abs. 1 Nr. 2, Abs. 2 SGB I', ['§ 28 Abs. 1, 2 SGB I']],
  ['§ 1 Abs. 1, §§ 8, 13–15 BestG NRW', ['§ 1 Abs. 1 BestG NRW', '§ 8 BestG NRW', '§§ 13–15 BestG NRW']],
  ['§ 71 Abs. 1–3 BBiG', ['§ 71 Abs. 1, 2, 3 BBiG']],
  ['§ 23 Abs. 3 1. SprengV', ['§ 23 Abs. 3 1. SprengV']],
  ['§ 7 12. BImSchV; § 2 und Anhang I ZustVU NRW', ['§ 7 12. BImSchV', '§ 2 ZustVU NRW']],
  ['§ 9 GastG i. V. m. § 1 GewRV NRW', ['§ 9 GastG', '§ 1 GewRV NRW']],
  ['§ 46 FZV a. F.', ['§ 46 FZV a. F.']],
  [
    '§ 31 Abs. 1 ZustVO Straßenverkehr und Güterbeförderung NRW: Ministerium',
    ['§ 31 Abs. 1 ZustVO Straßenverkehr und Güterbeförderung NRW'],
  ],
  ['LWG NRW; ZustVU NRW', []],
  ['ohne eigene Norm', []],
];

for (const [norm, cited] of examples) {
  test(`„${norm}“ nennt ${cited.length > 0 ? cited.join(' und ') : 'keinen Paragrafen'}`, () => {
    assert.deepEqual(zitateOf(norm).map(zitatText), cited);
  });
}

test('was ein Zitat nennt, liest sich aus seinem eigenen Text genauso wieder', () => {
  const number = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('', 'a', 'f'));
  const law = fc.constantFrom('GewO', 'SGB VIII', '1. SprengV', 'PStVO NRW', 'AG TierGesG TierNebG NRW');
  fc.assert(
    fc.property(
      number,
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
      law,
      ([n, letter], abs, gesetz) => {
        const zitat = { gesetz, von: `${n}${letter}`, bis: null, absaetze: abs.map(String) };
        assert.deepEqual(zitateOf(zitatText(zitat)), [zitat]);
      },
    ),
  );
});

test('jeder Text lässt sich lesen, auch Unsinn', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(zitateOf(`§ ${text}`))));
});

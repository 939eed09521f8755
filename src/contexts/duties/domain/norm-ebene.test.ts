import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ebeneOfNorm } from './norm-ebene.ts';

const cases: readonly (readonly [string, ReturnType<typeof ebeneOfNorm>])[] = [
  ['LHundG NRW', 'Land'],
  ['§ 5 LKrWG NRW: kreisangehörige Gemeinden sammeln ein', 'Land'],
  ['Satzungsrecht, LeiKa-Typ 4/5', 'Kommune'],
  ['§§ 15, 16a TierSchG; Kreisordnungsbehörde (Veterinäramt)', null],
  ['§ 34f GewO; GewRV NRW: IHK', null],
  ['PsychThG; ZustVO HB NRW', null],
  ['§ 1 Abs. 1 ZustVO HB NRW: Bezirksregierung', null],
  ['§ 24 WoGG', null],
  ['', null],
];

for (const [norm, ebene] of cases) {
  test(`„${norm}“ ist ${ebene === null ? 'kein eindeutiges Landes- oder Ortsrecht' : `Recht der Ebene ${ebene}`}`, () => {
    assert.equal(ebeneOfNorm(norm), ebene);
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  agsOfArs,
  bezirkKeyOf,
  isBezirkKey,
  isGemeindeAgs,
  kreisAgsOf,
  landCodeOf,
  parseArs,
  parseBodyKey,
  parseKreisAgs,
  parsePlz,
} from './regional-keys.ts';
import vectors from './vectors/regional-keys.json' with { type: 'json' };

test('the Regionalschlüssel of a Gemeinde gives its AGS, Kreis and Land', () => {
  for (const { name, ars, ags, kreis, land } of vectors.gemeinden) {
    const parsed = parseArs(ars);
    assert.ok(parsed.ok, name);
    assert.equal(agsOfArs(parsed.value), ags);
    assert.equal(kreisAgsOf(agsOfArs(parsed.value)), kreis);
    assert.equal(landCodeOf(parsed.value), land);
  }
});

test('a Gemeinde has a key of eight digits, a Kreis one of five', () => {
  for (const { ags, kreis } of vectors.gemeinden) {
    const gemeinde = parseBodyKey(`${ags.slice(0, 5)} ${ags.slice(5)}`);
    const upper = parseBodyKey(kreis);
    assert.ok(gemeinde.ok && isGemeindeAgs(gemeinde.value));
    assert.ok(upper.ok && !isGemeindeAgs(upper.value));
    assert.ok(parseKreisAgs(kreis).ok);
    assert.ok(!parseKreisAgs(ags).ok);
  }
});

test('wrong keys are refused with a sentence that shows a right one', () => {
  const refused = [
    ...vectors.invalidBodyKeys.map(parseBodyKey),
    ...vectors.invalidArs.map(parseArs),
    ...vectors.invalidPlz.map(parsePlz),
  ];
  for (const parsed of refused) {
    assert.ok(!parsed.ok);
    assert.equal(parsed.refusal.code, 'REGIONAL_KEY_INVALID');
    assert.match(parsed.refusal.message, /zum Beispiel/);
  }
});

test('a Postleitzahl has five digits', () => {
  for (const plz of vectors.validPlz) assert.ok(parsePlz(plz).ok);
});

test('a Gemeinde and its Kreis have the key of their Regierungsbezirk, which is that of no Kreis', () => {
  assert.equal(bezirkKeyOf('05766044'), '05700');
  assert.equal(bezirkKeyOf('05766'), '05700');
  assert.ok(isBezirkKey('05700'));
  for (const other of ['05766', '05000', '0570', '05766000', '']) assert.ok(!isBezirkKey(other), other);
});

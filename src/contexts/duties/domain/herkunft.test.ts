import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { realDuties } from '../testing/real-duties.ts';
import { fallFor } from './compiled-duties.ts';
import { herkunftOf, herkunftText } from './herkunft.ts';
import { normlageOn } from './normlage.ts';

const duties = realDuties();
const today = localDate('2026-11-22');

test('jede Leistung sagt, ob sie ihre Regel von der OZG-Leistung erbt oder eine eigene hat', () => {
  const seen = new Set<string>();
  for (const leistung of duties.facts.leistungen) {
    const fall = fallFor(duties, leistung);
    const herkunft = herkunftOf(fall, '05', today);
    const lage = normlageOn(fall, '05', today);
    seen.add(herkunft.art);
    assert.equal(herkunft.art === 'keine', lage.art === 'keine', leistung.id);
    assert.equal(herkunft.regeln.length === 0, herkunft.art === 'keine', leistung.id);
    if (herkunft.art === 'geerbt') {
      assert.equal(herkunftText(herkunft, leistung.ozgId), `geerbt von OZG-Leistung ${leistung.ozgId}`);
      for (const regel of herkunft.regeln) assert.ok(regel.reichweite.ozgIds.includes(leistung.ozgId ?? 0));
    }
  }
  for (const art of ['geerbt', 'objekt', 'keine']) assert.ok(seen.has(art), art);
});

test('eine eigene Regel geht der geerbten vor, und die verdrängte steht dabei', () => {
  const narrowing = duties.facts.leistungen
    .map((leistung) => ({ leistung, herkunft: herkunftOf(fallFor(duties, leistung), '05', today) }))
    .filter(({ herkunft }) => herkunft.verdraengt.length > 0);
  for (const { leistung, herkunft } of narrowing) {
    assert.notEqual(herkunft.art, 'geerbt', leistung.id);
    const ids = new Set(herkunft.regeln.map(({ id }) => id));
    assert.ok(herkunft.verdraengt.every(({ id }) => !ids.has(id)));
    assert.match(herkunftText(herkunft, leistung.ozgId), /engt|geht .*vor/);
  }
});

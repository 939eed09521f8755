import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { realLawWorld } from '../testing/real-law.ts';
import { fristenOfLeistungen } from './fristen-of-leistungen.ts';

test('eine Frist trifft die Leistungen, die sie meint; was alle betrifft, unterscheidet keine', async () => {
  const world = await realLawWorld();
  const fristen = fristenOfLeistungen(world, localDate('2026-11-22'));
  const sdg = world.catalogue.leistungen.filter(({ sdg2 }) => sdg2 === true);
  assert.ok(sdg.every(({ id }) => fristen.get(id)?.norm === 'Art. 14 VO (EU) 2018/1724'));
  const digital = [...fristen.values()].filter(({ norm }) => norm.startsWith('§ 1a Abs. 1'));
  assert.ok(digital.length > 0);
  assert.ok(digital.every(({ am }) => am === '2029-12-31'));
  assert.equal(fristen.size, sdg.length + digital.length);
  assert.ok(fristen.size < world.catalogue.leistungen.length / 4);
});

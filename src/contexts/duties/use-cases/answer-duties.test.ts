import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { groessenklasseOn } from '#territory';
import { shippedCatalogue } from '../../catalogue/testing/shipped-catalogue.ts';
import { shippedTerritory } from '../../territory/testing/shipped-territory.ts';
import { compileDuties } from '../domain/compiled-duties.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { realFacts } from '../testing/real-duties.ts';
import { answerDuties, answerDuty, type DutyListAnswer } from './answer-duties.ts';

const today = localDate('2026-11-22');

async function realWorld(): Promise<DutiesWorld> {
  const [catalogue, territory] = [await shippedCatalogue(), await shippedTerritory('nrw')];
  const { regelwerk, enden } = realFacts();
  const duties = compileDuties({
    regelwerk,
    enden,
    leistungen: catalogue.leistungen,
    bodies: territory.bodies,
    klasseOn: (ags, date) => groessenklasseOn(territory, ags, date),
  });
  return { catalogue, territory, duties };
}

const withAxes = ({ leistungen, achsen }: DutyListAnswer) =>
  leistungen.map(({ achse, ...row }) => {
    const axes = achsen[achse];
    assert.ok(axes);
    return { ...row, ...axes };
  });

test('jede Pflicht nennt beide Achsen: wer regelt, und ob die Regel geerbt oder eine eigene ist', async () => {
  const world = await realWorld();
  const list = answerDuties(world, 'Lemgo', today);
  assert.ok(list.ok);
  const leistungen = withAxes(list.value);
  assert.equal(leistungen.length, 5249);
  const regelungen = new Set(leistungen.map(({ regelung }) => regelung));
  assert.deepEqual([...regelungen].toSorted(), ['Bund', 'Kommune', 'Land', null]);
  assert.ok(leistungen.some(({ herkunft }) => /^geerbt von OZG-Leistung \d{5}$/.test(herkunft.text)));
  assert.ok(leistungen.some(({ herkunft }) => herkunft.text.startsWith('eigene Regel')));
  for (const { verdict, herkunft } of leistungen)
    if (verdict === 'selbst') assert.ok(herkunft.regelIds.length > 0);
});

test('Liste und einzelne Pflicht sagen über die Achsen dasselbe', async () => {
  const world = await realWorld();
  const list = answerDuties(world, '05766044', today);
  assert.ok(list.ok);
  for (const row of withAxes(list.value).filter((_, index) => index % 97 === 0)) {
    const one = answerDuty(world, '05766044', row.id, today);
    assert.ok(one.ok);
    assert.deepEqual(
      [one.value.regelung, one.value.regelungZweifel, one.value.herkunft],
      [row.regelung, row.regelungZweifel, row.herkunft],
    );
  }
});

test('wo die Norm Landesrecht ist und die Typisierung den Bund nennt, steht ein Zweifel', async () => {
  const world = await realWorld();
  const list = answerDuties(world, 'Lemgo', today);
  assert.ok(list.ok);
  for (const { regelung, regelungZweifel } of withAxes(list.value))
    if (regelungZweifel !== null) {
      assert.ok(regelung === 'Bund' || regelung === 'Land');
      assert.match(
        regelungZweifel,
        /^Die Typisierung nennt „(Bund|Land)“, die Norm „.+“ ist aber Recht der Ebene/,
      );
    }
});

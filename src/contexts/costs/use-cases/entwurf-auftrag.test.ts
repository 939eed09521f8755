import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type CostsWorld,
  dienst,
  furnished,
  openCostsWorld,
  planWith,
  refusalIn,
  valueIn,
} from '../testing/costs-world.ts';
import { workOutbox } from '../testing/work-outbox.ts';
import { gehe, stelle } from './abrechnen.ts';
import { abrechnungenOf } from './anteile.ts';
import {
  beauftrage,
  beauftrageKorrektur,
  entwurfOf,
  entwurfsstand,
  hoechstensGleich,
} from './entwurf-auftrag.ts';
import { rechnungsansicht } from './rechnungsbild.ts';

const where = (jahr: number) => ({ dienst, jahr, art: 'plan' }) as const;

/** As many payers of Länder and Kommunen as make a bill a large one; only two of them weigh anything. */
function many() {
  const [first, second] = planWith().zahler;
  assert.ok(first && second);
  const more = Array.from({ length: hoechstensGleich }, (_, at) => ({
    ...first,
    kennung: String(14_000_000 + at),
    name: `Gemeinde ${at}`,
  }));
  const [betrieb] = planWith().positionen;
  assert.ok(betrieb);
  return {
    zahler: [first, second, ...more],
    positionen: [{ ...betrieb, schluessel: 'gleich' }],
    schluessel: [{ art: 'gleich' as const, id: 'gleich' }],
  };
}

describe('a large bill is drafted by the worker', () => {
  let world: CostsWorld;
  before(async () => {
    world = await openCostsWorld();
    await furnished(world, 2026);
    await furnished(world, 2025, many());
  });
  after(() => world[Symbol.asyncDispose]());

  const stand = (vorgang: string | null) => entwurfsstand(world.deps, world.manager, vorgang ?? '');

  test('a small one is there at once', async () => {
    const { id, vorgang } = valueIn(await beauftrage(world.deps, world.manager, where(2026)));
    assert.equal(vorgang, null);
    assert.equal(valueIn(await rechnungsansicht(world.deps, world.manager, id)).bild.zahler, 2);
    const none = await beauftrage(world.deps, world.manager, where(2031));
    assert.equal(refusalIn(none).code, 'COSTS_PLAN_UNKNOWN');
  });

  test('a large one is ordered under its id, computed once though the order comes twice, and belongs to who asked', async () => {
    const { id, vorgang } = valueIn(await beauftrage(world.deps, world.manager, where(2025)));
    assert.equal((await stand(vorgang))?.state, 'queued');
    await workOutbox(world, 2);
    const done = await stand(vorgang);
    assert.deepEqual([done?.state, done && entwurfOf(done)], ['done', id]);
    const { bild, kopf } = valueIn(await rechnungsansicht(world.deps, world.manager, id));
    assert.deepEqual([bild.zahler, kopf.zustand], [hoechstensGleich + 2, 'entwurf']);
    const drafts = (await abrechnungenOf(world.deps, world.manager)).filter(({ jahr }) => jahr === 2025);
    assert.equal(drafts.length, 1);
    const { rows } = await world.t.superuser.query(
      'select erstellt_von from costs.abrechnung where id = $1',
      [id],
    );
    assert.equal(rows[0]?.erstellt_von, world.manager.actor);
  });

  test('so is the bill that corrects a large one', async () => {
    const [bill] = (await abrechnungenOf(world.deps, world.manager)).filter(({ jahr }) => jahr === 2025);
    assert.ok(bill);
    const wrong = await beauftrageKorrektur(world.deps, world.manager, bill.id, 'Anteile falsch');
    assert.equal(refusalIn(wrong).code, 'COSTS_STEP_IMPOSSIBLE');
    valueIn(await gehe(world.deps, world.manager, bill.id, 'pruefen', ''));
    valueIn(await stelle(world.deps, world.manager, bill.id));
    const made = valueIn(
      await beauftrageKorrektur(world.deps, world.manager, bill.id, 'Ein Betrag war falsch.'),
    );
    await workOutbox(world);
    const { kopf } = valueIn(await rechnungsansicht(world.deps, world.manager, made.id));
    assert.deepEqual([kopf.korrigiert, kopf.grund], [bill.id, 'Ein Betrag war falsch.']);
  });

  test('what cannot be apportioned is told as the reason, and nothing is left behind', async () => {
    await furnished(world, 2024, {
      ...many(),
      positionen: planWith().positionen,
      schluessel: planWith().schluessel,
    });
    const { id, vorgang } = valueIn(await beauftrage(world.deps, world.manager, where(2024)));
    await workOutbox(world);
    const failed = await stand(vorgang);
    assert.equal(failed?.state, 'failed');
    assert.match(failed?.message ?? '', /Gemeinde 0|14000000/);
    const gone = await rechnungsansicht(world.deps, world.manager, id);
    assert.equal(refusalIn(gone).code, 'COSTS_BILL_UNKNOWN');
  });
});

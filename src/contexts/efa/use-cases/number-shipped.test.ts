import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { dutiesWorlds, offered, openEfaWorld } from '../testing/efa-world.ts';
import { definitionOf } from '../testing/sample-dienst.ts';
import { numberShipped } from './number-shipped.ts';

let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
before(async () => {
  duties = await dutiesWorlds();
});

test('what the product ships has the number under which it is offered here, or the next one that is free', async () => {
  await using world = await openEfaWorld(duties.shipped);
  const numberOf = async (shipped = definitionOf()) =>
    (await world.deps.db.withPublic((tx) => numberShipped(tx, [shipped])))[0]?.version;
  assert.equal(await numberOf(), 1, 'nobody offers it yet');
  await offered(world);
  assert.equal(await numberOf(), 1);
  const changed = definitionOf({}, 'Hund anmelden und abmelden');
  assert.equal(await numberOf(changed), 2);
  assert.equal(await numberOf(definitionOf({ version: 5 }, 'Hund anmelden und abmelden')), 5);
  world.folder.splice(0, 1, definitionOf({ version: 2 }, 'Hund anmelden und abmelden'));
  await offered(world);
  assert.equal(await numberOf(changed), 2, 'it is offered as the second version by now');
  assert.equal(await numberOf(), 1);
  assert.equal(await numberOf(definitionOf({}, 'Hund')), 3);
});

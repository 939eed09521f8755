import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { keyTerms } from '../domain/receiving-key.ts';
import { generateReceivingKey } from '../generate-key.ts';
import {
  codeOf,
  need,
  openWorld,
  openZustellpunkt,
  party,
  payload,
  sealingKey,
  sent,
  type World,
} from '../testing/world.ts';
import { acceptSubmission, scheduleDeletion } from './decide-submission.ts';
import { deleteDue } from './delete-submissions.ts';
import { changeZustellpunkt, createZustellpunkt, listZustellpunkte } from './manage-zustellpunkt.ts';
import { openSubmission } from './open-submission.ts';
import { removeUnusedKeys, rotateReceivingKey, sealingKeyOf } from './receiving-keys.ts';

function opened(world: World, id: string) {
  const { tenant, actor } = world.office;
  return world.db.withTenant(tenant, actor, (tx) => openSubmission(tx, world, tenant, id));
}

test('a Zustellpunkt receives only with a key that counts, and is managed by its own authority alone', async () => {
  await using world = await openWorld();
  const { office } = world;
  assert.equal(codeOf(await createZustellpunkt(world, office, ' ')), 'ZUSTELLPUNKT_NAME');
  const id = need(await createZustellpunkt(world, office, 'Ordnungsamt'));
  assert.equal(codeOf(await changeZustellpunkt(world, office, id, 'activate')), 'RECEIVING_KEY_EXPIRED');
  const stranger = party('fremd');
  assert.equal(codeOf(await changeZustellpunkt(world, stranger, id, 'end')), 'ZUSTELLPUNKT_UNKNOWN');
  assert.equal(codeOf(await rotateReceivingKey(world, stranger, id)), 'ZUSTELLPUNKT_UNKNOWN');
  const kid = need(await rotateReceivingKey(world, office, id));
  assert.equal(codeOf(await changeZustellpunkt(world, office, id, 'resume')), 'ZUSTELLPUNKT_STATE');
  assert.equal(need(await changeZustellpunkt(world, office, id, 'activate')), 'active');
  const list = await world.db.withPublic((tx) => listZustellpunkte(tx, office.tenant, world.clock.now()));
  assert.deepEqual(
    list.map(({ name, state, key }) => [name, state, key?.kid]),
    [['Ordnungsamt', 'active', kid]],
  );
  need(await changeZustellpunkt(world, office, id, 'end'));
  assert.equal(codeOf(await rotateReceivingKey(world, office, id)), 'ZUSTELLPUNKT_STATE');
});

test('an expired key takes nothing new in; what came before is still opened', async () => {
  await using world = await openWorld();
  const zustellpunkt = await openZustellpunkt(world);
  const key = await sealingKey(world, zustellpunkt);
  const { submissionId } = need(await sent(world, key, payload('vorher')));
  world.turnClock(keyTerms.lifetimeDays);
  assert.equal(codeOf(await sent(world, key, payload('nachher'))), 'RECEIVING_KEY_EXPIRED');
  const now = world.clock.now();
  const none = await world.db.withPublic((tx) => sealingKeyOf(tx, world.office.tenant, zustellpunkt, now));
  assert.equal(codeOf(none), 'RECEIVING_KEY_EXPIRED');
  assert.equal(codeOf(await opened(world, submissionId)), 'done');
});

test('after a rotation the new key seals, what was being sealed still arrives, and the old key ends after its overlap', async () => {
  await using world = await openWorld();
  const zustellpunkt = await openZustellpunkt(world);
  const old = await sealingKey(world, zustellpunkt);
  world.turnClock(10);
  const kid = need(await rotateReceivingKey(world, world.office, zustellpunkt));
  assert.equal((await sealingKey(world, zustellpunkt)).jwk.kid, kid);
  const late = need(await sent(world, old, payload('unterwegs')));
  assert.equal(codeOf(await opened(world, late.submissionId)), 'done');
  world.turnClock(keyTerms.overlapDays);
  assert.equal(codeOf(await sent(world, old, payload('zu spät'))), 'RECEIVING_KEY_EXPIRED');
  assert.equal(codeOf(await opened(world, late.submissionId)), 'done');
});

test('a private key goes when it has ended and nothing is sealed with it any more, not before', async () => {
  await using world = await openWorld();
  const zustellpunkt = await openZustellpunkt(world);
  const old = await sealingKey(world, zustellpunkt);
  const { submissionId } = need(await sent(world, old, payload('a')));
  need(await rotateReceivingKey(world, world.office, zustellpunkt));
  world.turnClock(keyTerms.overlapDays + keyTerms.removalGraceDays + 1);
  assert.deepEqual(await removeUnusedKeys(world, world.office), []);
  const { tenant, actor } = world.office;
  await world.db.withTenant(tenant, actor, async (tx) => {
    need(await acceptSubmission(tx, tenant, submissionId, world.clock.now()));
    need(await scheduleDeletion(tx, tenant, submissionId, world.clock.today()));
  });
  await deleteDue(world, world.office);
  assert.deepEqual(await removeUnusedKeys(world, world.office), [old.jwk.kid]);
  assert.equal(await world.keys.load(old.jwk.kid), null);
  assert.deepEqual(await removeUnusedKeys(world, world.office), []);
});

test('without its private key, or with a foreign one in its place, a submission is not opened', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const { submissionId } = need(await sent(world, key, payload('a')));
  const pem = await world.keys.load(key.jwk.kid);
  await world.keys.remove(key.jwk.kid);
  assert.equal(codeOf(await opened(world, submissionId)), 'RECEIVING_KEY_MISSING');
  await world.keys.store(key.jwk.kid, (await generateReceivingKey(2048)).pem);
  assert.equal(codeOf(await opened(world, submissionId)), 'SUBMISSION_DAMAGED');
  await world.keys.store(key.jwk.kid, pem ?? '');
  assert.equal(codeOf(await opened(world, submissionId)), 'done');
});

test('private keys are files that only the program may read, and the database holds no part of them', async () => {
  await using world = await openWorld();
  await openZustellpunkt(world);
  const folder = join(world.folder, 'keys');
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  const files = readdirSync(folder);
  assert.equal(files.length, 1);
  for (const file of files) assert.equal(statSync(join(folder, file)).mode & 0o777, 0o600);
  const { rows } = await world.t.superuser.query('select public_jwk from delivery.zustellpunkt_key');
  assert.deepEqual(Object.keys(rows[0].public_jwk).toSorted(), ['alg', 'e', 'key_ops', 'kid', 'kty', 'n']);
  await assert.rejects(world.keys.load('../master'), /no key id/);
});

test('a production key is made without stopping the process', async () => {
  let turns = 0;
  let made = false;
  const others = () => {
    turns += 1;
    if (!made) setImmediate(others);
  };
  setImmediate(others);
  const { jwk } = await generateReceivingKey(4096);
  made = true;
  assert.ok(jwk.n.length >= 683);
  assert.ok(turns > 10, `others had ${turns} turns`);
});

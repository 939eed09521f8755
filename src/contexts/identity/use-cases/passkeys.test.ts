import assert from 'node:assert/strict';
import { test } from 'node:test';
import { softwareAuthenticator } from '../testing/software-authenticator.ts';
import {
  clientAddress,
  codeOf,
  colleague,
  firstSession,
  openWorld,
  organisation,
  valueIn,
  type World,
} from '../testing/world.ts';
import { changeMemberState } from './change-member.ts';
import { addPasskey, passkeyRegistrationOptions, removePasskey } from './own-passkeys.ts';
import { readAccount } from './read-account.ts';
import { readSession } from './read-session.ts';
import { passkeySignInOptions, signInWithPasskey } from './sign-in-with-passkey.ts';

async function registered(world: World) {
  const admin = await organisation(world, 'kommune');
  const { cookieValue } = await firstSession(world, admin);
  const device = softwareAuthenticator();
  const { challenge } = await registration(world, cookieValue);
  const answer = device.create(challenge, world.staffOrigin);
  valueIn(await addPasskey(world, { cookieValue, origin: world.staffOrigin, answer, label: 'Diensthandy' }));
  return { admin, cookieValue, device, answer };
}

async function registration(world: World, cookieValue: string) {
  const account = valueIn(await readAccount(world, cookieValue));
  const person = { origin: world.staffOrigin, account: 'ada' };
  return passkeyRegistrationOptions(world, account.session, account.passkeys, person);
}

function answerWith(world: World, answer: string, origin = world.staffOrigin) {
  return signInWithPasskey(world, { origin, answer, clientAddress });
}

function challengeOf(world: World): string {
  return passkeySignInOptions(world, world.staffOrigin).challenge;
}

test('a passkey signs in with all rights of a second factor', async () => {
  await using world = await openWorld();
  const { admin, device } = await registered(world);
  const opened = valueIn(await answerWith(world, device.get(challengeOf(world), world.staffOrigin)));
  const read = await readSession(world, opened.cookieValue);
  assert.equal(read?.memberId, admin.id);
  assert.ok(read?.principal.permissions.has('members.manage'));
});

test('an answer counts once, also a moment later', async () => {
  await using world = await openWorld();
  const { device } = await registered(world);
  const answer = device.get(challengeOf(world), world.staffOrigin);
  const results = await Promise.all([answerWith(world, answer), answerWith(world, answer)]);
  assert.equal(results.filter(({ ok }) => ok).length, 1);
  assert.equal(codeOf(await answerWith(world, answer)), 'PASSKEY_REFUSED');
});

test('a stale or foreign challenge, another site, no user verification and nonsense are refused', async () => {
  await using world = await openWorld();
  const { device, cookieValue } = await registered(world);
  const stale = challengeOf(world);
  world.turnClock(601);
  assert.equal(codeOf(await answerWith(world, device.get(stale, world.staffOrigin))), 'PASSKEY_REFUSED');
  const wrong = [
    device.get(Buffer.alloc(38).toString('base64url'), world.staffOrigin),
    device.get(challengeOf(world), 'https://evil.example'),
    device.get(challengeOf(world), world.staffOrigin, { userVerified: false }),
    device.get((await registration(world, cookieValue)).challenge, world.staffOrigin),
    softwareAuthenticator().get(challengeOf(world), world.staffOrigin),
    '',
    '{}',
    '{"id":"x"}',
    'null',
  ];
  for (const answer of wrong)
    assert.equal(codeOf(await answerWith(world, answer)), 'PASSKEY_REFUSED', answer);
});

test('a passkey is registered once, by its own person, and gone after removal', async () => {
  await using world = await openWorld();
  const { admin, cookieValue, device, answer } = await registered(world);
  const again = { cookieValue, origin: world.staffOrigin, answer, label: 'Noch einmal' };
  assert.equal(codeOf(await addPasskey(world, again)), 'PASSKEY_REFUSED');
  const other = await colleague(world, admin, ['administrator']);
  const foreign = (await firstSession(world, other)).cookieValue;
  const { challenge } = await registration(world, cookieValue);
  const stolen = softwareAuthenticator().create(challenge, world.staffOrigin);
  assert.equal(
    codeOf(await addPasskey(world, { ...again, cookieValue: foreign, answer: stolen })),
    'PASSKEY_REFUSED',
  );
  const [passkey] = valueIn(await readAccount(world, cookieValue)).passkeys;
  assert.equal(codeOf(await removePasskey(world, foreign, passkey?.id ?? '')), 'PASSKEY_REFUSED');
  valueIn(await removePasskey(world, cookieValue, passkey?.id ?? ''));
  const refused = await answerWith(world, device.get(challengeOf(world), world.staffOrigin));
  assert.equal(codeOf(refused), 'PASSKEY_REFUSED');
});

test('the passkey of a suspended person opens nothing', async () => {
  await using world = await openWorld();
  const { admin, device } = await registered(world);
  const other = await colleague(world, admin, ['administrator']);
  valueIn(await changeMemberState(world, other.caller, admin.id, 'suspend'));
  const refused = await answerWith(world, device.get(challengeOf(world), world.staffOrigin));
  assert.equal(codeOf(refused), 'PASSKEY_REFUSED');
});

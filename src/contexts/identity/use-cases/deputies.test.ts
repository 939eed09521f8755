import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permissionsOf } from '../domain/roles.ts';
import {
  clientAddress,
  codeOf,
  colleague,
  firstSession,
  openWorld,
  organisation,
  password,
  session,
  valueIn,
  type World,
} from '../testing/world.ts';
import { actFor } from './act-for.ts';
import { callerOf } from './actors.ts';
import { changeMemberState } from './change-member.ts';
import { endDeputy, nameDeputy } from './name-deputy.ts';
import { changePassword } from './own-password.ts';
import { readAudit } from './read-audit.ts';
import { readSession } from './read-session.ts';
import { draftTotp } from './set-up-totp.ts';
import { signIn } from './sign-in.ts';

const coordinatorMay = [...permissionsOf(['koordination'])];

const week = { from: '2026-11-21', to: '2026-11-27' };

async function town(world: World) {
  const admin = await organisation(world, 'kommune');
  const coordinator = await colleague(world, admin, ['koordination']);
  const deputy = await colleague(world, admin, ['lesen']);
  return { admin, coordinator, deputy };
}

test('a deputy acts with the roles of the person it stands for, and every line says so', async () => {
  await using world = await openWorld();
  const { admin, coordinator, deputy } = await town(world);
  valueIn(
    await nameDeputy(world, coordinator.caller, { ...week, memberId: coordinator.id, deputyId: deputy.id }),
  );
  const own = await session(world, deputy);
  assert.equal((await readSession(world, own))?.principal.permissions.size, 1);
  const { cookieValue } = valueIn(await actFor(world, own, coordinator.id));
  assert.equal(await readSession(world, own), null, 'the session has a new id');
  const acting = await readSession(world, cookieValue);
  assert.deepEqual([...(acting?.principal.permissions ?? [])], coordinatorMay);
  assert.equal(acting?.principal.actor, `mitglied:${deputy.id}+vertretung:${coordinator.id}`);
  const found = valueIn(
    await readAudit(world, admin.caller, {
      chain: 'organisation',
      filter: { action: 'identity.vertretung.entered' },
      page: { page: 1, size: 10 },
    }),
  );
  assert.match(found.rows[0]?.actorName ?? '', /^Person \d+, in Vertretung für Person \d+$/);
  const back = valueIn(await actFor(world, cookieValue, null));
  assert.equal((await readSession(world, back.cookieValue))?.principal.permissions.size, 1);
});

test('nobody acts for a person before, after or without being named', async () => {
  await using world = await openWorld();
  const { coordinator, deputy } = await town(world);
  assert.equal(
    codeOf(await actFor(world, await session(world, deputy), coordinator.id)),
    'VERTRETUNG_UNKNOWN',
  );
  const next = { from: '2026-11-22', to: '2026-11-23', memberId: coordinator.id, deputyId: deputy.id };
  valueIn(await nameDeputy(world, coordinator.caller, next));
  assert.equal(
    codeOf(await actFor(world, await session(world, deputy), coordinator.id)),
    'VERTRETUNG_UNKNOWN',
  );
  world.turnClock(86_400);
  assert.ok((await actFor(world, await session(world, deputy), coordinator.id)).ok);
  world.turnClock(2 * 86_400);
  assert.equal(
    codeOf(await actFor(world, await session(world, deputy), coordinator.id)),
    'VERTRETUNG_UNKNOWN',
  );
});

test('acting ends with the Vertretung, with midnight of its last day, and with the person', async () => {
  await using world = await openWorld();
  const { admin, coordinator, deputy } = await town(world);
  const naming = { ...week, memberId: coordinator.id, deputyId: deputy.id };
  const enter = async () =>
    valueIn(await actFor(world, await session(world, deputy), coordinator.id)).cookieValue;
  const { vertretungId } = valueIn(await nameDeputy(world, coordinator.caller, naming));
  const first = await enter();
  valueIn(await endDeputy(world, coordinator.caller, vertretungId));
  assert.equal(await readSession(world, first), null);
  valueIn(await nameDeputy(world, admin.caller, { ...naming, to: '2026-11-21' }));
  world.turnClock(14 * 3600 + 50 * 60);
  const second = await enter();
  assert.ok(await readSession(world, second));
  world.turnClock(11 * 60);
  assert.equal(await readSession(world, second), null);
  valueIn(await nameDeputy(world, admin.caller, { ...naming, from: '2026-11-22' }));
  const third = await enter();
  valueIn(await changeMemberState(world, admin.caller, coordinator.id, 'suspend'));
  assert.equal(await readSession(world, third), null);
});

test('a deputy of an administrator needs a second factor too', async () => {
  await using world = await openWorld();
  const { admin, deputy } = await town(world);
  valueIn(await nameDeputy(world, admin.caller, { ...week, memberId: admin.id, deputyId: deputy.id }));
  assert.equal(codeOf(await actFor(world, await session(world, deputy), admin.id)), 'SECOND_FACTOR_MISSING');
});

test('a deputy cannot prolong its own Vertretung, and colleagues cannot name themselves', async () => {
  await using world = await openWorld();
  const { coordinator, deputy } = await town(world);
  const naming = { ...week, memberId: coordinator.id, deputyId: deputy.id };
  assert.equal(codeOf(await nameDeputy(world, deputy.caller, naming)), 'MEMBER_UNKNOWN');
  valueIn(await nameDeputy(world, coordinator.caller, naming));
  const { cookieValue } = valueIn(await actFor(world, await session(world, deputy), coordinator.id));
  const caller = callerOf((await readSession(world, cookieValue))?.principal ?? null);
  assert.ok(caller);
  assert.equal(codeOf(await nameDeputy(world, caller, { ...naming, to: '2027-11-27' })), 'MEMBER_UNKNOWN');
});

test('wrong dates are refused with the field', async () => {
  await using world = await openWorld();
  const { coordinator, deputy } = await town(world);
  const name = (change: object) =>
    nameDeputy(world, coordinator.caller, {
      ...week,
      memberId: coordinator.id,
      deputyId: deputy.id,
      ...change,
    });
  assert.equal(codeOf(await name({ from: '31.12.2026' })), 'DATE_INVALID');
  assert.equal(codeOf(await name({ to: '2026-11-20' })), 'DEPUTY_DATES');
  assert.equal(codeOf(await name({ from: '2026-11-01', to: '2026-11-02' })), 'DEPUTY_DATES');
  assert.equal(codeOf(await name({ deputyId: coordinator.id })), 'DEPUTY_INVALID');
});

test('the own password changes only with the present one, and the other sessions end', async () => {
  await using world = await openWorld();
  const { coordinator } = await town(world);
  const [here, there] = [await session(world, coordinator), await session(world, coordinator)];
  const change = (current: string, next: string) =>
    changePassword(world, { cookieValue: here, current, next });
  assert.equal(codeOf(await change('falsch', 'fünf trockene enten')), 'PASSWORD_WRONG');
  assert.equal(codeOf(await change(password, 'kurz')), 'PASSWORD_WEAK');
  valueIn(await change(password, 'fünf trockene enten'));
  assert.ok(await readSession(world, here));
  assert.equal(await readSession(world, there), null);
  assert.equal(
    codeOf(await signIn(world, { email: coordinator.email, password, clientAddress })),
    'SIGN_IN_REFUSED',
  );
});

test('the secret of a second factor being set up stays the same until it is proved', async () => {
  await using world = await openWorld();
  const { admin } = await town(world);
  const { cookieValue, secret } = await firstSession(world, admin);
  const draft = valueIn(await draftTotp(world, cookieValue));
  assert.notEqual(draft.secret, secret);
  assert.equal(valueIn(await draftTotp(world, cookieValue)).secret, draft.secret);
});

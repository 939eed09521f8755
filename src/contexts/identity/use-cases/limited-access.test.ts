import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import {
  clientAddress,
  codeOf,
  colleague,
  openWorld,
  organisation,
  password,
  session,
  valueIn,
} from '../testing/world.ts';
import { actFor } from './act-for.ts';
import { limitMember } from './limit-member.ts';
import { issueToken } from './machine-tokens.ts';
import { nameDeputy } from './name-deputy.ts';
import { readBearer } from './read-bearer.ts';
import { readMember } from './read-members.ts';
import { readSession } from './read-session.ts';
import { signIn } from './sign-in.ts';

// The clock of this world stands at 2026-11-21, 9 o'clock in Germany.
const day = 86_400;

test('a limited access works on its last day and is closed on the next: the open session too', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const guest = await colleague(world, admin, ['lesen']);
  assert.deepEqual(valueIn(await limitMember(world, admin.caller, guest.id, '2026-11-21')), {
    until: localDate('2026-11-21'),
  });
  const cookie = await session(world, guest);
  world.turnClock(14 * 3600 - 60);
  const again = await session(world, guest);
  assert.ok(await readSession(world, again));
  world.turnClock(3660);
  assert.equal(await readSession(world, again), null);
  assert.equal(await readSession(world, cookie), null);
  const refused = await signIn(world, { email: guest.email, password, clientAddress });
  assert.equal(codeOf(refused), 'SIGN_IN_REFUSED');
  valueIn(await limitMember(world, admin.caller, guest.id, null));
  assert.ok(await readSession(world, await session(world, guest)));
});

test('a deputy cannot act for somebody whose access has ended', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const [absent, deputy] = [
    await colleague(world, admin, ['koordination']),
    await colleague(world, admin, ['lesen']),
  ];
  const dates = { from: '2026-11-21', to: '2026-12-31' };
  valueIn(await nameDeputy(world, admin.caller, { memberId: absent.id, deputyId: deputy.id, ...dates }));
  valueIn(await limitMember(world, admin.caller, absent.id, '2026-11-21'));
  const acting = valueIn(await actFor(world, await session(world, deputy), absent.id)).cookieValue;
  assert.equal((await readSession(world, acting))?.actingFor, absent.id);
  world.turnClock(day);
  assert.equal(codeOf(await actFor(world, await session(world, deputy), absent.id)), 'VERTRETUNG_UNKNOWN');
});

test('a deputy acts between the two days of the Vertretung and not after', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const [absent, deputy] = [
    await colleague(world, admin, ['koordination']),
    await colleague(world, admin, ['lesen']),
  ];
  const dates = { from: '2026-11-22', to: '2026-11-22' };
  valueIn(await nameDeputy(world, admin.caller, { memberId: absent.id, deputyId: deputy.id, ...dates }));
  const tryToday = async () => actFor(world, await session(world, deputy), absent.id);
  assert.equal(codeOf(await tryToday()), 'VERTRETUNG_UNKNOWN');
  world.turnClock(day);
  assert.ok((await tryToday()).ok);
  world.turnClock(day);
  assert.equal(codeOf(await tryToday()), 'VERTRETUNG_UNKNOWN');
});

test('tokens end with the access of whoever issued them, before and after the limit is set', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const second = await colleague(world, admin, ['administrator']);
  const request = { label: 'Auswertung', scopes: [], days: 90 };
  const early = valueIn(await issueToken(world, second.caller, request));
  valueIn(await limitMember(world, admin.caller, second.id, '2026-11-25'));
  const late = valueIn(await issueToken(world, second.caller, request));
  assert.ok((await readBearer(world, early.token)).ok && (await readBearer(world, late.token)).ok);
  world.turnClock(5 * day);
  assert.equal(codeOf(await readBearer(world, early.token)), 'TOKEN_REFUSED');
  assert.equal(codeOf(await readBearer(world, late.token)), 'TOKEN_REFUSED');
});

test('the last administrator without an end cannot be limited, and past days are refused', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const second = await colleague(world, admin, ['administrator']);
  valueIn(await limitMember(world, admin.caller, second.id, '2026-12-31'));
  assert.equal(codeOf(await limitMember(world, admin.caller, admin.id, '2026-12-31')), 'LAST_ADMINISTRATOR');
  assert.equal(codeOf(await limitMember(world, admin.caller, second.id, '2026-11-20')), 'MEMBER_UNTIL');
  assert.equal(codeOf(await limitMember(world, admin.caller, second.id, '31.12.2026')), 'MEMBER_UNTIL');
  const shown = valueIn(await readMember(world, admin.caller, second.id));
  assert.equal(shown.member.gueltigBis, '2026-12-31');
});

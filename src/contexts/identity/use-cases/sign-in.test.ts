import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeAt } from '../credentials/totp.ts';
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
  sessionWithCode,
  valueIn,
} from '../testing/world.ts';
import { confirmCode } from './confirm-code.ts';
import { readSession } from './read-session.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

const coordinatorMay = [...permissionsOf(['koordination'])];

test('a coordinator signs in with address and password and is known until signing out', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune', { name: 'Lemgo' });
  const person = await colleague(world, admin, ['koordination']);
  const opened = valueIn(
    await signIn(world, { email: ` ${person.email.toUpperCase()} `, password, clientAddress }),
  );
  const read = await readSession(world, opened.cookieValue);
  assert.equal(read?.principal.tenant, admin.tenant);
  assert.equal(read?.principal.actor, `mitglied:${person.id}`);
  assert.deepEqual([...(read?.principal.permissions ?? [])], coordinatorMay);
  assert.equal(read?.organisation.name, 'Lemgo');
  assert.match(read?.name ?? '', /^Person \d+$/);
  await signOut(world, opened.cookieValue);
  assert.equal(await readSession(world, opened.cookieValue), null);
  for (const wrong of [undefined, '', 'x', opened.cookieValue.slice(1)])
    assert.equal(await readSession(world, wrong), null);
});

test('unknown address, wrong password and suspended access get the same answer', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const person = await colleague(world, admin, ['lesen']);
  const wrong = await signIn(world, { email: person.email, password: 'falsch', clientAddress });
  const unknown = await signIn(world, { email: 'niemand@demo.invalid', password, clientAddress });
  const noAddress = await signIn(world, { email: 'kein', password, clientAddress });
  await world.t.superuser.query(`update identity.member set state = 'suspended' where id = $1`, [person.id]);
  const suspended = await signIn(world, { email: person.email, password, clientAddress });
  assert.equal(codeOf(wrong), 'SIGN_IN_REFUSED');
  for (const other of [unknown, noAddress, suspended]) assert.deepEqual(other, wrong);
});

test('an unknown address costs a password hash too', async () => {
  await using world = await openWorld();
  const asked: (string | null)[] = [];
  const passwords = {
    ...world.passwords,
    verify: (text: string, stored: string | null) => {
      asked.push(stored);
      return world.passwords.verify(text, stored);
    },
  };
  await signIn({ ...world, passwords }, { email: 'niemand@demo.invalid', password, clientAddress });
  assert.deepEqual(asked, [null]);
});

test('after five wrong passwords the account waits, also for the right one, and says how long', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const person = await colleague(world, admin, ['lesen']);
  const attempt = (text: string) => signIn(world, { email: person.email, password: text, clientAddress });
  for (let n = 0; n < 5; n++) assert.equal(codeOf(await attempt('falsch')), 'SIGN_IN_REFUSED');
  const waiting = await attempt(password);
  assert.ok(!waiting.ok);
  assert.equal(waiting.refusal.kind, 'throttled');
  assert.equal(waiting.refusal.retryAfterSeconds, 30);
  assert.match(waiting.refusal.message, /30 Sekunden/);
  world.turnClock(31);
  assert.ok((await attempt(password)).ok);
  assert.equal(codeOf(await attempt('falsch')), 'SIGN_IN_REFUSED');
});

test('attempts at the same moment are all counted', async () => {
  await using world = await openWorld();
  const input = { email: 'niemand@demo.invalid', password, clientAddress };
  const codes = (await Promise.all(Array.from({ length: 12 }, () => signIn(world, input)))).map(codeOf);
  assert.equal(codes.filter((code) => code === 'SIGN_IN_REFUSED').length, 5);
  assert.equal(codes.filter((code) => code === 'SIGN_IN_THROTTLED').length, 7);
});

test('one address that tries many accounts is stopped, another one is not', async () => {
  await using world = await openWorld();
  const from = async (address: string, n: number) =>
    codeOf(await signIn(world, { email: `p${n}@demo.invalid`, password, clientAddress: address }));
  for (let n = 0; n < 50; n++) assert.equal(await from('192.0.2.1', n), 'SIGN_IN_REFUSED');
  assert.equal(await from('192.0.2.1', 50), 'SIGN_IN_THROTTLED');
  assert.equal(await from('192.0.2.2', 50), 'SIGN_IN_REFUSED');
});

test('an administrator sets up a second factor at the first sign-in and needs it from then on', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const first = valueIn(await signIn(world, { email: admin.email, password, clientAddress }));
  assert.equal(first.stage, 'enrol');
  assert.equal(await readSession(world, first.cookieValue), null);
  const { cookieValue, secret, recoveryCodes } = await firstSession(world, admin);
  assert.ok((await readSession(world, cookieValue))?.principal.permissions.has('members.manage'));
  assert.equal(recoveryCodes.length, 10);
  world.turnClock(30);
  const second = valueIn(await signIn(world, { email: admin.email, password, clientAddress }));
  assert.equal(second.stage, 'code');
  assert.equal(await readSession(world, second.cookieValue), null);
  const code = codeAt(secret, world.clock.now());
  const done = valueIn(await confirmCode(world, { cookieValue: second.cookieValue, code }));
  assert.notEqual(done.cookieValue, second.cookieValue);
  assert.ok(await readSession(world, done.cookieValue));
  assert.equal(
    codeOf(await confirmCode(world, { cookieValue: second.cookieValue, code })),
    'SIGN_IN_EXPIRED',
  );
});

test('a code counts once, also in two sign-ins at the same moment', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const { secret } = await firstSession(world, admin);
  const begin = async () =>
    valueIn(await signIn(world, { email: admin.email, password, clientAddress })).cookieValue;
  const [first, second] = [await begin(), await begin()];
  const used = codeAt(secret, world.clock.now());
  assert.equal(codeOf(await confirmCode(world, { cookieValue: first, code: used })), 'CODE_REFUSED');
  world.turnClock(30);
  const code = codeAt(secret, world.clock.now());
  const results = await Promise.all(
    [first, second].map((cookieValue) => confirmCode(world, { cookieValue, code })),
  );
  assert.equal(results.filter(({ ok }) => ok).length, 1);
});

test('a recovery code replaces the app once', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const { recoveryCodes } = await firstSession(world, admin);
  const use = async () => {
    const { cookieValue } = valueIn(await signIn(world, { email: admin.email, password, clientAddress }));
    return confirmCode(world, { cookieValue, code: recoveryCodes[3] ?? '' });
  };
  assert.ok((await use()).ok);
  assert.equal(codeOf(await use()), 'CODE_REFUSED');
});

test('codes cannot be tried out', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  await firstSession(world, admin);
  const { cookieValue } = valueIn(await signIn(world, { email: admin.email, password, clientAddress }));
  const codes: string[] = [];
  for (let n = 0; n < 7; n++) codes.push(codeOf(await confirmCode(world, { cookieValue, code: '000000' })));
  assert.deepEqual(codes.slice(0, 5), Array(5).fill('CODE_REFUSED'));
  assert.deepEqual(codes.slice(5), Array(2).fill('SIGN_IN_THROTTLED'));
});

test('a session ends after half an hour of rest and after ten hours of work', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const person = await colleague(world, admin, ['lesen']);
  const resting = await session(world, person);
  world.turnClock(29 * 60);
  assert.ok(await readSession(world, resting));
  world.turnClock(29 * 60);
  assert.ok(await readSession(world, resting), 'a request in between counts');
  world.turnClock(31 * 60);
  assert.equal(await readSession(world, resting), null);
  const working = await session(world, person);
  for (let n = 0; n < 29; n++) {
    world.turnClock(20 * 60);
    const read = await readSession(world, working);
    assert.ok(read);
    assert.ok(read.expiresAt.getTime() - world.clock.now().getTime() <= 30 * 60_000);
  }
  world.turnClock(20 * 60);
  assert.equal(await readSession(world, working), null);
});

test('a session is written at most once a minute', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const cookie = (await firstSession(world, admin)).cookieValue;
  const seen = async () =>
    (await world.t.superuser.query('select max(last_seen_at) as at from identity.session')).rows[0].at;
  const start = await seen();
  world.turnClock(59);
  await readSession(world, cookie);
  assert.deepEqual(await seen(), start);
  world.turnClock(1);
  await readSession(world, cookie);
  assert.deepEqual(await seen(), world.clock.now());
});

test('the database holds neither session id nor code nor secret in clear', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const { cookieValue, secret, recoveryCodes } = await firstSession(world, admin);
  world.turnClock(60);
  await sessionWithCode(world, admin, secret);
  const tables = ['member', 'session', 'recovery_code', 'mail_link', 'throttle'];
  for (const table of tables) {
    const { rows } = await world.t.superuser.query(
      `select row_to_json(t)::text as line from identity.${table} t`,
    );
    const text = rows.map(({ line }) => line).join('\n');
    const hex = (value: string) => Buffer.from(value).toString('hex');
    for (const value of [cookieValue, secret, admin.email, recoveryCodes[0] ?? '', 'Admin ', password])
      assert.ok(!text.includes(value) && !text.includes(hex(value)), `${table}: ${value}`);
  }
});

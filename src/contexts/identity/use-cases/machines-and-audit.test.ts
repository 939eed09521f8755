import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { actorOf } from '#platform';
import { codeOf, colleague, openWorld, organisation, session, valueIn } from '../testing/world.ts';
import { cleanUpIdentity } from './clean-up.ts';
import { issueToken, readTokens, revokeToken } from './machine-tokens.ts';
import { checkAuditChain, readAudit } from './read-audit.ts';
import { readBearer } from './read-bearer.ts';
import { readMembers } from './read-members.ts';

const request = { label: 'Fachverfahren', scopes: ['members.read'], days: 30 };
const firstPage = { page: 1, size: 50 };

test('a machine has exactly the rights of its token, for its organisation, until its end', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const { token, id } = valueIn(await issueToken(world, admin.caller, request));
  assert.match(token, /^lwt_[0-9a-f]{8}_[\w-]{43}$/);
  const machine = valueIn(await readBearer(world, token));
  assert.equal(machine.kind, 'maschine');
  assert.equal(machine.tenant, admin.tenant);
  assert.equal(machine.actor, `maschine:${id}`);
  assert.deepEqual([...machine.permissions], ['members.read']);
  assert.equal((await readTokens(world, admin.caller))[0]?.last_used_on, '2026-11-21');
  world.turnClock(30 * 86_400);
  assert.equal(codeOf(await readBearer(world, token)), 'TOKEN_REFUSED');
});

test('a token cannot do more than its issuer, nor live longer than a year', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const issue = (change: object) => issueToken(world, admin.caller, { ...request, ...change });
  assert.equal(codeOf(await issue({ scopes: ['reference.import'] })), 'TOKEN_SCOPE');
  assert.equal(codeOf(await issue({ scopes: ['alles'] })), 'TOKEN_SCOPE');
  for (const days of [0, 366, 1.5, Number.NaN]) assert.equal(codeOf(await issue({ days })), 'TOKEN_DAYS');
  assert.equal(codeOf(await issue({ label: ' ' })), 'TOKEN_LABEL');
  const { token } = valueIn(await issue({ scopes: ['tokens.manage'] }));
  const machine = valueIn(await readBearer(world, token));
  assert.ok(machine.tenant);
  const caller = { tenant: machine.tenant, actor: machine.actor, permissions: machine.permissions };
  assert.equal(codeOf(await issueToken(world, caller, request)), 'TOKEN_SCOPE');
});

test('a revoked token stops at once, a foreign one cannot be revoked, a mangled one is refused', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const other = await organisation(world, 'kommune');
  const { token, id } = valueIn(await issueToken(world, admin.caller, request));
  assert.equal(codeOf(await revokeToken(world, other.caller, id)), 'TOKEN_UNKNOWN');
  for (const wrong of ['', 'Bearer', token.slice(0, -1), `${token}x`, token.replace('lwt', 'xxx')])
    assert.equal(codeOf(await readBearer(world, wrong)), 'TOKEN_REFUSED');
  assert.ok((await readBearer(world, token)).ok);
  valueIn(await revokeToken(world, admin.caller, id));
  assert.equal(codeOf(await readBearer(world, token)), 'TOKEN_REFUSED');
  assert.equal(codeOf(await revokeToken(world, admin.caller, id)), 'TOKEN_UNKNOWN');
});

test('the audit trail is searched by action, actor, object and day, page by page, with names', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const person = await colleague(world, admin, ['lesen']);
  const search = async (filter: object, page = firstPage) =>
    valueIn(await readAudit(world, admin.caller, { chain: 'organisation', filter, page }));
  const invited = await search({ action: 'identity.member.invited' });
  assert.equal(invited.total, 2);
  assert.match(invited.rows[0]?.actorName ?? '', /^Admin /);
  assert.equal((await search({ objectType: 'mitglied', objectId: person.id })).total, 2);
  assert.ok(
    (await search({ actor: `mitglied:${person.id}` })).rows.every(({ actor }) => actor.includes(person.id)),
  );
  const today = new Date().toISOString().slice(0, 10);
  assert.ok((await search({ fromDay: localDate('2020-01-01'), toDay: localDate(today) })).total > 0);
  assert.equal((await search({ toDay: localDate('2020-01-01') })).total, 0);
  const second = await search({}, { page: 2, size: 2 });
  assert.equal(second.rows.length, 2);
  assert.equal((await search({ action: 'identity.member.read', objectType: 'pruefspur' })).total > 0, true);
});

test('nobody reads a foreign audit trail, and only the operator that of the installation', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const other = await organisation(world, 'kommune');
  const operator = await organisation(world, 'betreiber');
  await readMembers(world, other.caller);
  const own = valueIn(
    await readAudit(world, admin.caller, { chain: 'organisation', filter: {}, page: firstPage }),
  );
  assert.ok(own.rows.every(({ actor }) => !actor.includes(other.id)));
  const search = { chain: 'installation', filter: {}, page: firstPage } as const;
  assert.equal(codeOf(await readAudit(world, admin.caller, search)), 'AUDIT_FORBIDDEN');
  assert.equal(codeOf(await checkAuditChain(world, admin.caller, 'installation')), 'AUDIT_FORBIDDEN');
  assert.ok((await readAudit(world, operator.caller, search)).ok);
  const reader = await colleague(world, admin, ['lesen']);
  assert.equal(codeOf(await checkAuditChain(world, reader.caller, 'organisation')), 'AUDIT_FORBIDDEN');
});

test('the check of the hash chain names the first line that was changed, left out or put in', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  for (let n = 0; n < 5; n++) await readMembers(world, admin.caller);
  const check = async () => valueIn(await checkAuditChain(world, admin.caller, 'organisation'));
  const whole = await check();
  assert.equal(whole.firstBroken, null);
  assert.ok(whole.lines > 5);
  const { superuser } = world.t;
  const tamper = async (statement: string) => {
    await superuser.query('alter table platform.audit disable trigger user');
    await superuser.query(statement, [admin.tenant]);
    await superuser.query('alter table platform.audit enable trigger user');
  };
  await tamper(`update platform.audit set summary = '{"anzahl": 0}' where tenant_id = $1 and seq = 5`);
  assert.deepEqual((await check()).firstBroken, { seq: 5, why: 'content' });
  await tamper(`update platform.audit set hash = platform.audit_hash(prev_hash, tenant_id, seq, at, actor, action,
    object_type, object_id, summary) where tenant_id = $1 and seq = 5`);
  assert.deepEqual((await check()).firstBroken, { seq: 6, why: 'chain' });
  await tamper('delete from platform.audit where tenant_id = $1 and seq = 3');
  assert.deepEqual((await check()).firstBroken, { seq: 4, why: 'gap' });
});

test('cleaning up deletes what has expired and nothing else', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const person = await colleague(world, admin, ['lesen']);
  await session(world, person);
  await session(world, person);
  await world.t.superuser.query(`update identity.session set expires_at = '2100-01-01'
    where id = (select min(id::text)::uuid from identity.session)`);
  await world.t.superuser.query(
    `update identity.session set expires_at = '2000-01-01' where expires_at < '2100-01-01'`,
  );
  await cleanUpIdentity(world);
  const { rows } = await world.t.superuser.query('select count(*)::int as n from identity.session');
  assert.equal(rows[0].n, 1);
  assert.equal(actorOf('system', 'aufraeumen'), 'system:aufraeumen');
});

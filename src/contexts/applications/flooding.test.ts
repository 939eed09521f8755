import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applicationLimits } from './limits.ts';
import { openApplicationsWorld, tenantId } from './testing/applications-world.ts';
import { begun, citizenOf, codeOf } from './web/testing/citizen.ts';

test('who begins drafts without end is told to wait; what was begun stays, and other Kommunen notice nothing', async () => {
  await using world = await openApplicationsWorld();
  let now = 0;
  const limit = applicationLimits(() => now);
  const citizen = citizenOf({ deps: { ...world.deps, limit } }, world.lemgo);
  const own = await begun(citizen);
  for (let n = 1; n < 30; n += 1) await begun(citizen);
  const refused = await citizen.post('/antrag/hund-anmelden');
  assert.equal(codeOf(refused), 'ANTRAG_THROTTLED');
  assert.equal(refused.kind === 'refusal' && refused.refusal.retryAfterSeconds, 2);
  assert.equal((await world.owner('select * from applications.zugang')).length, 30);
  assert.equal(limit('start', '192.0.2.1', world.detmold.tenant), 0);
  assert.equal(limit('start', '192.0.2.2', world.lemgo.tenant), 0);
  now += 2_000;
  assert.match(await begun(citizen), /^\/antrag\/mein\//);
  assert.notEqual(own, '');
});

test('many addresses together are held back from one Kommune too', () => {
  const tenant = tenantId();
  const limit = applicationLimits(() => 0);
  const waits = Array.from({ length: 3_001 }, (_, n) => limit('start', `2001:db8::${n}`, tenant));
  assert.deepEqual(
    [waits.slice(0, 3_000).every((wait) => wait === 0), (waits[3_000] ?? 0) > 0],
    [true, true],
  );
});

test('one browser keeps its newest Anträge open; an older one opens by its link again', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const first = await begun(citizen);
  const token = citizen.cookies.get(world.deps.cookieName) ?? '';
  for (let n = 0; n < 8; n += 1) await begun(citizen);
  assert.equal(codeOf(await citizen.get(first)), 'ANTRAG_LINK_INVALID');
  assert.equal((await citizen.get(`/antrag/weiter/${token}`)).kind, 'redirect');
  assert.equal((await citizen.get(first)).kind, 'redirect');
});

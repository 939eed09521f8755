import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import {
  codeOf,
  colleague,
  openWorld,
  organisation,
  password,
  secretInMail,
  valueIn,
  type World,
} from '../testing/world.ts';
import { useLink } from './accept-invitation.ts';
import { decideEinwilligung, readCircle, readOrganisation } from './circle.ts';
import { onboardKommune, renewOnboarding } from './onboard-kommune.ts';
import { readMembers } from './read-members.ts';
import { takeInKommune } from './take-in-kommune.ts';

const administrator = { name: 'Erika Erfunden', email: 'erika@demo.invalid' };

async function onboarded(world: World) {
  const provider = await organisation(world, 'it-dienstleister', { name: 'IT-Verbund' });
  const lead = await colleague(world, provider, ['ozg-leitung']);
  const founded = valueIn(await onboardKommune(world, lead.caller, { body: 'Lemgo', administrator }));
  const id = founded.organisation.id;
  const kommune = { tenant: id, actor: provider.caller.actor, permissions: new Set<string>() };
  return { provider, lead, id, kommune, memberId: founded.memberId };
}

test('a provider takes a Kommune in and hands it over when its first administrator accepts', async () => {
  await using world = await openWorld();
  const { lead, id } = await onboarded(world);
  const [before] = await readCircle(world, lead.caller);
  assert.equal(before?.name, 'Lemgo');
  assert.equal(before?.bodyKey, '05766044');
  assert.equal(before?.uebergebenAm, null);
  valueIn(
    await useLink(world, {
      secret: secretInMail(world, administrator.email),
      purpose: 'invitation',
      password,
    }),
  );
  const [after] = await readCircle(world, lead.caller);
  assert.deepEqual(after?.uebergebenAm, world.clock.now());
  const { rows } = await world.t.superuser.query(
    `select tenant_id, action from platform.audit where object_id = $1 order by action`,
    [id],
  );
  assert.deepEqual(
    rows.map(({ tenant_id, action }) => [tenant_id === id, action]),
    [
      [false, 'identity.kommune.onboarded'],
      [true, 'identity.kommune.taken-over'],
      [true, 'identity.organisation.founded'],
    ],
  );
});

test('the provider cannot read the members of a Kommune it cares for', async () => {
  await using world = await openWorld();
  const { provider, lead, id, memberId } = await onboarded(world);
  const names = (await readMembers(world, provider.caller)).map((member) => member.id);
  assert.ok(!names.includes(memberId));
  for (const open of ['withCircle', 'withTenant'] as const) {
    const { rows } = await world.db[open](provider.tenant, lead.caller.actor, (tx) =>
      sql`select id from identity.member where tenant_id = ${id} or id = ${memberId}`.execute(tx.as()),
    );
    assert.deepEqual(rows, []);
  }
});

test('a Kommune that is there already is not taken in twice', async () => {
  await using world = await openWorld();
  const { lead } = await onboarded(world);
  const again = { body: 'Lemgo', administrator: { name: 'Zweite Person', email: 'zwei@demo.invalid' } };
  assert.equal(codeOf(await onboardKommune(world, lead.caller, again)), 'KOMMUNE_ALREADY_ONBOARDED');
  assert.equal(
    codeOf(await onboardKommune(world, lead.caller, { ...again, body: 'Nirgends' })),
    'ORGANISATION_UNKNOWN',
  );
  const taken = { body: 'Detmold', administrator };
  assert.equal(codeOf(await onboardKommune(world, lead.caller, taken)), 'EMAIL_TAKEN');
  assert.equal((await readCircle(world, lead.caller)).length, 1);
});

test('circle data is shared from the consent on, and no longer after its withdrawal', async () => {
  await using world = await openWorld();
  const { provider, lead, id, kommune } = await onboarded(world);
  // The database knows the day by its own clock.
  const circle = () =>
    world.db.withCircle(provider.tenant, lead.caller.actor, async (tx) => {
      const { rows } = await sql<{ ids: string[] }>`select identity.circle() as ids`.execute(tx.as());
      return rows[0]?.ids;
    });
  await world.t.superuser.query(`update identity.betreuung set valid_from = '2000-01-01'`);
  assert.deepEqual(await circle(), []);
  valueIn(await decideEinwilligung(world, kommune, provider.tenant, true));
  await world.t.superuser.query(`update identity.einwilligung set valid_from = '2000-01-01'`);
  assert.deepEqual(await circle(), [id]);
  const detail = valueIn(await readOrganisation(world, kommune));
  assert.equal(detail.providers[0]?.name, 'IT-Verbund');
  assert.equal(detail.einwilligungen.length, 1);
  valueIn(await decideEinwilligung(world, kommune, provider.tenant, true));
  assert.equal(valueIn(await readOrganisation(world, kommune)).einwilligungen.length, 1, 'once is enough');
  valueIn(await decideEinwilligung(world, kommune, provider.tenant, false));
  assert.equal((await readCircle(world, lead.caller))[0]?.teiltSeit, null);
  await world.t.superuser.query(`update identity.einwilligung set valid_to = '2000-01-02'`);
  assert.deepEqual(await circle(), []);
});

test('consent given and withdrawn on the same day never held, and can be given again', async () => {
  await using world = await openWorld();
  const { provider, lead, kommune } = await onboarded(world);
  for (const [consent, since] of [
    [true, '2026-11-21'],
    [false, null],
    [true, '2026-11-21'],
  ] as const) {
    valueIn(await decideEinwilligung(world, kommune, provider.tenant, consent));
    assert.equal((await readCircle(world, lead.caller))[0]?.teiltSeit, since);
  }
});

test('a Kommune consents only to its own provider', async () => {
  await using world = await openWorld();
  const { kommune } = await onboarded(world);
  const other = await organisation(world, 'it-dienstleister');
  assert.equal(codeOf(await decideEinwilligung(world, kommune, other.tenant, true)), 'ORGANISATION_UNKNOWN');
});

test('the provider sends the first invitation again until the Kommune has taken over, and never a stranger', async () => {
  await using world = await openWorld();
  const { lead, id } = await onboarded(world);
  const first = secretInMail(world, administrator.email);
  world.turnClock(8 * 86_400);
  assert.equal(valueIn(await renewOnboarding(world, lead.caller, id)).mailSent, true);
  const second = secretInMail(world, administrator.email);
  assert.notEqual(second, first);
  const stranger = await organisation(world, 'it-dienstleister');
  assert.equal(codeOf(await renewOnboarding(world, stranger.caller, id)), 'ORGANISATION_UNKNOWN');
  valueIn(await useLink(world, { secret: second, purpose: 'invitation', password }));
  assert.equal(codeOf(await renewOnboarding(world, lead.caller, id)), 'KOMMUNE_HANDED_OVER');
});

test('a Kommune that was taken in with many others gets its first administrator later, and nobody takes in a Kommune of others', async () => {
  await using world = await openWorld();
  const provider = await organisation(world, 'it-dienstleister', { name: 'Land als Bündler' });
  const lead = await colleague(world, provider, ['ozg-leitung']);
  const body = { key: '05766044', name: 'Lemgo' };
  const [one, two] = await Promise.all([
    takeInKommune(world, lead.caller, body),
    takeInKommune(world, lead.caller, body),
  ]);
  assert.deepEqual(
    [valueIn(one).neu, valueIn(two).neu].toSorted(),
    [false, true],
    'two at once found it once',
  );
  const { organisation: kommune } = valueIn(await takeInKommune(world, lead.caller, body));
  const invited = valueIn(await onboardKommune(world, lead.caller, { body: 'Lemgo', administrator }));
  assert.equal(invited.organisation.id, kommune.id);
  const again = await onboardKommune(world, lead.caller, { body: 'Lemgo', administrator });
  assert.equal(!again.ok && again.refusal.code, 'EMAIL_TAKEN');

  const other = await organisation(world, 'it-dienstleister', { name: 'Anderer Verbund' });
  const stranger = await colleague(world, other, ['ozg-leitung']);
  const refused = await takeInKommune(world, stranger.caller, body);
  assert.equal(!refused.ok && refused.refusal.code, 'KOMMUNE_OF_OTHERS');
  const self = { ...lead.caller, tenant: kommune.id };
  const notAHouse = await takeInKommune(world, self, { key: '05766020', name: 'Detmold' });
  assert.equal(!notAHouse.ok && notAHouse.refusal.code, 'ORGANISATION_UNKNOWN');
});

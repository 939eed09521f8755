import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clientAddress,
  codeOf,
  colleague,
  firstSession,
  offices,
  openWorld,
  organisation,
  password,
  secretInMail,
  session,
  valueIn,
} from '../testing/world.ts';
import { readLink, useLink } from './accept-invitation.ts';
import { changeMemberState, changeRoles } from './change-member.ts';
import { changeOffices } from './change-offices.ts';
import { inviteMember, resendInvitation } from './invite-member.ts';
import { issueToken } from './machine-tokens.ts';
import { readBearer } from './read-bearer.ts';
import { readMember, readMembers } from './read-members.ts';
import { readSession } from './read-session.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { signIn } from './sign-in.ts';

const ada = { name: 'Ada Beispiel', email: 'ada@demo.invalid', roles: ['koordination'] };

test('an administrator invites a person, who chooses a password by the link, once', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune', { name: 'Lemgo' });
  const { memberId, mailSent } = valueIn(await inviteMember(world, admin.caller, ada));
  assert.equal(mailSent, true);
  const secret = secretInMail(world, ada.email);
  assert.deepEqual(valueIn(await readLink(world, secret, 'invitation')), {
    name: 'Ada Beispiel',
    email: ada.email,
    organisation: 'Lemgo',
  });
  const use = (text: string) => useLink(world, { secret, purpose: 'invitation', password: text });
  assert.equal(codeOf(await use('zu kurz')), 'PASSWORD_WEAK');
  const results = await Promise.all([use(password), use(password)]);
  assert.equal(results.filter(({ ok }) => ok).length, 1);
  assert.equal(codeOf(await use(password)), 'LINK_UNKNOWN');
  assert.ok((await signIn(world, { email: ada.email, password, clientAddress })).ok);
  const detail = valueIn(await readMember(world, admin.caller, memberId));
  assert.equal(detail.member.state, 'active');
  assert.equal(detail.member.name, 'Ada Beispiel');
});

test('a link counts seven days, and a new invitation takes the place of the earlier one', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const { memberId } = valueIn(await inviteMember(world, admin.caller, ada));
  const first = secretInMail(world, ada.email);
  world.turnClock(7 * 86_400 + 1);
  assert.equal(codeOf(await readLink(world, first, 'invitation')), 'LINK_UNKNOWN');
  valueIn(await resendInvitation(world, admin.caller, memberId));
  const second = secretInMail(world, ada.email);
  assert.equal(codeOf(await readLink(world, first, 'invitation')), 'LINK_UNKNOWN');
  assert.ok((await readLink(world, second, 'invitation')).ok);
  assert.equal(codeOf(await readLink(world, second, 'password-reset')), 'LINK_UNKNOWN');
});

test('where the mail cannot be sent the invitation stays and can be sent again', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  world.breakMail(true);
  const invited = valueIn(await inviteMember(world, admin.caller, ada));
  assert.equal(invited.mailSent, false);
  world.breakMail(false);
  assert.equal(valueIn(await resendInvitation(world, admin.caller, invited.memberId)).mailSent, true);
});

test('wrong addresses, foreign roles and taken addresses are refused with the field', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const other = await organisation(world, 'kommune');
  const invite = (change: object) => inviteMember(world, admin.caller, { ...ada, ...change });
  assert.equal(codeOf(await invite({ email: 'ada' })), 'EMAIL_INVALID');
  assert.equal(codeOf(await invite({ roles: ['ozg-leitung'] })), 'ROLE_UNKNOWN');
  assert.equal(codeOf(await invite({ roles: [] })), 'ROLE_MISSING');
  assert.equal(codeOf(await invite({ name: ' ' })), 'NAME_INVALID');
  assert.equal(codeOf(await invite({ email: other.email.toUpperCase() })), 'EMAIL_TAKEN');
});

test('sessions end when roles change, on suspension and on removal', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const person = await colleague(world, admin, ['koordination']);
  let cookie = await session(world, person);
  assert.equal(valueIn(await changeRoles(world, admin.caller, person.id, ['lesen'])).sessionsEnded, 1);
  assert.equal(await readSession(world, cookie), null);
  cookie = await session(world, person);
  valueIn(await changeMemberState(world, admin.caller, person.id, 'suspend'));
  assert.equal(await readSession(world, cookie), null);
  assert.equal(codeOf(await changeMemberState(world, admin.caller, person.id, 'suspend')), 'MEMBER_STATE');
  valueIn(await changeMemberState(world, admin.caller, person.id, 'resume'));
  cookie = await session(world, person);
  valueIn(await changeMemberState(world, admin.caller, person.id, 'remove'));
  assert.equal(await readSession(world, cookie), null);
  assert.equal(
    codeOf(await signIn(world, { email: person.email, password, clientAddress })),
    'SIGN_IN_REFUSED',
  );
  const { member } = valueIn(await readMember(world, admin.caller, person.id));
  assert.deepEqual([member.state, member.email, member.roles], ['removed', null, []]);
  assert.ok(
    (await inviteMember(world, admin.caller, { ...ada, email: person.email })).ok,
    'the address is free again',
  );
});

test('tokens that a removed administrator issued are revoked', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const second = await colleague(world, admin, ['administrator']);
  const request = { label: 'Fachverfahren', scopes: ['members.read'], days: 30 };
  const { token } = valueIn(await issueToken(world, second.caller, request));
  assert.ok((await readBearer(world, token)).ok);
  valueIn(await changeMemberState(world, admin.caller, second.id, 'remove'));
  assert.equal(codeOf(await readBearer(world, token)), 'TOKEN_REFUSED');
});

test('the last administrator can neither leave nor be suspended nor lose the role', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  for (const action of ['suspend', 'remove'] as const)
    assert.equal(
      codeOf(await changeMemberState(world, admin.caller, admin.id, action)),
      'LAST_ADMINISTRATOR',
    );
  assert.equal(codeOf(await changeRoles(world, admin.caller, admin.id, ['lesen'])), 'LAST_ADMINISTRATOR');
  assert.ok((await changeRoles(world, admin.caller, admin.id, ['administrator', 'koordination'])).ok);
  const invited = valueIn(await inviteMember(world, admin.caller, { ...ada, roles: ['administrator'] }));
  assert.equal(
    codeOf(await changeMemberState(world, admin.caller, admin.id, 'remove')),
    'LAST_ADMINISTRATOR',
    'an invited person does not manage yet',
  );
  valueIn(await useLink(world, { secret: secretInMail(world, ada.email), purpose: 'invitation', password }));
  assert.ok((await changeMemberState(world, admin.caller, admin.id, 'remove')).ok);
  assert.notEqual(invited.memberId, admin.id);
});

test('of two administrators who remove each other at the same moment, one stays', async () => {
  await using world = await openWorld();
  for (let round = 0; round < 8; round++) {
    const first = await organisation(world, 'kommune');
    const second = await colleague(world, first, ['administrator']);
    const results = await Promise.all([
      changeMemberState(world, first.caller, second.id, round % 2 ? 'remove' : 'suspend'),
      changeRoles(world, second.caller, first.id, ['lesen']),
      changeMemberState(world, second.caller, first.id, 'remove'),
    ]);
    assert.ok(results.some(({ ok }) => !ok));
    const { rows } = await world.t.superuser.query(
      `select count(*)::int as n from identity.member where tenant_id = $1 and state = 'active' and 'administrator' = any(roles)`,
      [first.tenant],
    );
    assert.equal(rows[0].n, 1);
  }
});

test('a forgotten password is set anew by mail, and unknown addresses get the same answer', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const { cookieValue } = await firstSession(world, admin);
  const ask = (email: string) => requestPasswordReset(world, { email, clientAddress });
  const mailsBefore = world.mails.length;
  assert.deepEqual(await ask('niemand@demo.invalid'), await ask(admin.email));
  await world.settled();
  assert.equal(world.mails.length, mailsBefore + 1);
  const secret = secretInMail(world, admin.email);
  valueIn(await useLink(world, { secret, purpose: 'password-reset', password: 'fünf trockene enten' }));
  assert.equal(await readSession(world, cookieValue), null, 'all sessions end');
  const input = { email: admin.email, password: 'fünf trockene enten', clientAddress };
  assert.equal(valueIn(await signIn(world, input)).stage, 'code', 'the second factor stays');
  for (let n = 0; n < 4; n++) valueIn(await ask(admin.email));
  assert.equal(codeOf(await ask(admin.email)), 'SIGN_IN_THROTTLED');
});

test('reading members leaves one line with count and ids, changing one leaves a line without personal data', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const { memberId } = valueIn(await inviteMember(world, admin.caller, ada));
  assert.equal((await readMembers(world, admin.caller)).length, 2);
  const { rows } = await world.t.superuser.query(
    'select action, actor, object_id, summary from platform.audit where tenant_id = $1 order by seq',
    [admin.tenant],
  );
  const last = rows.at(-1);
  assert.equal(last.action, 'identity.member.read');
  assert.equal(last.summary.anzahl, 2);
  assert.deepEqual(last.summary.ids.toSorted(), [admin.id, memberId].toSorted());
  assert.ok(rows.some((row) => row.action === 'identity.member.invited' && row.object_id === memberId));
  const text = JSON.stringify(rows);
  for (const personal of ['Ada', 'ada@demo.invalid', admin.email]) assert.ok(!text.includes(personal));
});

test('a sealed name that somebody moved to another member does not open', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const person = await colleague(world, admin, ['lesen']);
  await world.t.superuser.query(
    'update identity.member set name_sealed = (select name_sealed from identity.member where id = $1) where id = $2',
    [admin.id, person.id],
  );
  await assert.rejects(readMembers(world, admin.caller));
});

test('a new member works for no office until somebody names them; only offices of the organisation count', async () => {
  await using world = await openWorld();
  const admin = await organisation(world, 'kommune');
  const person = await colleague(world, admin, ['fachbereich']);
  const stellen = async () => valueIn(await readMember(world, admin.caller, person.id)).member.stellen;
  const change = (wanted: readonly string[] | null) => changeOffices(world, admin.caller, person.id, wanted);
  const [tax = '', order = ''] = offices.map(({ id }) => id);
  assert.deepEqual(await stellen(), []);
  valueIn(await change([order, tax, tax]));
  assert.deepEqual(await stellen(), [tax, order].toSorted());
  assert.equal(codeOf(await change(['00000000-0000-4000-8000-000000000099'])), 'OFFICE_UNKNOWN');
  valueIn(await change(null));
  assert.equal(await stellen(), null);
  const foreign = await organisation(world, 'kommune', { name: 'Detmold' });
  assert.equal(codeOf(await changeOffices(world, foreign.caller, person.id, [])), 'MEMBER_UNKNOWN');
  const { rows } = await world.t.superuser.query(
    `select summary from platform.audit where action = 'identity.member.offices-changed' order by seq desc limit 1`,
  );
  assert.equal(rows[0].summary.nachher, 'alle');
});

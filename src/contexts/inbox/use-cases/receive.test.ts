import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, countOf, need, openZustellpunkt, sealingKey } from '../../delivery/testing/world.ts';
import { inboxHandlers } from '../handlers.ts';
import { arrived, openWorld, send } from '../testing/world.ts';
import { listEingaenge, openEingang } from './read.ts';
import { receive } from './receive.ts';

const context = { eventId: 1, attempt: 1, lastAttempt: false };

test('a submission becomes one case however often and at once the worker hears of it', async () => {
  await using world = await openWorld();
  const submissionId = await send(world);
  const again = () => receive(world.deps, { submissionId, tenant: world.tenant });
  const outcomes = (await Promise.all([again(), again(), again()])).map((one) => need(one)).sort();
  assert.deepEqual(outcomes, ['known', 'known', 'received']);
  assert.equal(need(await again()), 'known');
  assert.equal(await countOf(world.delivery, 'inbox.eingang'), 1);
  assert.equal(await countOf(world.delivery, 'inbox.eintrag'), 1);
  assert.deepEqual(
    world.told.map(({ schritt }) => schritt),
    [],
  );
  const { rows } = await world.delivery.t.superuser.query('select state from delivery.submission');
  assert.deepEqual(rows, [{ state: 'accepted' }]);
});

test('the events of the ledger make the case and mail the office, without a word of the person', async () => {
  await using world = await openWorld();
  const submission = await send(world, { words: 'Geheimwort' });
  const handlers = inboxHandlers(world.deps);
  const payload = { submission, zustellpunkt: world.stelle, empfaenger: world.tenant };
  await handlers['delivery.submitted']?.(payload, { ...context, tenant: world.delivery.portal.tenant });
  const { rows } = await world.delivery.t.superuser.query(
    `select payload from platform.outbox where event = 'inbox.arrived'`,
  );
  assert.deepEqual(rows, [{ payload: { eingang: submission } }]);
  await handlers['inbox.arrived']?.(rows[0]?.payload, { ...context, tenant: world.tenant });
  assert.equal(world.mails.length, 1);
  const [mail] = world.mails;
  assert.equal(mail?.to, 'steueramt@example.org');
  assert.match(mail?.text ?? '', /verwaltung\.localhost\/eingang\/LEM-2026-000001/);
  assert.doesNotMatch(JSON.stringify(mail), /Geheimwort/);
});

test('what was sealed with a wrong key is rejected in the ledger, and the applicant is told to send again', async () => {
  await using world = await openWorld();
  const good = await send(world);
  // A sender that says one key and takes another: the ciphertexts are as they were sent, and nobody can open them.
  const foreign = await sealingKey(world.delivery, await openZustellpunkt(world.delivery));
  const pem = await world.delivery.keys.load(foreign.jwk.kid);
  const own = await sealingKey(world.delivery, world.stelle);
  const ownPem = await world.delivery.keys.load(own.jwk.kid);
  assert.ok(pem && ownPem);
  const keys = { ...world.delivery.keys, load: async () => pem };
  const deps = { ...world.deps, delivery: { ...world.delivery, keys } };
  const absender = world.delivery.portal.tenant;
  assert.equal(need(await receive(deps, { submissionId: good, tenant: world.tenant, absender })), 'rejected');
  assert.equal(need(await receive(deps, { submissionId: good, tenant: world.tenant })), 'known');
  assert.equal(await countOf(world.delivery, 'inbox.eingang'), 0);
  assert.deepEqual(
    world.told.map(({ schritt, submission, absender: portal }) => [schritt, submission, portal]),
    [['unlesbar', good, absender]],
  );
});

test('where the private key is not at hand, or the row was changed, nothing is rejected: the job waits', async () => {
  await using world = await openWorld();
  const submissionId = await send(world);
  const ask = (deps = world.deps) => receive(deps, { submissionId, tenant: world.tenant });
  const keys = { ...world.delivery.keys, load: async () => null };
  const without = { ...world.deps, delivery: { ...world.delivery, keys } };
  assert.equal(codeOf(await ask(without)), 'RECEIVING_KEY_MISSING');
  const handlers = inboxHandlers(without);
  const payload = { submission: submissionId, zustellpunkt: world.stelle, empfaenger: world.tenant };
  await assert.rejects(async () => {
    await handlers['delivery.submitted']?.(payload, { ...context, tenant: world.tenant });
  }, /RECEIVING_KEY_MISSING/);
  const { superuser } = world.delivery.t;
  await superuser.query('update delivery.submission set data = set_byte(data, 900, 1 + get_byte(data, 900))');
  assert.equal(codeOf(await ask()), 'SUBMISSION_DAMAGED');
  const { rows } = await superuser.query('select state from delivery.submission');
  assert.deepEqual(rows, [{ state: 'submitted' }]);
});

test('a submission of another program is shown key by key, a number that comes twice gets a further one', async () => {
  await using world = await openWorld();
  await arrived(world);
  await arrived(world, { data: { hund: 'Wuff', alter: 3 } });
  const rows = await listEingaenge(world.deps, world.anna, false);
  assert.deepEqual(rows.map(({ eingang }) => eingang.nummer).sort(), [
    'LEM-2026-000001',
    'LEM-2026-000001-2',
  ]);
  const foreign = need(await openEingang(world.deps, world.anna, 'LEM-2026-000001-2'));
  assert.deepEqual(
    foreign.inhalt.antrag.dokument.sections[0]?.rows.map(({ question, answer }) => [question, answer]),
    [
      ['hund', 'Wuff'],
      ['alter', '3'],
    ],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isPrivateAddress } from '../private-address.ts';
import { secretPrefix, signWebhook } from '../sign-webhook.ts';
import { chosenKommunen, recipientsIn } from './recipients.ts';
import { fillIn, htmlOfText, mailHtml } from './render-text.ts';
import { nextMailTry, nextWebhookTry, webhookPatience } from './retry.ts';
import { possibleActions, rundmailActions, rundmailStates, transition } from './rundmail.ts';
import { isMorning } from './summary-due.ts';

test('a Rundmail goes through its states as the table says, and no other way', () => {
  const ways = rundmailStates.flatMap((state) =>
    rundmailActions.flatMap((action) => {
      const next = transition(state, action);
      return next === null ? [] : [`${state} ${action} ${next}`];
    }),
  );
  assert.deepEqual(ways, [
    'entwurf freigeben geplant',
    'entwurf abbrechen abgebrochen',
    'geplant beginnen laeuft',
    'geplant anhalten angehalten',
    'geplant abbrechen abgebrochen',
    'laeuft anhalten angehalten',
    'laeuft abbrechen abgebrochen',
    'laeuft abschliessen abgeschlossen',
    'laeuft erneut laeuft',
    'angehalten fortsetzen geplant',
    'angehalten abbrechen abgebrochen',
    'abgeschlossen erneut laeuft',
  ]);
  assert.deepEqual(possibleActions('geplant'), ['anhalten', 'abbrechen']);
});

test('whoever holds two of the chosen roles gets one mail, and an unsubscribed person only operational ones', () => {
  const kommune = { id: 'l', name: 'Lemgo' };
  const people = [
    { id: '1', roles: ['koordination', 'leitung'], rundmails: true },
    { id: '2', roles: ['koordination'], rundmails: false },
    { id: '3', roles: ['lesen'], rundmails: true },
  ];
  const auswahl = { kommunen: 'alle' as const, verteiler: [], rollen: ['koordination', 'leitung'] };
  const usual = recipientsIn(kommune, people, auswahl, false);
  assert.deepEqual([usual.recipients.map(({ memberId }) => memberId), usual.unsubscribed], [['1'], 1]);
  const operational = recipientsIn(kommune, people, auswahl, true);
  assert.deepEqual(
    operational.recipients.map(({ memberId }) => memberId),
    ['1', '2'],
  );
  assert.equal(operational.unsubscribed, 0);
});

test('a selection reaches Kommunen of the circle only, each once, by name or by Verteiler', () => {
  const circle = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
    { id: 'c', name: 'C' },
  ];
  const verteiler = [{ id: 'v', kommunen: ['b', 'a', 'fremd'] }];
  const chosen = chosenKommunen({ kommunen: ['a', 'weg'], verteiler: ['v'], rollen: [] }, circle, verteiler);
  assert.deepEqual(
    chosen.map(({ id }) => id),
    ['a', 'b'],
  );
  assert.equal(chosenKommunen({ kommunen: [], verteiler: [], rollen: [] }, circle, verteiler).length, 0);
});

test('the text of a mail becomes paragraphs, lists and links, and nothing of it is read as HTML', () => {
  assert.equal(
    htmlOfText(
      'Guten Tag,\r\nbitte lesen:\n- eins\n- zwei & <b>drei</b>\n\nMehr: https://a.example/x?y=1&z=2.',
    ),
    '<p>Guten Tag,<br>bitte lesen:</p>\n<ul><li>eins</li><li>zwei &amp; &lt;b&gt;drei&lt;/b&gt;</li></ul>\n' +
      '<p>Mehr: <a href="https://a.example/x?y=1&amp;z=2">https://a.example/x?y=1&amp;z=2</a>.</p>',
  );
  const ours = /<(\/?(p|ul|li|br|a( href="https?:[^"<>]*")?))>/g;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(htmlOfText(`x ${text} https://${text}`).replaceAll(ours, ''), /[<>"']/);
    }),
  );
  assert.match(mailHtml('<x>', 'a', 'b'), /<title>&lt;x&gt;<\/title>/);
});

test('a place holder is filled once; an unknown one stays as it was typed', () => {
  assert.equal(
    fillIn('{Name} aus {Kommune}, {Etwas}', { Name: '{Kommune}', Kommune: 'Lemgo' }),
    '{Kommune} aus Lemgo, {Etwas}',
  );
});

test('a mail is tried six times, later each time; a call for a day and not longer', () => {
  const now = new Date('2026-11-22T08:00:00Z');
  const waits = [1, 2, 3, 4, 5].map((tries) => (nextMailTry(tries, now)?.getTime() ?? 0) - now.getTime());
  assert.deepEqual(
    waits,
    waits.toSorted((a, b) => a - b),
  );
  assert.equal(nextMailTry(6, now), null);
  const deadline = new Date(now.getTime() + webhookPatience);
  let [at, tries] = [now, 0];
  for (let next: Date | null = now; next !== null; next = nextWebhookTry(tries, at, deadline)) {
    assert.ok(tries === 0 || next > at);
    at = next;
    tries += 1;
  }
  assert.equal(at.getTime(), deadline.getTime());
  assert.ok(tries > 8 && tries < 20, String(tries));
});

test('a call is signed as the Standard Webhooks specification does it', () => {
  const signed = signWebhook(
    `${secretPrefix}MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw`,
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
  );
  assert.equal(signed['webhook-signature'], 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('private, local and disguised addresses are told from public ones', () => {
  const bad = [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    'fe80::1',
    'fd00::1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'ff02::1',
    'localhost',
    '',
  ];
  assert.deepEqual(
    bad.filter((address) => !isPrivateAddress(address)),
    [],
  );
  const good = ['8.8.8.8', '93.184.216.34', '172.32.0.1', '2a00:1450:4001::1', '2606:2800:220:1::1'];
  assert.deepEqual(good.filter(isPrivateAddress), []);
});

test('summaries wait for the morning in Germany', () => {
  assert.equal(isMorning(new Date('2026-11-22T04:59:00Z')), false);
  assert.equal(isMorning(new Date('2026-11-22T05:00:00Z')), true);
  assert.equal(isMorning(new Date('2026-07-01T04:00:00Z')), true);
  assert.equal(isMorning(new Date('2026-07-01T22:30:00Z')), false);
});

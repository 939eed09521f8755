import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import type { OutgoingMail, Principal } from '#platform';
import { workgroupHandlers } from '../handlers.ts';
import {
  openWorkgroupWorld,
  sitzungIn,
  termin,
  valueIn,
  type WorkgroupWorld,
} from '../testing/workgroup-world.ts';
import { endSeatsOfLeavers } from './leave-gruppe.ts';
import { readSitzungBlick } from './read-sitzung.ts';

/** Does what the worker does: every event of this context once, in order. */
async function work(w: WorkgroupWorld): Promise<void> {
  const handlers = workgroupHandlers(w.deps);
  for (;;) {
    const { rows } = await w.world.t.superuser.query(
      `delete from platform.outbox where event like 'workgroup.%' returning id, event, payload, tenant_id`,
    );
    if (rows.length === 0) return;
    for (const { id, event, payload, tenant_id } of rows.toSorted((a, b) => Number(a.id) - Number(b.id)))
      await handlers[event]?.(payload, { eventId: id, tenant: tenant_id, attempt: 1, lastAttempt: false });
  }
}

async function sitzOf(w: WorkgroupWorld, sitzung: string, who: Principal): Promise<string> {
  const { sitze } = valueIn(await readSitzungBlick(w.deps, await w.wer(w.leitung), sitzung));
  return sitze.find(({ hausId, bis }) => hausId === who.tenant && bis === null)?.id ?? assert.fail('no seat');
}

function entryOf(mail: OutgoingMail | undefined) {
  assert.ok(mail?.calendar);
  const calendar = new ICAL.Component(ICAL.parse(mail.calendar.content));
  const event = calendar.getFirstSubcomponent('vevent');
  assert.ok(event);
  return {
    to: mail.to,
    method: [mail.calendar.method, calendar.getFirstPropertyValue('method')],
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    status: event.getFirstPropertyValue('status'),
    attendees: event.getAllProperties('attendee').map((one) => one.getFirstValue()),
  };
}

function firstOf(w: WorkgroupWorld): Principal {
  const [lemgo] = w.koordination;
  assert.ok(lemgo);
  return lemgo;
}

/** A session that everybody was invited to; all mails are out. */
async function invited(w: WorkgroupWorld) {
  const { gruppe, id } = await sitzungIn(w);
  await w.getan(w.leitung, 'workgroup.session.einladen', { id });
  await work(w);
  assert.equal(w.mails.length, 4);
  return { gruppe, id, invitations: w.mails.splice(0) };
}

test('whoever leaves the group is taken out of the session they were invited to, and nobody else hears of it', async () => {
  await using w = await openWorkgroupWorld();
  const { id, invitations } = await invited(w);
  const lemgo = firstOf(w);
  await w.getan(lemgo, 'workgroup.group.leave', { sitz: await sitzOf(w, id, lemgo) });
  await work(w);
  assert.equal(w.mails.length, 1);
  const [mail] = w.mails;
  const invitation = invitations.map(entryOf).find(({ to }) => to === mail?.to);
  assert.ok(invitation, 'the mail goes to somebody who was invited');
  assert.deepEqual(entryOf(mail), {
    ...invitation,
    method: ['CANCEL', 'CANCEL'],
    sequence: 1,
    // RFC 5546, 3.2.5: only a session that is off for everybody says CANCELLED.
    status: null,
    attendees: [`MAILTO:${mail?.to}`],
  });
  assert.match(mail?.text ?? '', /gehören dieser Arbeitsgruppe nicht mehr an/);
  assert.doesNotMatch(mail?.text ?? '', /findet nicht statt/);
});

test('the same goes for a seat that the lead ends; told twice, the mail still goes out once', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await invited(w);
  const lemgo = firstOf(w);
  await w.getan(w.leitung, 'workgroup.group.leave', { sitz: await sitzOf(w, id, lemgo) });
  const { rows } = await w.world.t.superuser.query(
    `insert into platform.outbox (tenant_id, event, payload)
      select tenant_id, event, payload from platform.outbox where event = 'workgroup.seat.ended' returning event`,
  );
  assert.equal(rows.length, 1);
  await work(w);
  assert.equal(w.mails.length, 1);
});

test('who comes back is invited again with the next change, which their calendar takes as newer', async () => {
  await using w = await openWorkgroupWorld();
  const { gruppe, id } = await invited(w);
  const lemgo = firstOf(w);
  await w.getan(lemgo, 'workgroup.group.leave', { sitz: await sitzOf(w, id, lemgo) });
  await work(w);
  const [gone] = w.mails.splice(0);
  await w.getan(lemgo, 'workgroup.group.join', { gruppe });
  await w.getan(
    w.leitung,
    'workgroup.session.change',
    { id },
    { ...termin, tag: '2026-12-17', grundlage: '2' },
  );
  await work(w);
  const again = w.mails.map(entryOf).filter(({ to }) => to === gone?.to);
  assert.deepEqual(
    again.map(({ method: [method], sequence, uid }) => ({ method, sequence, uid })),
    [{ method: 'REQUEST', sequence: 2, uid: entryOf(gone).uid }],
  );
});

test('no cancellation goes to whoever was never told, keeps another seat, or was told that the session is off', async () => {
  await using w = await openWorkgroupWorld();
  const { gruppe, id } = await sitzungIn(w);
  const [lemgo, detmold, blomberg] = w.koordination;
  assert.ok(lemgo && detmold && blomberg);
  // Lemgo leaves before its invitation went out.
  await w.getan(w.leitung, 'workgroup.session.einladen', { id });
  await w.getan(lemgo, 'workgroup.group.leave', { sitz: await sitzOf(w, id, lemgo) });
  await work(w);
  assert.equal(w.mails.splice(0).length, 3);
  // Detmold's person leaves one seat and takes the next before the worker comes to it.
  await w.getan(detmold, 'workgroup.group.leave', { sitz: await sitzOf(w, id, detmold) });
  await w.getan(detmold, 'workgroup.group.join', { gruppe });
  await work(w);
  assert.deepEqual(w.mails, []);
  // Blomberg was told already that the session is off.
  await w.getan(w.leitung, 'workgroup.session.absagen', { id }, { grund: 'Der Saal ist gesperrt.' });
  await work(w);
  w.mails.splice(0);
  await w.getan(blomberg, 'workgroup.group.leave', { sitz: await sitzOf(w, id, blomberg) });
  await work(w);
  assert.deepEqual(w.mails, []);
});

test('who left before the cancellation of a session reached them is still taken out of it', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await invited(w);
  const lemgo = firstOf(w);
  const sitz = await sitzOf(w, id, lemgo);
  await w.getan(w.leitung, 'workgroup.session.absagen', { id }, { grund: 'Der Saal ist gesperrt.' });
  await w.getan(lemgo, 'workgroup.group.leave', { sitz });
  await work(w);
  assert.equal(w.mails.filter(({ calendar }) => calendar?.method === 'CANCEL').length, 4);
  assert.equal(new Set(w.mails.map(({ to }) => to)).size, 4);
});

test('a person who left their organisation has no address there any more; the seat says so', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await invited(w);
  await w.world.t.superuser.query(
    "update identity.member set state = 'removed', roles = '{}', email_sealed = null, email_index = null, password_hash = null, totp_sealed = null where id = $1",
    [firstOf(w).actor.slice('mitglied:'.length)],
  );
  assert.equal(await endSeatsOfLeavers(w.deps), 1);
  await work(w);
  assert.deepEqual(w.mails, []);
  const { nachrichten } = valueIn(await readSitzungBlick(w.deps, await w.wer(w.leitung), id));
  assert.deepEqual(nachrichten, [
    { zustand: 'aufgegeben', anzahl: 1 },
    { zustand: 'gesendet', anzahl: 4 },
  ]);
});

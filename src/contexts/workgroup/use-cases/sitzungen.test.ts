import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import type { OutgoingMail, TenantId } from '#platform';
import { newId } from '#platform';
import {
  codeOf,
  openWorkgroupWorld,
  sitzungIn,
  termin,
  valueIn,
  type WorkgroupWorld,
} from '../testing/workgroup-world.ts';
import { eraseDueGaeste } from './gaeste.ts';
import { beideBehalten } from './notizen.ts';
import { readSitzungBlick } from './read-sitzung.ts';
import { listSitzungen, readGruppenBlick } from './read-uebersicht.ts';
import { sendMails } from './send-mails.ts';

function calendarOf(mail: OutgoingMail | undefined) {
  assert.ok(mail?.calendar);
  const calendar = new ICAL.Component(ICAL.parse(mail.calendar.content));
  const event = calendar.getFirstSubcomponent('vevent');
  assert.ok(event);
  const { uid, sequence, startDate } = new ICAL.Event(event);
  return { method: calendar.getFirstPropertyValue('method'), uid, sequence, start: startDate.toString() };
}

async function blick(w: WorkgroupWorld, id: string, person = w.leitung) {
  return valueIn(await readSitzungBlick(w.deps, await w.wer(person), id));
}

const provider = (w: WorkgroupWorld): TenantId => {
  assert.ok(w.leitung.tenant);
  return w.leitung.tenant;
};

test('everybody invited gets one mail with a calendar entry, and a session that moves or is cancelled changes the same entry', async () => {
  await using w = await openWorkgroupWorld();
  const { gruppe, id } = await sitzungIn(w);
  const guest = { name: 'Gast', haus: 'Digitalbüro', email: 'gast@demo.invalid', loeschenAm: '2027-03-01' };
  await w.getan(w.leitung, 'workgroup.guest.add', { gruppe }, guest);
  await w.getan(w.leitung, 'workgroup.session.einladen', { id });
  await sendMails(w.deps, provider(w));
  await sendMails(w.deps, provider(w));
  assert.equal(w.mails.length, 5, 'three Kommunen, the lead and the guest, each once');
  assert.ok(w.mails.some(({ to }) => to === 'gast@demo.invalid'));
  const first = calendarOf(w.mails[0]);
  assert.deepEqual([first.method, first.sequence, first.start], ['REQUEST', 0, '2026-12-10T09:30:00']);
  const change = { ...termin, tag: '2026-12-17', grundlage: '2' };
  await w.getan(w.leitung, 'workgroup.session.change', { id }, change);
  await sendMails(w.deps, provider(w));
  const moved = calendarOf(w.mails.at(-1));
  assert.deepEqual(
    [moved.method, moved.sequence, moved.start, moved.uid],
    ['REQUEST', 1, '2026-12-17T09:30:00', first.uid],
  );
  assert.equal(w.mails.length, 10);
  await w.getan(w.leitung, 'workgroup.session.absagen', { id }, { grund: 'Der Saal ist gesperrt.' });
  await sendMails(w.deps, provider(w));
  const gone = calendarOf(w.mails.at(-1));
  assert.deepEqual([gone.method, gone.sequence, gone.uid], ['CANCEL', 2, first.uid]);
  assert.equal(w.mails.length, 15);
  assert.match(w.mails.at(-1)?.text ?? '', /Der Saal ist gesperrt/);
});

test('a mail server that does not answer is asked again later, and nobody gets a mail twice', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await sitzungIn(w);
  await w.getan(w.leitung, 'workgroup.session.einladen', { id });
  w.breakMail(true);
  assert.equal(await sendMails(w.deps, provider(w)), 4);
  w.breakMail(false);
  assert.equal(await sendMails(w.deps, provider(w)), 0, 'not before its time');
  w.turnClock(6 * 60);
  assert.equal(await sendMails(w.deps, provider(w)), 4);
  assert.equal(new Set(w.mails.map(({ to }) => to)).size, 4);
  assert.deepEqual((await blick(w, id)).nachrichten, [{ zustand: 'gesendet', anzahl: 4 }]);
});

test('a change of the agenda or of nothing tells nobody; wrong days, times and places are told by field', async () => {
  await using w = await openWorkgroupWorld();
  const { gruppe, id } = await sitzungIn(w);
  await w.getan(w.leitung, 'workgroup.session.einladen', { id });
  await sendMails(w.deps, provider(w));
  await w.getan(w.leitung, 'workgroup.agenda.add', { id }, { titel: 'Was ist neu', minuten: '20' });
  await w.getan(
    w.leitung,
    'workgroup.session.change',
    { id },
    { ...termin, abstandMonate: '2', grundlage: '2' },
  );
  assert.equal(await sendMails(w.deps, provider(w)), 0);
  assert.equal(
    codeOf(await w.tue(w.leitung, 'workgroup.session.change', { id }, { ...termin, grundlage: '2' })),
    'WORKGROUP_CHANGED_MEANWHILE',
  );
  const wrong = await w.tue(
    w.leitung,
    'workgroup.session.plan',
    { gruppe },
    { ...termin, tag: '2026-02-30', beginn: '25:00', ende: '09:00', ort: '', link: 'javascript:alert(1)' },
  );
  assert.ok(!wrong.ok);
  assert.deepEqual(wrong.refusal.fields?.map(({ field }) => field).toSorted(), [
    'beginn',
    'link',
    'ort',
    'tag',
  ]);
  const past = await w.tue(w.leitung, 'workgroup.session.plan', { gruppe }, { ...termin, tag: '2020-01-02' });
  assert.match(past.ok ? '' : past.refusal.message, /schon vorbei/);
});

test('Kommunen see no draft, strangers see nothing, and only the IT-Dienstleister leads', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await sitzungIn(w);
  const [lemgo] = w.koordination;
  assert.ok(lemgo);
  const reads = async (who: typeof lemgo) => readSitzungBlick(w.deps, await w.wer(who), id);
  assert.equal(codeOf(await reads(lemgo)), 'WORKGROUP_SESSION_UNKNOWN');
  await w.getan(w.leitung, 'workgroup.session.einladen', { id });
  assert.ok((await reads(lemgo)).ok);
  assert.equal(codeOf(await reads(w.fremd)), 'WORKGROUP_SESSION_UNKNOWN');
  assert.deepEqual((await readGruppenBlick(w.deps, await w.wer(w.fremd))).sitze, []);
  assert.equal(
    codeOf(await w.tue(lemgo, 'workgroup.session.absagen', { id }, { grund: 'Warum auch nicht' })),
    'WORKGROUP_NOT_ALLOWED',
  );
  assert.equal(
    codeOf(await w.tue(w.fremd, 'workgroup.session.register', { id }, { teilnahme: 'online' })),
    'WORKGROUP_SESSION_UNKNOWN',
  );
});

test('two who write the minutes at once lose nothing: neither in two notes nor in the same one', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await sitzungIn(w);
  await w.getan(w.leitung, 'workgroup.session.einladen', { id });
  await w.getan(w.leitung, 'workgroup.session.beginnen', { id });
  const [lemgo, detmold] = w.koordination;
  assert.ok(lemgo && detmold);
  const write = (who: typeof lemgo, felder: Record<string, string>) =>
    w.tue(who, 'workgroup.minutes.write', { id }, felder);
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      write(at % 2 === 0 ? lemgo : detmold, { notiz: newId(), grundlage: '0', text: `Satz ${at}` }),
    ),
  );
  assert.equal((await blick(w, id)).notizen.length, 20);
  const note = newId();
  await write(lemgo, { notiz: note, grundlage: '0', text: 'Anfang' });
  const both = await Promise.all([
    write(lemgo, { notiz: note, grundlage: '1', text: 'Anfang, von Lemgo weiter' }),
    write(w.leitung, { notiz: note, grundlage: '1', text: 'Anfang, von der Leitung weiter' }),
  ]);
  assert.equal(both.map(valueIn).filter(({ hinweis }) => hinweis === beideBehalten).length, 1);
  const texts = (await blick(w, id)).notizen.map(({ text }) => text);
  assert.ok(texts.includes('Anfang, von Lemgo weiter') && texts.includes('Anfang, von der Leitung weiter'));
});

test('a note sent twice is one note, saving while typing keeps one note, and hostile text stays text', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await sitzungIn(w);
  await w.getan(w.leitung, 'workgroup.session.einladen', { id });
  await w.getan(w.leitung, 'workgroup.session.beginnen', { id });
  const notiz = newId();
  const write = (felder: Record<string, string>) =>
    w.tue(w.leitung, 'workgroup.minutes.write', { id }, { notiz, ...felder });
  const text = `<script>alert('x')</script> '; drop table workgroup.notiz; --`;
  valueIn(await write({ grundlage: '0', text }));
  assert.equal(valueIn(await write({ grundlage: '0', text })).fassung, 1);
  assert.equal(valueIn(await write({ grundlage: '1', text: `${text} mehr` })).fassung, 2);
  const { notizen } = await blick(w, id);
  assert.deepEqual(
    notizen.map((one) => one.text),
    [`${text} mehr`],
  );
  valueIn(await write({ grundlage: '2', text: '' }));
  assert.equal((await blick(w, id)).notizen.length, 0, 'an emptied note leaves the minutes');
});

test('registration: the last word counts, only in a form that the session has, and only with a seat', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await sitzungIn(w);
  const [lemgo] = w.koordination;
  assert.ok(lemgo);
  await w.getan(w.leitung, 'workgroup.session.einladen', { id });
  await w.getan(lemgo, 'workgroup.session.register', { id }, { teilnahme: 'vor-ort' });
  await w.getan(lemgo, 'workgroup.session.register', { id }, { teilnahme: 'online' });
  assert.deepEqual(
    (await blick(w, id)).anmeldungen.map(({ teilnahme }) => teilnahme),
    ['online'],
  );
  assert.equal(
    codeOf(await w.tue(lemgo, 'workgroup.session.register', { id }, { teilnahme: 'telepathisch' })),
    'WORKGROUP_INVALID',
  );
  const [sitz] = (await blick(w, id)).sitze.filter(({ hausId }) => hausId === lemgo.tenant);
  await w.getan(lemgo, 'workgroup.group.leave', { sitz: sitz?.id ?? '' });
  assert.equal(
    codeOf(await w.tue(lemgo, 'workgroup.session.register', { id }, { teilnahme: 'nein' })),
    'WORKGROUP_NO_SEAT',
  );
});

test('what was said, decided and planned is found among all sessions', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await sitzungIn(w);
  await w.getan(w.leitung, 'workgroup.agenda.add', { id }, { titel: 'Schwarzpulver', minuten: '10' });
  await w.getan(
    w.leitung,
    'workgroup.minutes.write',
    { id },
    { text: 'Kassenzeichen je Hund', grundlage: '0' },
  );
  const [zeile] = await listSitzungen(w.deps, await w.wer(w.leitung));
  assert.match(zeile?.text ?? '', /Schwarzpulver[\s\S]*Kassenzeichen/);
});

test('what names a guest is sealed, and gone on its day', async () => {
  await using w = await openWorkgroupWorld();
  const { gruppe } = await sitzungIn(w);
  const guest = {
    name: 'Runa Geheim',
    haus: 'Digitalbüro',
    email: 'runa@demo.invalid',
    loeschenAm: '2026-12-01',
  };
  await w.getan(w.leitung, 'workgroup.guest.add', { gruppe }, guest);
  const { rows } = await w.world.t.superuser.query(
    'select angaben_sealed::text as sealed from workgroup.gast',
  );
  assert.doesNotMatch(String(rows[0].sealed), new RegExp(Buffer.from('Runa').toString('hex')));
  assert.equal((await readGruppenBlick(w.deps, await w.wer(w.leitung))).gaeste[0]?.name, 'Runa Geheim');
  const [lemgo] = w.koordination;
  assert.ok(lemgo);
  assert.deepEqual((await readGruppenBlick(w.deps, await w.wer(lemgo))).gaeste, []);
  assert.equal(await eraseDueGaeste(w.deps), 0);
  w.turnClock(11 * 86_400);
  assert.equal(await eraseDueGaeste(w.deps), 1);
  assert.deepEqual((await readGruppenBlick(w.deps, await w.wer(w.leitung))).gaeste, []);
  const far = await w.tue(
    w.leitung,
    'workgroup.guest.add',
    { gruppe },
    { ...guest, loeschenAm: '2099-01-01' },
  );
  assert.equal(codeOf(far), 'WORKGROUP_INVALID');
});

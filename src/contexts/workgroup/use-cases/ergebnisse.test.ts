import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, contribute } from '#discussion';
import type { Principal } from '#platform';
import type { BeschlussZiel } from '../deps.ts';
import {
  codeOf,
  openWorkgroupWorld,
  sitzungIn,
  valueIn,
  type WorkgroupWorld,
} from '../testing/workgroup-world.ts';
import { arbeitsgruppeHinweis } from '../web/hinweis.ts';
import { stepBeschluss } from './beschluesse.ts';
import { protokollPdf } from './dateien.ts';
import { madeDokument, makeDokument } from './dokument.ts';
import { readFragen } from './fragen.ts';
import { endSeatsOfLeavers } from './leave-gruppe.ts';
import { addMaterial, openMaterial } from './materialien.ts';
import { readBeschlussBlick } from './read-beschluesse.ts';
import { readSitzungBlick } from './read-sitzung.ts';
import { listAufgaben } from './read-uebersicht.ts';

async function running(w: WorkgroupWorld) {
  const sitzung = await sitzungIn(w);
  await w.getan(w.leitung, 'workgroup.session.einladen', { id: sitzung.id });
  await w.getan(w.leitung, 'workgroup.session.beginnen', { id: sitzung.id });
  return sitzung;
}

function people(w: WorkgroupWorld): readonly [Principal, Principal, Principal] {
  const [a, b, c] = w.koordination;
  assert.ok(a && b && c);
  return [a, b, c];
}

const vorschlag = {
  titel: 'Hund anmelden',
  text: 'Wir führen es ein.',
  gewichtung: 'kommune',
  ziele: 'leistung:L02950',
};

test('a decision is voted on, counted, and shown at what it concerns', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await running(w);
  const [lemgo, detmold, blomberg] = people(w);
  const beschluss = await w.getan(w.leitung, 'workgroup.decision.propose', { id }, vorschlag);
  assert.equal(
    codeOf(await w.tue(lemgo, 'workgroup.decision.vote', { id: beschluss }, { wahl: 'ja' })),
    'WORKGROUP_VOTE_CLOSED',
  );
  await w.getan(w.leitung, 'workgroup.decision.oeffnen', { id: beschluss });
  assert.equal(
    codeOf(await w.tue(w.leitung, 'workgroup.session.abschliessen', { id })),
    'WORKGROUP_INVALID',
    'not while a vote is open',
  );
  await w.getan(lemgo, 'workgroup.decision.vote', { id: beschluss }, { wahl: 'nein' });
  await w.getan(lemgo, 'workgroup.decision.vote', { id: beschluss }, { wahl: 'ja' });
  await w.getan(detmold, 'workgroup.decision.vote', { id: beschluss }, { wahl: 'ja' });
  await w.getan(blomberg, 'workgroup.decision.vote', { id: beschluss }, { wahl: 'nein' });
  assert.equal(
    codeOf(await w.tue(w.leitung, 'workgroup.decision.vote', { id: beschluss }, { wahl: 'ja' })),
    'WORKGROUP_NO_VOTE',
  );
  const live = valueIn(await readBeschlussBlick(w.deps, await w.wer(detmold), beschluss));
  assert.deepEqual(live.stand?.gewichte, { ja: 2, nein: 1, enthaltung: 0 });
  await w.getan(w.leitung, 'workgroup.decision.schliessen', { id: beschluss });
  assert.equal(
    valueIn(await readBeschlussBlick(w.deps, await w.wer(detmold), beschluss)).zustand,
    'angenommen',
  );
  const shown = String(await arbeitsgruppeHinweis(w.deps, detmold, [{ art: 'leistung', id: 'L02950' }]));
  assert.match(shown, /Hund anmelden[\s\S]*angenommen/);
  assert.equal(String(await arbeitsgruppeHinweis(w.deps, w.fremd, [{ art: 'leistung', id: 'L02950' }])), '');
});

test('the context that owns what a decision concerns hears of it in the same transaction, and can undo all', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await running(w);
  const told: string[] = [];
  const [ziel] = w.deps.ziele;
  assert.ok(ziel);
  const listening: BeschlussZiel = {
    ...ziel,
    onBeschluss: async (_, record, { titel, angenommen }) =>
      void told.push(`${record} ${titel} ${angenommen}`),
  };
  const beschluss = await w.getan(w.leitung, 'workgroup.decision.propose', { id }, vorschlag);
  const wer = await w.wer(w.leitung);
  const failing: BeschlussZiel = {
    ...ziel,
    onBeschluss: async () => Promise.reject(new Error('the plan cannot be changed')),
  };
  await assert.rejects(stepBeschluss({ ...w.deps, ziele: [failing] }, wer, beschluss, 'festhalten', {}));
  assert.equal(valueIn(await readBeschlussBlick(w.deps, wer, beschluss)).zustand, 'vorgeschlagen');
  valueIn(await stepBeschluss({ ...w.deps, ziele: [listening] }, wer, beschluss, 'festhalten', {}));
  assert.deepEqual(told, ['L02950 Hund anmelden true']);
  assert.equal(
    codeOf(await w.tue(w.leitung, 'workgroup.decision.propose', { id }, { ...vorschlag, ziele: 'mond:1' })),
    'WORKGROUP_INVALID',
  );
});

test('whoever leaves hands over tasks and questions, and where nobody takes them the lead sees them without an owner', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await running(w);
  const [lemgo, detmold] = people(w);
  const { sitze } = valueIn(await readSitzungBlick(w.deps, await w.wer(w.leitung), id));
  const sitzOf = (who: Principal) => sitze.find(({ hausId }) => hausId === who.tenant)?.id ?? assert.fail();
  await w.getan(
    w.leitung,
    'workgroup.task.add',
    { id },
    { titel: 'Merkblatt schreiben', zustaendig: sitzOf(lemgo), faellig: '2027-01-10' },
  );
  const frage = valueIn(
    await ask(w.deps.discussion, lemgo, {
      zu: 'leistung:L1',
      adressat: 'verbund',
      betreff: 'Wer kennt das?',
      text: 'Bitte.',
    }),
  ).id;
  await w.getan(w.leitung, 'workgroup.question.assign', { id: frage }, { zustaendig: sitzOf(lemgo) });
  assert.equal(
    codeOf(await w.tue(detmold, 'workgroup.group.leave', { sitz: sitzOf(lemgo) })),
    'WORKGROUP_SEAT_UNKNOWN',
  );
  const left = valueIn(
    await w.tue(lemgo, 'workgroup.group.leave', { sitz: sitzOf(lemgo) }, { nachfolge: sitzOf(detmold) }),
  );
  assert.match(left.hinweis ?? '', /1 Aufgabe und 1 Frage gingen an Detmold/);
  const owner = async () => {
    const wer = await w.wer(w.leitung);
    const [task] = await listAufgaben(w.deps, wer);
    const { fragen } = await readFragen(w.deps, wer);
    return [task?.zustaendigName, fragen[0]?.zustaendigName, fragen[0]?.liste];
  };
  assert.deepEqual(await owner(), ['Detmold', 'Detmold', 'tagesordnung']);
  const [member] = [detmold.actor.slice('mitglied:'.length)];
  await w.world.t.superuser.query(
    "update identity.member set state = 'removed', roles = '{}', email_sealed = null, email_index = null, password_hash = null, totp_sealed = null where id = $1",
    [member],
  );
  assert.equal(await endSeatsOfLeavers(w.deps), 1);
  assert.equal(await endSeatsOfLeavers(w.deps), 0);
  assert.deepEqual(await owner(), [null, null, 'tagesordnung']);
});

test('an unanswered question is on the next agenda by itself until it is answered, then in the answers and at its record', async () => {
  await using w = await openWorkgroupWorld();
  const [lemgo, detmold] = people(w);
  const frage = valueIn(
    await ask(w.deps.discussion, lemgo, {
      zu: 'leistung:L02950',
      adressat: 'verbund',
      betreff: 'Wie geht das Kassenzeichen?',
      text: 'Bitte sagen.',
    }),
  ).id;
  const of = async (who = w.leitung) =>
    (await readFragen(w.deps, await w.wer(who))).fragen.find(({ id }) => id === frage);
  assert.equal(await of(), undefined, 'before there is a group, the question is one of the circle alone');
  const { gruppe, id } = await running(w);
  assert.deepEqual([(await of())?.liste, (await of())?.sitzungId], ['tagesordnung', id]);
  await w.getan(w.leitung, 'workgroup.session.abschliessen', { id });
  assert.deepEqual([(await of())?.liste, (await of())?.vertagt], ['ohne-termin', 1]);
  const next = await w.getan(
    w.leitung,
    'workgroup.session.plan',
    { gruppe },
    {
      titel: 'Frühjahr',
      tag: '2027-03-11',
      beginn: '09:30',
      ende: '12:00',
      form: 'online',
      ort: '',
      link: 'https://k.example/a',
    },
  );
  const blick = valueIn(await readSitzungBlick(w.deps, await w.wer(w.leitung), next));
  assert.deepEqual(
    blick.fragen.map(({ id: one }) => one),
    [frage],
  );
  const held = valueIn(await readSitzungBlick(w.deps, await w.wer(lemgo), id));
  assert.deepEqual(
    held.behandelt.map(({ betreff, zustand }) => [betreff, zustand]),
    [['Wie geht das Kassenzeichen?', 'offen']],
  );
  valueIn(
    await contribute(w.deps.discussion, w.leitung, frage, {
      art: 'antwort',
      text: 'Mit dem Sammelkassenzeichen.',
    }),
  );
  assert.deepEqual(
    [(await of(detmold))?.liste, (await of(detmold))?.antwort?.text],
    ['antworten', 'Mit dem Sammelkassenzeichen.'],
  );
  assert.match(
    String(await arbeitsgruppeHinweis(w.deps, detmold, [{ art: 'leistung', id: 'L02950' }])),
    /Sammelkassenzeichen/,
  );
  assert.equal(
    codeOf(await w.tue(w.leitung, 'workgroup.question.assign', { id: frage }, { zustaendig: '' })),
    'WORKGROUP_STATE',
  );
});

test('a file of a session is sealed, read by its members and by nobody else, and gone when deleted', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await running(w);
  const [lemgo] = people(w);
  const bytes = Buffer.from('%PDF-1.7 Unterlage der Sitzung');
  const wer = await w.wer(w.leitung);
  const file = valueIn(
    await addMaterial(w.deps, wer, id, {
      fileName: '../../Unterlage\r\n.pdf',
      bytes,
      scanned: null,
      punkt: '',
    }),
  );
  const { rows } = await w.world.t.superuser.query('select inhalt, name from workgroup.material');
  assert.ok(!rows[0].inhalt.includes('Unterlage'));
  assert.equal(rows[0].name, 'Unterlage .pdf');
  assert.deepEqual(valueIn(await openMaterial(w.deps, await w.wer(lemgo), file.id)).inhalt, bytes);
  assert.equal(codeOf(await openMaterial(w.deps, await w.wer(w.fremd), file.id)), 'WORKGROUP_FILE_UNKNOWN');
  const strange = { fileName: 'x.exe', bytes: Buffer.from('MZ'), scanned: null, punkt: '' };
  assert.equal(codeOf(await addMaterial(w.deps, wer, id, strange)), 'WORKGROUP_INVALID');
  const lost = { fileName: 'x.pdf', bytes, scanned: null, punkt: file.id };
  assert.equal(
    codeOf(await addMaterial(w.deps, wer, id, lost)),
    'WORKGROUP_INVALID',
    'no item of this agenda',
  );
  await w.getan(w.leitung, 'workgroup.agenda.add', { id }, { titel: 'Haushalt', minuten: '10' });
  const blick = async () => valueIn(await readSitzungBlick(w.deps, wer, id));
  const [punkt] = (await blick()).punkte;
  assert.ok(punkt);
  const own = valueIn(await addMaterial(w.deps, wer, id, { ...lost, punkt: punkt.id }));
  assert.equal((await blick()).materialien.find((one) => one.id === own.id)?.punktId, punkt.id);
  await w.getan(w.leitung, 'workgroup.material.remove', { id: file.id });
  assert.equal(codeOf(await openMaterial(w.deps, await w.wer(lemgo), file.id)), 'WORKGROUP_FILE_UNKNOWN');
});

test('the minutes are a tagged PDF that the worker makes once for each state of them', async () => {
  await using w = await openWorkgroupWorld();
  const { id } = await running(w);
  await w.getan(w.leitung, 'workgroup.minutes.write', { id }, { text: 'Es wurde beraten.', grundlage: '0' });
  const wer = await w.wer(w.leitung);
  const ordered = valueIn(await protokollPdf(w.deps, wer, id));
  assert.equal(ordered.inhalt, null);
  await makeDokument(w.deps, wer.tenant, ordered.name);
  const file = await madeDokument(w.deps, wer, ordered.name);
  const text = file?.toString('latin1') ?? '';
  assert.match(text, /^%PDF-1\.7/);
  for (const mark of ['/StructTreeRoot', '/MarkInfo', '/Lang (de-DE)', '/S /H1', '/S /Document'])
    assert.ok(text.includes(mark), mark);
  assert.ok(valueIn(await protokollPdf(w.deps, wer, id)).inhalt, 'the same state is made once');
  await w.getan(w.leitung, 'workgroup.minutes.write', { id }, { text: 'Noch ein Satz.', grundlage: '0' });
  assert.equal(valueIn(await protokollPdf(w.deps, wer, id)).inhalt, null);
});

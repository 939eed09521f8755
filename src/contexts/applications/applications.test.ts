import assert from 'node:assert/strict';
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSubmission, rotateReceivingKey } from '#delivery';
import type { PageRequest } from '#platform';
import { findInDatabase, findInFiles } from '../delivery/testing/canary.ts';
import {
  type ApplicationsWorld,
  openApplicationsWorld,
  setParameter,
  suspend,
  valueIn,
} from './testing/applications-world.ts';
import {
  actionOf,
  begun,
  citizenOf,
  codeOf,
  filled,
  htmlOf,
  submitted,
  targetOf,
} from './testing/citizen.ts';
import { antragCounts } from './use-cases/count-antraege.ts';
import { recordStatus } from './use-cases/record-status.ts';

const nummerIn = (html: string): string => /LW-2026-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(html)?.[0] ?? '';

async function counts(world: ApplicationsWorld): Promise<readonly number[]> {
  const [row] = await world.owner(`select (select count(*)::int from applications.antrag) as antraege,
    (select count(*)::int from delivery.submission) as sent, (select count(*)::int from applications.entwurf) as drafts`);
  return [Number(row?.['antraege']), Number(row?.['sent']), Number(row?.['drafts'])];
}

test('somebody applies without an account in a few pages, leaves, comes back by the link, and gets a receipt', async () => {
  await using world = await openApplicationsWorld();
  const phone = citizenOf(world, world.lemgo);
  const start = await htmlOf(await phone.get('/antrag/hund-anmelden'));
  assert.match(start, /Sie brauchen kein Konto/);
  assert.match(start, /heute begonnen also am 21\.12\.2026/);
  const own = await begun(phone);
  const action = await actionOf(await phone.get(`${own}/seite/einordnung`), '/seite/');
  targetOf(await phone.post(action, { einordnung: 'nein' }));

  const link = /http:\/\/lemgo\.localhost:8080(\/antrag\/weiter\/[\w-]{43})/.exec(
    await htmlOf(await phone.get(`${own}/link`)),
  )?.[1];
  assert.ok(link);
  const laptop = citizenOf(world, world.lemgo);
  assert.equal(targetOf(await laptop.get(link)), own, 'a clean address');
  assert.equal(targetOf(await laptop.get(own)), `${own}/seite/hunde`);
  await filled(laptop, own);
  const check = await htmlOf(await laptop.get(`${own}/pruefen`));
  assert.match(check, /Bello/);
  assert.match(check, /100,01/);
  assert.match(check, /Zahlen müssen Sie jetzt nichts/);
  assert.equal(await submitted(laptop, own), `${own}/quittung`);
  const receipt = await htmlOf(await laptop.get(`${own}/quittung`));
  assert.ok(nummerIn(receipt));
  assert.match(receipt, /Daten gelöscht spätestens am/);
  assert.match(receipt, /19\.02\.2028/);
  const status = await laptop.get(own);
  assert.match(await htmlOf(status), /Zahlung nach Bescheid/);
  assert.equal(status.kind === 'page' && status.content.title, 'Hund anmelden: Eingereicht');
  assert.match(await htmlOf(await laptop.get(`${own}/angaben`)), /Dackel/);
  assert.deepEqual(await counts(world), [1, 1, 0]);
  assert.deepEqual(
    [...(await antragCounts(world.deps, [world.lemgo.tenant, world.detmold.tenant]))],
    [['hund-anmelden', 1]],
  );
});

test('what arrives at the office is readable there and says what was applied for', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await filled(citizen, own);
  await submitted(citizen, own);
  const [row] = await world.owner('select nummer, submission_id from applications.antrag');
  const { tenant, actor } = world.office;
  const opened = await world.deps.db.withTenant(tenant, actor, (tx) =>
    openSubmission(tx, world.delivery, tenant, String(row?.['submission_id'])),
  );
  const data = JSON.parse(Buffer.from(valueIn(opened).data).toString());
  assert.equal(data.format, 'leitwerk/antrag@1');
  assert.equal(data.nummer, row?.['nummer']);
  assert.deepEqual(data.leistungen, [{ leika: '99102013002000', office: 'steueramt' }]);
  assert.equal(data.antworten.nachname, 'Muster');
  assert.equal(data.gebuehr.yearlyCents + data.gebuehr.onceCents, 10_001);
});

test('sending twice, also at once, makes one Antrag and leads to the same receipt', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await filled(citizen, own);
  const action = await actionOf(await citizen.get(`${own}/pruefen`), '/absenden');
  const all = await Promise.all([1, 2, 3, 4].map(() => citizen.post(action)));
  for (const answer of [...all, await citizen.post(action)])
    assert.equal(targetOf(answer), `${own}/quittung`);
  assert.deepEqual(await counts(world), [1, 1, 0]);
  assert.equal(targetOf(await citizen.get(`${own}/seite/person`)), own, 'an old tab leads to the Antrag');
  assert.equal(targetOf(await citizen.get(`${own}/pruefen`)), own);
});

test('two tabs never overwrite each other silently', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  const page = await citizen.get(`${own}/seite/einordnung`);
  const [first, second] = [await actionOf(page, '/seite/'), await actionOf(page, '/seite/')];
  targetOf(await citizen.post(first, { einordnung: 'nein' }));
  assert.equal(
    targetOf(await citizen.post(second, { einordnung: 'nein' })),
    `${own}/seite/hunde`,
    'twice the same',
  );
  const late = await citizen.post(second, { einordnung: 'unsicher' });
  assert.equal(late.kind === 'page' && late.status, 409);
  const html = await htmlOf(late);
  assert.match(html, /In einem anderen Fenster/);
  assert.match(html, /value="unsicher" checked/, 'what was typed is still there');
  assert.match(await htmlOf(await citizen.get(`${own}/seite/einordnung`)), /value="nein" checked/);
  targetOf(await citizen.post(await actionOf(late, '/seite/'), { einordnung: 'unsicher' }));
  assert.match(await htmlOf(await citizen.get(`${own}/seite/einordnung`)), /value="unsicher" checked/);

  await filled(citizen, own);
  const old = await actionOf(await citizen.get(`${own}/pruefen`), '/absenden');
  const edit = await actionOf(await citizen.get(`${own}/seite/person`), '/seite/');
  targetOf(await citizen.post(edit, { ...personForm, vorname: 'Anna' }));
  const stale = await citizen.post(old);
  assert.equal(stale.kind === 'page' && stale.status, 409);
  assert.match(await htmlOf(stale), /Anna/);
  assert.deepEqual(await counts(world), [0, 0, 1]);
});

const personForm = {
  vorname: 'Erika',
  nachname: 'Muster',
  geburtsdatum: '1980-02-29',
  'anschrift.street': 'Mittelstr.',
  'anschrift.number': '12a',
  'anschrift.plz': '32657',
  'anschrift.city': 'Lemgo',
};

test('forged, expired, foreign and deleted links get one and the same refusal', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  const token = citizen.cookies.get(world.deps.cookieName) ?? '';
  const stranger = () => citizenOf(world, world.lemgo);
  const links = [
    `/antrag/weiter/${'A'.repeat(43)}`,
    '/antrag/weiter/kurz',
    `/antrag/weiter/${token}x`,
    `/antrag/weiter/${'%00'.repeat(20)}`,
  ];
  for (const link of links) assert.equal(codeOf(await stranger().get(link)), 'ANTRAG_LINK_INVALID', link);
  for (const path of ['', '/seite/hunde', '/pruefen', '/link', '/quittung', '/angaben', '/quittung.pdf']) {
    const answer = await stranger().get(`${own}${path}`);
    if (answer.kind === 'redirect')
      assert.equal(codeOf(await stranger().get(answer.to)), 'ANTRAG_LINK_INVALID');
    else assert.equal(codeOf(answer), 'ANTRAG_LINK_INVALID', path);
  }
  const elsewhere = citizenOf(world, world.detmold);
  assert.equal(codeOf(await elsewhere.get(`/antrag/weiter/${token}`)), 'ANTRAG_LINK_INVALID');
  world.turnClock(30);
  assert.equal(codeOf(await stranger().get(`/antrag/weiter/${token}`)), 'ANTRAG_LINK_INVALID');
});

test('pages out of order lead to where something is missing; hostile posts change nothing', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  for (const page of ['erklaerung', 'gibt-es-nicht', '__proto__'])
    assert.equal(targetOf(await citizen.get(`${own}/seite/${page}`)), `${own}/seite/einordnung`, page);
  const far = await citizen.post(`${own}/seite/person?stand=1`, { vorname: 'X' });
  assert.equal(targetOf(far), `${own}/seite/einordnung`);
  const wrong = await citizen.post(`${own}/seite/einordnung?stand=1`, { einordnung: 'x'.repeat(100_000) });
  assert.equal(wrong.kind === 'page' && wrong.status, 422);
  assert.equal(wrong.kind === 'page' && wrong.content.error, true);
  const rows = await citizen.post(`${own}/seite/einordnung?stand=2`, { __proto__: 'x', constructor: 'y' });
  assert.equal(rows.kind, 'page');
  const submit = await citizen.post(`${own}/absenden?stand=3`);
  assert.match(await htmlOf(submit), /Es fehlen noch Angaben/);
  assert.equal(codeOf(await citizen.get('/antrag/unbekannt')), 'DIENST_NOT_OFFERED');
  assert.equal(
    codeOf(await citizenOf(world, world.detmold).post('/antrag/hund-anmelden')),
    'DIENST_NOT_OFFERED',
  );
});

test('a dog under § 10 leads out of the form, and rows are added and removed without script', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  const exit = await citizen.post(`${own}/seite/einordnung?stand=1`, { einordnung: 'rasse' });
  assert.equal(targetOf(exit), `${own}/seite/erlaubnis-bestimmte-rasse`);
  assert.match(await htmlOf(await citizen.get(targetOf(exit))), /Erlaubnis/);
  assert.equal(targetOf(await citizen.get(`${own}/pruefen`)), targetOf(exit));
  targetOf(await citizen.post(`${own}/seite/einordnung?stand=2`, { einordnung: 'nein' }));
  const two = await citizen.post(`${own}/seite/hunde?stand=3`, {
    'hunde.n': '1',
    'hunde.0.key': '1',
    'hunde.0.name': 'Bello',
    _action: 'add:hunde',
  });
  assert.equal(targetOf(two), `${own}/seite/hunde?fokus=hunde.1`);
  assert.match(await htmlOf(await citizen.get(targetOf(two))), /name="hunde\.1\.name"/);
});

test('a service that rests while someone fills it in keeps the draft and says why; later it goes on', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await filled(citizen, own);
  const action = await actionOf(await citizen.get(`${own}/pruefen`), '/absenden');
  await suspend(world, 'Das Steueramt zieht um.');
  const refused = await citizen.post(action);
  assert.equal(codeOf(refused), 'DIENST_SUSPENDED');
  assert.match(refused.kind === 'refusal' ? refused.refusal.message : '', /zieht um.*bleibt gespeichert/);
  assert.match(await htmlOf(await citizen.get(`${own}/seite/person`)), /zieht um/);
  assert.equal(codeOf(await citizen.post('/antrag/hund-anmelden')), 'DIENST_SUSPENDED');
  await suspend(world, null);
  assert.equal(targetOf(await citizen.post(action)), `${own}/quittung`);
});

test('a receiving key that expired loses nothing, and goes on with the next one', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await filled(citizen, own);
  const action = await actionOf(await citizen.get(`${own}/pruefen`), '/absenden');
  await world.owner(
    `update delivery.zustellpunkt_key set valid_to = '2026-11-20', valid_from = '2026-11-01'`,
  );
  assert.equal(codeOf(await citizen.post(action)), 'RECEIVING_KEY_EXPIRED');
  assert.deepEqual(await counts(world), [0, 0, 1]);
  valueIn(await rotateReceivingKey(world.delivery, world.office, world.zustellpunkt));
  assert.equal(targetOf(await citizen.post(action)), `${own}/quittung`);
});

test('the amounts of the day of arrival count, whatever was shown before', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await filled(citizen, own);
  assert.match(await htmlOf(await citizen.get(`${own}/pruefen`)), /100,01/);
  const higher = [{ klasse: 'normal', abHunden: 1, betrag: 20_002 }];
  await setParameter(world.owner, world.lemgo, 'hund-anmelden', 'hundesteuer', higher, '2026-11-22');
  assert.match(await htmlOf(await citizen.get(`${own}/pruefen`)), /100,01/);
  world.turnClock(1);
  await submitted(citizen, own);
  assert.match(await htmlOf(await citizen.get(`${own}/quittung`)), /200,02/);
});

test('authority and applicant write to each other; only the link opens the question, and sending twice counts once', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await filled(citizen, own);
  await submitted(citizen, own);
  const nummer = nummerIn(await htmlOf(await citizen.get(`${own}/quittung`)));
  const { tenant, actor } = world.office;
  const tell = (schritt: 'bearbeiten' | 'rueckfragen' | 'entscheiden', id: string, text?: string) =>
    world.deps.db.withTenant(tenant, actor, (tx) =>
      recordStatus(tx, world.deps.clock, tenant, { id, nummer, schritt, text: text ?? null }),
    );
  valueIn(await tell('bearbeiten', '00000000-0000-4000-8000-000000000001'));
  const question = [
    'rueckfragen',
    '00000000-0000-4000-8000-000000000002',
    'Welche Farbe hat Bello wirklich?',
  ] as const;
  valueIn(await tell(...question));
  valueIn(await tell(...question));
  const asked = await htmlOf(await citizen.get(own));
  assert.equal(asked.split('Welche Farbe').length, 2);
  const kennung = '00000000-0000-4000-8000-000000000003';
  const form = { kennung, text: 'Braun mit Weiß' };
  assert.equal(targetOf(await citizen.post(`${own}/nachricht`, form)), `${own}?gesendet`);
  assert.equal(targetOf(await citizen.post(`${own}/nachricht`, form)), `${own}?gesendet`);
  assert.deepEqual(
    world.told.map(({ art, text, nummer: of }) => [art, text, of]),
    [['nachricht', 'Braun mit Weiß', nummer]],
  );
  const empty = await citizen.post(`${own}/nachricht`, { kennung, text: ' ' });
  assert.equal(empty.kind === 'page' && empty.status, 422);
  const contact = {
    kennung: '00000000-0000-4000-8000-000000000004',
    telefon: '0171 1',
    email: '',
    anschrift: 'Neue Str. 1\r\n32657 Lemgo',
  };
  targetOf(await citizen.post(`${own}/kontakt`, contact));
  assert.equal(world.told[1]?.text, 'Telefon: 0171 1\nAnschrift: Neue Str. 1, 32657 Lemgo');
  valueIn(await tell('entscheiden', '00000000-0000-4000-8000-000000000005'));
  const decided = await citizen.get(own);
  assert.equal(
    decided.kind === 'page' && decided.content.lead,
    'Über Ihren Antrag wurde entschieden. Der Bescheid kommt mit der Post.',
  );
  assert.match(await htmlOf(decided), /19\.02\.2027/, '90 days after the decision');
  assert.equal(codeOf(await citizen.post(`${own}/zuruecknehmen`, { kennung, sicher: 'ja' })), 'ANTRAG_STATE');
});

test('an Antrag is withdrawn once its applicant has confirmed, and the authority learns of it', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await filled(citizen, own);
  await submitted(citizen, own);
  const kennung = '00000000-0000-4000-8000-000000000001';
  const unsure = await citizen.post(`${own}/zuruecknehmen`, { kennung });
  assert.match(await htmlOf(unsure), /Bitte bestätigen Sie/);
  assert.equal(
    targetOf(await citizen.post(`${own}/zuruecknehmen`, { kennung, sicher: 'ja' })),
    `${own}?zurueckgezogen`,
  );
  assert.deepEqual(
    world.told.map(({ art }) => art),
    ['ruecknahme'],
  );
  assert.doesNotMatch(await htmlOf(await citizen.get(own)), /\/nachricht"/);
});

test('the link is mailed from the request, with no trace of it or of the address in the database', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  const token = citizen.cookies.get(world.deps.cookieName) ?? '';
  const wrong = await citizen.post(`${own}/link`, { email: 'a@b.de, c@d.de' });
  assert.equal(wrong.kind === 'page' && wrong.status, 422);
  targetOf(await citizen.post(`${own}/link`, { email: 'erika-kanarie@muster.example' }));
  assert.equal(world.mails[0]?.to, 'erika-kanarie@muster.example');
  assert.ok(world.mails[0]?.text.includes(`http://lemgo.localhost:8080/antrag/weiter/${token}`));
  assert.deepEqual(await findInDatabase(world.t.superuser, 'erika-kanarie'), []);
  assert.deepEqual(await findInDatabase(world.t.superuser, token), []);
  targetOf(await citizen.post(`${own}/abmelden`));
  assert.equal(citizen.cookies.size, 0);
});

test('a marker in answers, file, messages and question is found in no table and in no file', async () => {
  await using world = await openApplicationsWorld();
  const marker = 'Kanarienvogel-Möwe-7731';
  const citizen = citizenOf(world, world.lemgo);
  const left = await begun(citizen);
  await filled(citizen, left, { nachname: marker, 'hunde.0.name': marker });
  const own = await begun(citizen);
  await withLargeDog(world, citizen, own, marker);
  await submitted(citizen, own);
  const text = `Hier steht ${marker}.`;
  targetOf(await citizen.post(`${own}/nachricht`, { kennung: '00000000-0000-4000-8000-000000000001', text }));
  const nummer = nummerIn(await htmlOf(await citizen.get(`${own}/quittung`)));
  const { tenant, actor } = world.office;
  const news = { id: '00000000-0000-4000-8000-000000000002', nummer, schritt: 'rueckfragen', text } as const;
  valueIn(
    await world.deps.db.withTenant(tenant, actor, (tx) => recordStatus(tx, world.deps.clock, tenant, news)),
  );
  targetOf(await citizen.post(`${own}/quittung.pdf`));
  assert.match(await htmlOf(await citizen.get(own)), /Kanarienvogel/);
  assert.deepEqual(await findInDatabase(world.t.superuser, marker), []);
  assert.deepEqual(findInFiles(join(world.folder, 'blobs'), marker), []);
  assert.deepEqual(findInFiles(world.folder, marker), []);
});

/** A file as the door hands it over. */
function uploadOf(world: ApplicationsWorld, fileName: string, content: string) {
  const path = join(world.folder, `upload-${fileName}`);
  writeFileSync(path, content);
  return { fileName, path, bytes: Buffer.byteLength(content), open: () => createReadStream(path) };
}

function uploads(field: string, ...files: readonly ReturnType<typeof uploadOf>[]): PageRequest['uploads'] {
  return new Map([[field, files]]);
}

/** „Hund anmelden“ for a dog of 62 cm, with both proofs attached. */
async function withLargeDog(
  world: ApplicationsWorld,
  citizen: ReturnType<typeof citizenOf>,
  own: string,
  marker: string,
) {
  const send = async (
    page: string,
    form: Readonly<Record<string, string>>,
    files?: PageRequest['uploads'],
  ) => {
    const action = await actionOf(await citizen.get(`${own}/seite/${page}`), '/seite/');
    return citizen.post(action, form, files);
  };
  targetOf(await send('einordnung', { einordnung: 'nein' }));
  const dog = {
    'hunde.n': '1',
    'hunde.0.key': '1',
    'hunde.0.name': marker,
    'hunde.0.rasse': 'Schäferhund',
    'hunde.0.geschlecht': 'maennlich',
    'hunde.0.geboren': '2024-01-05',
    'hunde.0.farbe': 'braun',
    'hunde.0.hoehe': '62',
    'hunde.0.gewicht': '35',
    'hunde.0.chip': '276098106123456',
    'hunde.0.seit': '2026-11-01',
  };
  targetOf(await send('hunde', dog));
  targetOf(await send('weitere-hunde', { angemeldete: '0' }));
  targetOf(await send('sachkunde', { sachkunde: 'jagd' }));
  const fake = uploadOf(world, 'nachweis.pdf', `<script>${marker}</script>\x00`);
  const refused = await send('sachkunde-nachweis', {}, uploads('sachkundeNachweis', fake));
  assert.match(await htmlOf(refused), /nicht die richtige Art/);
  writeFileSync(fake.path, '');
  const none = await send(
    'sachkunde-nachweis',
    {},
    uploads('gibtEsNicht', uploadOf(world, 'x.pdf', '%PDF-1.7')),
  );
  assert.equal(codeOf(none), 'UPLOAD_NOT_ASKED');
  const proof = uploadOf(world, 'beleg.pdf', `%PDF-1.7 ${marker} ${'x'.repeat(100_000)}`);
  targetOf(await send('sachkunde-nachweis', {}, uploads('sachkundeNachweis', proof)));
  assert.ok(
    readFileSync(proof.path).every((byte) => byte === 0),
    'the door’s own file is overwritten',
  );
  const insurance = uploadOf(world, 'police.pdf', `%PDF-1.7 ${marker}`);
  targetOf(
    await send(
      'haftpflicht',
      { versicherer: 'V', police: '1', versichert: 'ja', zuverlaessig: 'ja' },
      uploads('versicherungNachweis', insurance),
    ),
  );
  targetOf(await send('ermaessigung', { ermaessigung: 'nein' }));
  targetOf(await send('person', personForm));
  targetOf(await send('zahlung', { zahlweise: 'ueberweisung' }));
  targetOf(await send('erklaerung', { richtig: 'ja' }));
}

test('attachments reach the office as they were; a file taken away goes at once', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await withLargeDog(world, citizen, own, 'Rex');
  const page = await citizen.get(`${own}/seite/sachkunde-nachweis`);
  const remove = /value="(file:sachkundeNachweis:[^"]+)"/.exec(await htmlOf(page))?.[1] ?? '';
  const action = await actionOf(page, '/seite/');
  targetOf(await citizen.post(action, { _action: remove }));
  assert.equal((await world.owner('select from delivery.attachment')).length, 1);
  const again = uploads('sachkundeNachweis', uploadOf(world, 'neu.pdf', '%PDF-1.7 neu'));
  targetOf(
    await citizen.post(
      await actionOf(await citizen.get(`${own}/seite/sachkunde-nachweis`), '/seite/'),
      {},
      again,
    ),
  );
  await submitted(citizen, own);
  const [row] = await world.owner('select submission_id from applications.antrag');
  const { tenant, actor } = world.office;
  const opened = valueIn(
    await world.deps.db.withTenant(tenant, actor, (tx) =>
      openSubmission(tx, world.delivery, tenant, String(row?.['submission_id'])),
    ),
  );
  assert.deepEqual(opened.metadata.contentStructure.attachments.map(({ filename }) => filename).toSorted(), [
    'neu.pdf',
    'police.pdf',
  ]);
});

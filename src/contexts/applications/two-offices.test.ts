import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeZustellpunkt, openSubmission } from '#delivery';
import { gesamtzustand } from './domain/gesamtzustand.ts';
import { istAbgeschlossen, type Zustand, zustaende } from './domain/zustand.ts';
import {
  type ApplicationsWorld,
  counts,
  openApplicationsWorld,
  valueIn,
} from './testing/applications-world.ts';
import { antragCounts } from './use-cases/count-antraege.ts';
import { maintainApplications } from './use-cases/maintain-applications.ts';
import { applicationHandlers, receiptRequested } from './use-cases/make-receipt.ts';
import { recordScan } from './use-cases/record-scan.ts';
import { recordStatus, type StatusNews } from './use-cases/record-status.ts';
import {
  actionOf,
  begun,
  type Citizen,
  citizenOf,
  htmlOf,
  nummerIn,
  submitted,
  targetOf,
} from './web/testing/citizen.ts';
import { withLargeDog } from './web/testing/large-dog.ts';

interface Filed {
  readonly citizen: Citizen;
  readonly own: string;
  readonly nummer: string;
  readonly tax: string;
  readonly order: string;
}

/** An Antrag for a dog of 62 cm, as it lies at both offices. */
async function filed(world: ApplicationsWorld): Promise<Filed> {
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await withLargeDog(citizen, own, 'Wolke');
  await submitted(citizen, own);
  const rows = await world.owner('select submission_id from applications.sendung order by nr');
  const [tax = '', order = ''] = rows.map((row) => String(row.submission_id));
  const nummer = nummerIn(await htmlOf(await citizen.get(`${own}/quittung`)));
  return { citizen, own, nummer, tax, order };
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function tell(world: ApplicationsWorld, news: Omit<StatusNews, 'id'>, n: number) {
  const { tenant, actor } = world.office;
  return world.deps.db.withTenant(tenant, actor, (tx) =>
    recordStatus(tx, world.deps.clock, { id: id(n), ...news }),
  );
}

async function openedAt(world: ApplicationsWorld, submission: string) {
  const { tenant, actor } = world.office;
  const opened = valueIn(
    await world.deps.db.withTenant(tenant, actor, (tx) =>
      openSubmission(tx, world.delivery, tenant, submission),
    ),
  );
  return { ...opened, text: Buffer.from(opened.data).toString() };
}

test('an Antrag for a large dog goes to both offices, each with its own part, under one number and in one step', async () => {
  await using world = await openApplicationsWorld();
  const { citizen, own, nummer, tax, order } = await filed(world);
  assert.deepEqual(await counts(world), [1, 2, 0]);
  const [taxed, ordered] = [await openedAt(world, tax), await openedAt(world, order)];
  assert.deepEqual(
    [taxed, ordered].map(({ text }) => JSON.parse(text).leistungen),
    [
      [{ leika: '99102013002000', office: 'steueramt' }],
      [{ leika: '99110009104000', office: 'ordnungsamt' }],
    ],
  );
  assert.ok([taxed, ordered].every(({ text }) => JSON.parse(text).nummer === nummer));
  assert.deepEqual(
    [taxed, ordered].map(({ metadata }) => metadata.additionalReferenceInfo?.senderReference),
    [nummer, `${nummer}-2`],
  );
  assert.doesNotMatch(taxed.text, /Versicherungsschein/);
  assert.doesNotMatch(ordered.text, /zahlweise/);
  assert.equal(taxed.submission.zustellpunkt, world.zustellpunkt);
  assert.equal(ordered.submission.zustellpunkt, world.ordnungsamt);
  assert.deepEqual(
    [taxed, ordered].map(({ attachments }) => attachments.length),
    [0, 2],
  );
  for (const attachment of ordered.attachments) assert.ok((await attachment.open()).ok);
  assert.deepEqual(
    [...(await antragCounts(world.deps, [world.lemgo.tenant]))],
    [['hund-anmelden', 1]],
    'one Antrag, whatever the number of offices',
  );
  const page = await htmlOf(await citizen.get(own));
  assert.match(
    page,
    /Hundesteuer Festsetzung.*Steueramt.*Eingereicht.*Hundehaltung Anmeldung.*Ordnungsamt.*Eingereicht/s,
  );
  const receipt = await htmlOf(await citizen.get(`${own}/quittung`));
  assert.match(receipt, /Steueramt: Hundesteuer Festsetzung.*Ordnungsamt: Hundehaltung Anmeldung/s);
  assert.match(receipt, /Zahlung nach Bescheid/);
});

test('the check page names both offices before anything is sent', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await withLargeDog(citizen, own, 'Wolke');
  assert.match(
    await htmlOf(await citizen.get(`${own}/pruefen`)),
    /geht an 2 Stellen: Steueramt, Ordnungsamt/,
  );
});

test('sent at once several times, two offices get one submission each', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await withLargeDog(citizen, own, 'Wolke');
  const action = await actionOf(await citizen.get(`${own}/pruefen`), '/absenden');
  for (const answer of await Promise.all([1, 2, 3, 4].map(() => citizen.post(action))))
    assert.equal(targetOf(answer), `${own}/quittung`);
  assert.deepEqual(await counts(world), [1, 2, 0]);
});

test('where one of the offices cannot receive, nobody gets anything and the draft stays', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await withLargeDog(citizen, own, 'Wolke');
  const action = await actionOf(await citizen.get(`${own}/pruefen`), '/absenden');
  valueIn(await changeZustellpunkt(world.delivery, world.office, world.ordnungsamt, 'suspend'));
  const closed = await citizen.post(action);
  assert.equal(closed.kind === 'page' && closed.status, 503);
  assert.match(await htmlOf(closed), /Noch nicht abgeschickt.*nimmt hier zurzeit keine Anträge an/s);
  assert.deepEqual(await counts(world), [0, 0, 1]);
  valueIn(await changeZustellpunkt(world.delivery, world.office, world.ordnungsamt, 'resume'));
  assert.equal(targetOf(await citizen.post(action)), `${own}/quittung`);
  assert.deepEqual(await counts(world), [1, 2, 0]);
});

test('a question is answered to the office that asked, contact data go to all, each office ends for itself', async () => {
  await using world = await openApplicationsWorld();
  const { citizen, own, nummer, tax, order } = await filed(world);
  valueIn(
    await tell(
      world,
      { nummer: `${nummer}-2`, submission: order, schritt: 'rueckfragen', text: 'Welcher Chip?' },
      1,
    ),
  );
  const asked = await citizen.get(own);
  assert.equal(asked.kind === 'page' && asked.content.title, 'Hund anmelden: Rückfrage');
  assert.match(await htmlOf(asked), /Rückfrage der Stelle \(Ordnungsamt\)/);
  assert.match(await htmlOf(asked), /value="2" checked/, 'the office that asked is chosen');
  targetOf(await citizen.post(`${own}/nachricht`, { kennung: id(2), text: 'Dieser', stelle: '2' }));
  targetOf(await citizen.post(`${own}/kontakt`, { kennung: id(3), telefon: '0171 1' }));
  assert.deepEqual(
    world.told.map(({ art, submissionId }) => [art, submissionId]),
    [
      ['nachricht', order],
      ['kontakt', tax],
      ['kontakt', order],
    ],
  );
  assert.equal(
    new Set(world.told.map((news) => news.id)).size,
    3,
    'each office knows the news by an id of its own',
  );
  valueIn(await tell(world, { nummer, submission: tax, schritt: 'entscheiden' }, 4));
  const half = await citizen.get(own);
  assert.equal(half.kind === 'page' && half.content.title, 'Hund anmelden: In Bearbeitung');
  assert.match(await htmlOf(half), /19\.02\.2028/, 'the deletion day waits for the second office');
  targetOf(
    await citizen.post(`${own}/zuruecknehmen`, { kennung: id(5), sicher: 'ja', 'ruecknahme-stelle': '2' }),
  );
  assert.deepEqual(
    world.told.slice(3).map(({ art, submissionId }) => [art, submissionId]),
    [['ruecknahme', order]],
  );
  const ended = await citizen.get(own);
  assert.equal(ended.kind === 'page' && ended.content.title, 'Hund anmelden: Entschieden');
  assert.match(await htmlOf(ended), /19\.02\.2027/);
});

test('given to another office of the house, the page names the one that has it now; the receipt names who received it', async () => {
  await using world = await openApplicationsWorld();
  const { citizen, own, nummer, tax } = await filed(world);
  const move = { nummer, submission: tax, schritt: 'zuleiten', text: 'Amt für Finanzen' } as const;
  valueIn(await tell(world, { nummer, submission: tax, schritt: 'bearbeiten' }, 1));
  valueIn(await tell(world, move, 2));
  valueIn(await tell(world, move, 2));
  const html = await htmlOf(await citizen.get(own));
  assert.match(html, /Hundesteuer Festsetzung.*Amt für Finanzen.*In Bearbeitung.*Ordnungsamt.*Eingereicht/s);
  assert.equal(html.split('liegt jetzt bei einer anderen Stelle im Haus: Amt für Finanzen').length, 2);
  assert.match(html, /Mitteilung der Stelle \(Amt für Finanzen\)/);
  const receipt = await htmlOf(await citizen.get(`${own}/quittung`));
  assert.match(receipt, /Steueramt: Hundesteuer Festsetzung/);
  assert.doesNotMatch(receipt, /Amt für Finanzen/);
});

test('what the office’s scanner found in a file stands beside the applicant’s own copy, and goes with it', async () => {
  await using world = await openApplicationsWorld();
  const { citizen, own, nummer, order } = await filed(world);
  const copy = async () =>
    (await htmlOf(await citizen.get(`${own}/angaben`))).replaceAll(/<[^>]+>|\s+/g, ' ');
  assert.match(
    await copy(),
    /Prüfung Ihrer Dateien.*beleg\.pdf +noch nicht geprüft.*police\.pdf +noch nicht/,
  );
  const [first, second] = (await openedAt(world, order)).attachments;
  const { tenant, actor } = world.office;
  const found = async (anlage = '', befund: 'sauber' | 'schadsoftware') =>
    world.deps.db.withTenant(tenant, actor, (tx) =>
      recordScan(tx, { nummer, submission: order, caseId: '', anlage, befund, am: world.deps.clock.now() }),
    );
  await found(first?.id, 'sauber');
  await found(second?.id, 'sauber');
  await found(second?.id, 'schadsoftware');
  const text = await copy();
  assert.match(text, /geprüft am 21\.11\.2026, .* Uhr, nichts gefunden/);
  assert.match(text, /Schadsoftware gefunden am 21\.11\.2026/);
  targetOf(
    await citizen.post(`${own}/zuruecknehmen`, { kennung: id(1), sicher: 'ja', 'ruecknahme-stelle': 'alle' }),
  );
  world.turnClock(90);
  await maintainApplications(world.deps, [world.lemgo.tenant]);
  assert.deepEqual(await world.owner('select * from applications.pruefung'), []);
  await found(first?.id, 'sauber');
  assert.deepEqual(await world.owner('select * from applications.pruefung'), []);
});

test('news of an office to which the case was forwarded belong to the same part; news of nobody knows which are refused', async () => {
  await using world = await openApplicationsWorld();
  const { nummer, order } = await filed(world);
  const [row] = await world.owner('select case_id from applications.sendung where nr = 2');
  const caseId = String(row?.case_id);
  valueIn(await tell(world, { nummer, submission: order, schritt: 'weiterleiten', text: 'Kreis' }, 1));
  valueIn(await tell(world, { nummer, submission: id(99), caseId, schritt: 'bearbeiten' }, 2));
  const states = await world.owner('select zustand from applications.sendung order by nr');
  assert.deepEqual(
    states.map(({ zustand }) => zustand),
    ['eingereicht', 'in-bearbeitung'],
  );
  const lost = await tell(world, { nummer, schritt: 'bearbeiten' }, 3);
  assert.equal(lost.ok ? '' : lost.refusal.code, 'ANTRAG_UNKNOWN');
});

test('the deletion takes the copy for both offices, and its proof names what each of them got', async () => {
  await using world = await openApplicationsWorld();
  const { citizen, own } = await filed(world);
  targetOf(
    await citizen.post(`${own}/zuruecknehmen`, { kennung: id(1), sicher: 'ja', 'ruecknahme-stelle': 'alle' }),
  );
  assert.deepEqual(
    world.told.map(({ art }) => art),
    ['ruecknahme', 'ruecknahme'],
  );
  world.turnClock(90);
  assert.deepEqual(await maintainApplications(world.deps, [world.lemgo.tenant]), { drafts: 0, antraege: 1 });
  const hashes = await world.owner('select content_hash from applications.sendung order by nr');
  const [proof] = await world.owner(
    `select summary->'contentHashes' as hashes from platform.audit where action = 'applications.antrag.deleted'`,
  );
  assert.deepEqual(
    proof?.hashes,
    hashes.map((row) => row.content_hash),
  );
});

test('the PDF names both offices', async () => {
  await using world = await openApplicationsWorld();
  const { citizen, own } = await filed(world);
  targetOf(await citizen.post(`${own}/quittung.pdf`));
  const [event] = await world.owner(
    `select payload from platform.outbox where event = '${receiptRequested}'`,
  );
  const context = { eventId: 1, tenant: world.lemgo.tenant, attempt: 1, lastAttempt: false };
  await applicationHandlers(world.deps)[receiptRequested]?.(event?.payload, context);
  const pdf = await citizen.get(`${own}/quittung.pdf`);
  assert.equal(pdf.kind, 'download');
});

test('whatever the offices do: an Antrag has ended exactly when all have, and a question always shows', () => {
  const states = zustaende.filter((zustand) => !['entwurf', 'zahlung', 'geloescht'].includes(zustand));
  const some = fc.array(fc.constantFrom<Zustand>(...states), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(some, (each) => {
      const whole = gesamtzustand(each);
      assert.equal(istAbgeschlossen(whole), each.every(istAbgeschlossen));
      assert.equal(whole === 'rueckfrage', each.includes('rueckfrage'));
      if (new Set(each).size === 1) assert.equal(whole, each[0]);
      assert.equal(gesamtzustand([...each].reverse()), whole);
    }),
  );
});

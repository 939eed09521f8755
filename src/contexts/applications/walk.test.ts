import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSubmission } from '#delivery';
import { counts, openApplicationsWorld, setParameter, valueIn } from './testing/applications-world.ts';
import { antragCounts } from './use-cases/count-antraege.ts';
import {
  actionOf,
  begun,
  citizenOf,
  filled,
  htmlOf,
  nummerIn,
  submitted,
  targetOf,
} from './web/testing/citizen.ts';

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
  const [row] = await world.owner(
    'select nummer, submission_id from applications.antrag join applications.sendung on antrag_id = id',
  );
  const { tenant, actor } = world.office;
  const opened = await world.deps.db.withTenant(tenant, actor, (tx) =>
    openSubmission(tx, world.delivery, tenant, String(row?.submission_id)),
  );
  const data = JSON.parse(Buffer.from(valueIn(opened).data).toString());
  assert.equal(data.format, 'leitwerk/antrag@1');
  assert.equal(data.nummer, row?.nummer);
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSubmission } from '#delivery';
import { type ApplicationsWorld, openApplicationsWorld, valueIn } from './testing/applications-world.ts';
import { applicationRoutes } from './web/routes.ts';
import { begun, citizenOf, codeOf, htmlOf, submitted, targetOf } from './web/testing/citizen.ts';
import { uploadOf, uploads, withLargeDog } from './web/testing/large-dog.ts';

/** „Bewohnerparkausweis“ up to the page that asks for the registration; how to send that page and to see it. */
async function atTheVehicle(world: ApplicationsWorld) {
  const citizen = citizenOf(world, world.lemgo);
  const own = targetOf(await citizen.post('/antrag/bewohnerparkausweis')).replace(/\/seite\/.*$/, '');
  const home = { street: 'Mittelstraße', number: '1', plz: '32657', city: 'Lemgo' };
  const form = Object.fromEntries(Object.entries(home).map(([part, value]) => [`anschrift.${part}`, value]));
  targetOf(await citizen.post(`${own}/seite/wohnung?stand=1`, { ...form, gemeldet: 'ja' }));
  targetOf(await citizen.post(`${own}/seite/zone?stand=2`, { zone: 'A' }));
  const vehicle = { kennzeichen: 'LIP-AB 123', nutzung: 'selbst' };
  targetOf(await citizen.post(`${own}/seite/fahrzeug?stand=3`, vehicle));
  return {
    send: (files: Parameters<typeof citizen.post>[2], stand = 4) =>
      citizen.post(`${own}/seite/zulassung?stand=${stand}`, {}, files),
    shown: async () => htmlOf(await citizen.get(`${own}/seite/zulassung`)),
  };
}

const stored = (world: ApplicationsWorld) => world.owner('select * from delivery.attachment');

test('an infected file is not stored, and its sender is told which one it was; the clean one beside it stays', async () => {
  await using world = await openApplicationsWorld();
  const { send } = await atTheVehicle(world);
  const bad = uploadOf('schein.pdf', '%PDF-1.7 böse', 'infected');
  const good = uploadOf('rueckseite.pdf', '%PDF-1.7 gut', 'clean');
  const html = await htmlOf(await send(uploads('zulassung', bad, good)));
  assert.match(html, /In der Datei „schein\.pdf“ wurde Schadsoftware gefunden/);
  assert.match(html, /rueckseite\.pdf \(12 Byte, auf Schadsoftware geprüft\)/);
  assert.equal((await stored(world)).length, 1);
});

for (const verdict of ['silent', 'too-large'] as const) {
  test(`a scanner that is ${verdict} holds nobody up: the file goes on, and the page says that it is unscanned`, async () => {
    await using world = await openApplicationsWorld();
    const { send, shown } = await atTheVehicle(world);
    targetOf(await send(uploads('zulassung', uploadOf('schein.pdf', '%PDF-1.7 gut', verdict))));
    assert.equal((await stored(world)).length, 1);
    assert.match(
      await shown(),
      /schein\.pdf \(12 Byte, wird auf Schadsoftware geprüft, bevor jemand sie öffnet\)/,
    );
  });
}

test('what is empty, or one file too many, is named and not stored', async () => {
  await using world = await openApplicationsWorld();
  const { send } = await atTheVehicle(world);
  const empty = await send(uploads('zulassung', uploadOf('leer.pdf', '')));
  assert.match(await htmlOf(empty), /„leer\.pdf“ ist leer/);
  const many = Array.from({ length: 8 }, (_, n) => uploadOf(`${n}.pdf`, '%PDF-1.7'));
  const answer = await send(uploads('zulassung', ...many), 5);
  assert.match(await htmlOf(answer), /„2\.pdf“ wurde nicht gespeichert/);
  assert.equal((await stored(world)).length, 2);
});

test('of several files that do not fit each is named', async () => {
  await using world = await openApplicationsWorld();
  const { send } = await atTheVehicle(world);
  const files = [uploadOf('a.pdf', 'MZ\u0000\u0001'), uploadOf('b.pdf', ''), uploadOf('c.pdf', '%PDF-1.7')];
  const html = await htmlOf(await send(uploads('zulassung', ...files)));
  assert.match(html, /„a\.pdf“ hat nicht die richtige Art.*„b\.pdf“ ist leer/s);
  assert.equal((await stored(world)).length, 1);
});

test('files of the same name are told apart on the page, in the submission, and when one is taken away', async () => {
  await using world = await openApplicationsWorld();
  const { send, shown } = await atTheVehicle(world);
  const twice = uploads('zulassung', uploadOf('Foto.pdf', '%PDF-1.7 a'), uploadOf('Foto.pdf', '%PDF-1.7 b'));
  targetOf(await send(twice));
  const html = await shown();
  assert.match(html, /Foto\.pdf \(10 Byte\).*Foto \(2\)\.pdf \(10 Byte\)/s);
  assert.match(html, /Datei „Foto \(2\)\.pdf“ entfernen/);
});

test('files of the same name in two fields of an Antrag reach the office under two names', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await withLargeDog(citizen, own, 'Rex', { proof: 'scan.pdf', insurance: 'scan.pdf' });
  await submitted(citizen, own);
  const copy = await htmlOf(await citizen.get(`${own}/angaben`));
  assert.match(copy, /scan\.pdf \(/);
  assert.match(copy, /scan \(2\)\.pdf \(/);
  const { tenant, actor } = world.office;
  const names: string[] = [];
  for (const row of await world.owner('select submission_id from applications.sendung order by nr')) {
    const opened = await world.deps.db.withTenant(tenant, actor, (tx) =>
      openSubmission(tx, world.delivery, tenant, String(row.submission_id)),
    );
    const { attachments } = valueIn(opened).metadata.contentStructure;
    names.push(...attachments.flatMap(({ filename }) => filename ?? []));
  }
  assert.deepEqual(names.toSorted(), ['scan (2).pdf', 'scan.pdf']);
});

test('who holds no link of a draft cannot send a file: it is not even read', async () => {
  await using world = await openApplicationsWorld();
  const route = applicationRoutes(world.deps, world.lemgo).find(({ admitUpload }) => admitUpload);
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  const stranger = citizenOf(world, world.lemgo);
  const files = uploads('sachkundeNachweis', uploadOf('schein.pdf', '%PDF-1.7'));
  assert.ok(route?.admitUpload);
  assert.equal(codeOf(await stranger.post(`${own}/seite/hunde`, {}, files)), 'ANTRAG_LINK_INVALID');
  assert.equal(codeOf(await citizen.post(`${own}/seite/einordnung?stand=1`, {}, files)), 'UPLOAD_NOT_ASKED');
  const busy = { ...world, deps: { ...world.deps, limit: () => 7 } };
  const throttled = await citizenOf(busy, world.lemgo, citizen.cookies).post(`${own}/seite/hunde`, {}, files);
  assert.equal(codeOf(throttled), 'ANTRAG_THROTTLED');
});

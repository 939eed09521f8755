import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { loeschtagBeiAbschluss, loeschtagBeiEingang } from './domain/frist.ts';
import { openApplicationsWorld } from './testing/applications-world.ts';
import { maintainApplications } from './use-cases/maintain-applications.ts';
import { begun, citizenOf, codeOf, filled, htmlOf, submitted, targetOf } from './web/testing/citizen.ts';

test('a draft goes 30 days after its last edit, not after its first', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  const tenants = [world.lemgo.tenant, world.detmold.tenant];
  world.turnClock(20);
  targetOf(await citizen.post(`${own}/seite/einordnung?stand=1`, { einordnung: 'nein' }));
  world.turnClock(29);
  assert.deepEqual(await maintainApplications(world.deps, tenants), { drafts: 0, antraege: 0 });
  assert.match(await htmlOf(await citizen.get(`${own}/link`)), /gilt bis zum 10\.01\.2027/);
  world.turnClock(1);
  assert.equal(codeOf(await citizen.get(`${own}/link`)), 'ANTRAG_LINK_INVALID');
  assert.deepEqual(await maintainApplications(world.deps, tenants), { drafts: 1, antraege: 0 });
  assert.deepEqual(await maintainApplications(world.deps, tenants), { drafts: 0, antraege: 0 });
  for (const table of ['zugang', 'entwurf'])
    assert.deepEqual(await world.owner(`select * from applications.${table}`), []);
  const [proof] = await world.owner(
    `select summary from platform.audit where action = 'applications.draft.deleted'`,
  );
  assert.deepEqual(proof?.summary, { dienst: 'hund-anmelden', loeschenAm: '2027-01-10' });
});

test('an Antrag goes on its day: copy, messages, receipt and door; a proof without personal data stays', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await filled(citizen, own);
  await submitted(citizen, own);
  const kennung = '00000000-0000-4000-8000-000000000001';
  targetOf(await citizen.post(`${own}/zuruecknehmen`, { kennung, sicher: 'ja' }));
  assert.match(await htmlOf(await citizen.get(own)), /19\.02\.2027/);
  world.turnClock(90);
  assert.equal(codeOf(await citizen.get(own)), 'ANTRAG_LINK_INVALID');
  assert.deepEqual(await maintainApplications(world.deps, [world.lemgo.tenant]), { drafts: 0, antraege: 1 });
  for (const table of ['zugang', 'entwurf', 'nachricht', 'quittung'])
    assert.deepEqual(await world.owner(`select * from applications.${table}`), [], table);
  const [row] = await world.owner(
    'select antrag.zustand, kopie_sealed, content_hash from applications.antrag join applications.sendung on antrag_id = id',
  );
  assert.equal(row?.zustand, 'geloescht');
  assert.equal(row?.kopie_sealed, null);
  const [proof] = await world.owner(
    `select summary from platform.audit where action = 'applications.antrag.deleted'`,
  );
  assert.deepEqual(proof?.summary, {
    dienst: 'hund-anmelden',
    eingangstag: '2026-11-21',
    grundlage: 'Festlegung dieses Onlinedienstes; keine gesetzliche Frist',
    contentHashes: [row?.content_hash],
    zustand: 'zurueckgezogen',
  });
});

test('an applicant deletes a draft at once', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  assert.equal(targetOf(await citizen.post(`${own}/loeschen`)), '/');
  assert.equal(citizen.cookies.size, 0);
  assert.deepEqual(await world.owner('select * from applications.zugang'), []);
});

test('the day told at the arrival only ever comes earlier', () => {
  const arrival = localDate('2026-11-21');
  const told = loeschtagBeiEingang({ ab: 'abschluss', tage: 90, grundlage: '' }, arrival);
  assert.equal(told, '2028-02-19');
  const rule = { ab: 'abschluss', tage: 90 } as const;
  assert.equal(loeschtagBeiAbschluss(rule, told, localDate('2026-12-01')), '2027-03-01');
  assert.equal(loeschtagBeiAbschluss(rule, told, localDate('2028-01-01')), told);
  assert.equal(loeschtagBeiEingang({ ab: 'eingang', tage: 30, grundlage: '' }, arrival), '2026-12-21');
});

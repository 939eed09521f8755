import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApplicationsDeps } from './deps.ts';
import { type ApplicationsWorld, openApplicationsWorld } from './testing/applications-world.ts';
import { citizenOf, htmlOf, targetOf } from './web/testing/citizen.ts';
import { uploadOf, uploads } from './web/testing/large-dog.ts';

/** „Bewohnerparkausweis“ up to the page that asks for the registration; returns the post of that page. */
async function atTheVehicle(world: ApplicationsWorld, scan: ApplicationsDeps['scan']) {
  const citizen = citizenOf({ deps: { ...world.deps, scan } }, world.lemgo);
  const own = targetOf(await citizen.post('/antrag/bewohnerparkausweis')).replace(/\/seite\/.*$/, '');
  const home = { street: 'Mittelstraße', number: '1', plz: '32657', city: 'Lemgo' };
  const form = Object.fromEntries(Object.entries(home).map(([part, value]) => [`anschrift.${part}`, value]));
  targetOf(await citizen.post(`${own}/seite/wohnung?stand=1`, { ...form, gemeldet: 'ja' }));
  targetOf(await citizen.post(`${own}/seite/zone?stand=2`, { zone: 'A' }));
  const vehicle = { kennzeichen: 'LIP-AB 123', nutzung: 'selbst' };
  targetOf(await citizen.post(`${own}/seite/fahrzeug?stand=3`, vehicle));
  return (files: Parameters<typeof citizen.post>[2], stand = 4) =>
    citizen.post(`${own}/seite/zulassung?stand=${stand}`, {}, files);
}

test('an infected file is not stored, and its sender is told', async () => {
  await using world = await openApplicationsWorld();
  const send = await atTheVehicle(world, async () => 'infected');
  const answer = await send(uploads('zulassung', uploadOf(world, 'schein.pdf', '%PDF-1.7 böse')));
  assert.match(await htmlOf(answer), /Schadsoftware gefunden/);
  assert.deepEqual(await world.owner('select * from delivery.attachment'), []);
});

test('a scanner that does not answer holds nobody up: the file goes on as unscanned', async () => {
  await using world = await openApplicationsWorld();
  const send = await atTheVehicle(world, async () => {
    throw new Error('no answer');
  });
  targetOf(await send(uploads('zulassung', uploadOf(world, 'schein.pdf', '%PDF-1.7 gut'))));
  assert.equal((await world.owner('select * from delivery.attachment')).length, 1);
});

test('what is empty, or one file too many, is named and not stored', async () => {
  await using world = await openApplicationsWorld();
  const send = await atTheVehicle(world, null);
  const empty = await send(uploads('zulassung', uploadOf(world, 'leer.pdf', '')));
  assert.match(await htmlOf(empty), /„leer\.pdf“ ist leer/);
  const many = Array.from({ length: 8 }, (_, n) => uploadOf(world, `${n}.pdf`, '%PDF-1.7'));
  const answer = await send(uploads('zulassung', ...many), 5);
  assert.match(await htmlOf(answer), /wurde nicht gespeichert/);
  assert.equal((await world.owner('select * from delivery.attachment')).length, 2);
});

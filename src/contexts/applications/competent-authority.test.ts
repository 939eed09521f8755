import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApplicationsWorld } from './testing/applications-world.ts';
import { begun, citizenOf, filled, htmlOf, hundPages, submitted } from './web/testing/citizen.ts';

test('on every page of the form, on the receipt and in the mail the citizen sees which authority is competent', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const name = world.lemgo.name;
  const start = await htmlOf(await citizen.get('/antrag/hund-anmelden'));
  const stelle = /Zuständig: <strong>([^<]+), /.exec(start)?.[1] ?? '';
  assert.ok(stelle.length > 3, 'the office has a name');
  const line = new RegExp(`Zuständig: <strong>${stelle}, ${name}</strong>, Telefon <a[^>]*href="tel:`);
  assert.match(start, line);
  const own = await begun(citizen);
  await filled(citizen, own);
  for (const [page] of hundPages)
    assert.match(await htmlOf(await citizen.get(`${own}/seite/${page}`)), line, page);
  assert.match(await htmlOf(await citizen.get(`${own}/pruefen`)), line);
  await citizen.post(`${own}/link`, { email: 'person@mail.example' });
  assert.match(world.mails.at(-1)?.text ?? '', new RegExp(`bei ${name}, ${stelle}`));
  await submitted(citizen, own);
  const receipt = await htmlOf(await citizen.get(`${own}/quittung`));
  assert.ok(receipt.includes(name) && /Empfangende Stelle/.test(receipt));
});

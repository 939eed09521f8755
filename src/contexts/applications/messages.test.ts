import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findInDatabase } from '../delivery/testing/canary.ts';
import { openApplicationsWorld, valueIn } from './testing/applications-world.ts';
import { recordStatus } from './use-cases/record-status.ts';
import {
  begun,
  citizenOf,
  codeOf,
  filled,
  htmlOf,
  nummerIn,
  submitted,
  targetOf,
} from './web/testing/citizen.ts';

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
      recordStatus(tx, world.deps.clock, { id, nummer, schritt, text: text ?? null }),
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
  valueIn(await tell('entscheiden', '00000000-0000-4000-8000-000000000006'));
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

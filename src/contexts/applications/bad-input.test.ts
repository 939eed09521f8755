import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rotateReceivingKey } from '#delivery';
import { counts, openApplicationsWorld, suspend, valueIn } from './testing/applications-world.ts';
import { actionOf, begun, citizenOf, codeOf, filled, htmlOf, targetOf } from './web/testing/citizen.ts';

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
  assert.equal(targetOf(two), `${own}/seite/hunde#feld-hunde.1`);
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
  assert.equal(refused.kind === 'page' && refused.status, 503);
  assert.match(await htmlOf(refused), /Noch nicht abgeschickt.*zieht um.*bleibt gespeichert.*Bello/s);
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
  const expired = await citizen.post(action);
  assert.equal(expired.kind === 'page' && expired.status, 503);
  assert.match(await htmlOf(expired), /Schlüssel.*abgelaufen.*bleiben erhalten/);
  assert.deepEqual(await counts(world), [0, 0, 1]);
  valueIn(await rotateReceivingKey(world.delivery, world.office, world.zustellpunkt));
  assert.equal(targetOf(await citizen.post(action)), `${own}/quittung`);
});

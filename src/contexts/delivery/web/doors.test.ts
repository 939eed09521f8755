import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorOf, type Principal } from '#platform';
import { askerOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { findInDatabase } from '../testing/canary.ts';
import { openWorld, type World } from '../testing/world.ts';
import { deliveryOperations } from './operations.ts';
import type { DeliveryWebDeps, Owner } from './owner.ts';
import { deliveryPages } from './pages.ts';

const principal = (permissions: readonly string[] = ['delivery.zustellpunkt.manage']): Principal => ({
  kind: 'mitglied',
  actor: actorOf('mitglied', '00000000-0000-4000-8000-000000000001'),
  tenant: null,
  permissions: new Set(permissions),
});

function doorsOf(world: World, others: readonly Owner[] = []) {
  const lemgo = { tenant: world.office.tenant, ags: '05766044', name: 'Lemgo' };
  const deps: DeliveryWebDeps = { ...world, ownersFor: async () => [lemgo, ...others] };
  return { ask: askerOf(deliveryPages(deps)), operations: deliveryOperations(deps) };
}

test('the administration of a Kommune founds a Zustellpunkt, sees when its key ends, renews it and ends it', async () => {
  await using world = await openWorld();
  const { ask } = doorsOf(world);
  const me = principal();
  const show = async (address: string) => (await pageOf(await ask.get(address, me))).query;
  assert.match((await show('/zustellpunkte')).text, /Noch kein Zustellpunkt/);
  const wrong = await ask.post('/zustellpunkte', { name: 'S', postfach: '' }, me);
  assert.equal(wrong.kind === 'page' && wrong.status, 422);
  const noMail = await ask.post('/zustellpunkte', { name: 'Steueramt', postfach: 'amt' }, me);
  assert.equal(noMail.kind === 'page' && noMail.status, 422);
  const made = await ask.post('/zustellpunkte', { name: 'Steueramt', postfach: 'amt@lemgo.example' }, me);
  const address = made.kind === 'redirect' ? made.to : '';
  assert.match(address, /^\/zustellpunkte\/[0-9a-f-]{36}\?getan=angelegt$/);
  const path = address.replace(/\?.*/, '');
  assert.match(
    (await show('/zustellpunkte')).text,
    /Steueramt.*nimmt an.*bis 21\.11\.2027.*amt@lemgo\.example/s,
  );
  world.turnClock(340);
  assert.match((await show(path)).text, /läuft am 21\.11\.2027 ab/);
  assert.equal((await ask.post(`${path}/schluessel`, {}, me)).kind, 'redirect');
  assert.match((await show(path)).text, /bis 26\.10\.2028/);
  assert.equal((await ask.post(`${path}/postfach`, { postfach: '' }, me)).kind, 'redirect');
  assert.match((await show(path)).text, /wie in den Parametern/);
  world.turnClock(500);
  assert.match((await show(path)).text, /kein gültiger Schlüssel/);
  assert.equal((await ask.post(`${path}/aussetzen`, {}, me)).kind, 'redirect');
  const early = await ask.post(`${path}/fortsetzen`, {}, me);
  assert.match((await pageOf(early)).query.text, /erneuern Sie zuerst den Schlüssel/);
  assert.match((await show(`${path}/beenden`)).text, /nicht rückgängig/);
  assert.equal((await ask.post(`${path}/beenden`, {}, me)).kind, 'redirect');
  const again = await ask.post(`${path}/oeffnen`, {}, me);
  assert.equal(again.kind === 'page' && again.status, 409);
});

test('a provider names the Kommune; one that is not theirs, or without the right, is as if it were not there', async () => {
  await using world = await openWorld();
  const { ask } = doorsOf(world, [{ tenant: world.portal.tenant, ags: '05766020', name: 'Detmold' }]);
  const me = principal();
  const choice = (await pageOf(await ask.get('/zustellpunkte', me))).query;
  assert.equal(choice.get('link', 'Detmold').attributes.href, '/zustellpunkte?kommune=05766020');
  const made = await ask.post('/zustellpunkte?kommune=05766020', { name: 'Bauamt', postfach: '' }, me);
  const address = made.kind === 'redirect' ? made.to : '';
  assert.match(address, /\?kommune=05766020&getan=angelegt$/);
  const elsewhere = address.replace('05766020', '05766044');
  assert.equal(refusalOf(await ask.get(elsewhere, me)).code, 'ZUSTELLPUNKT_UNKNOWN');
  assert.equal(refusalOf(await ask.get('/zustellpunkte?kommune=05711000', me)).code, 'ZUSTELLPUNKT_OWNER');
  assert.equal(
    refusalOf(await ask.get('/zustellpunkte?kommune=05766044', principal([]))).code,
    'ZUSTELLPUNKT_OWNER',
  );
});

test('by API it is the same, and no answer and no table holds a private key', async () => {
  await using world = await openWorld();
  const { operations, ask } = doorsOf(world);
  const call = async (capability: string, params: object, body?: object) => {
    const found = operations.find((one) => one.capability === `delivery.zustellpunkt.${capability}`);
    assert.ok(found, capability);
    const raw = { params, query: {}, body, principal: principal(), clientAddress: '127.0.0.1' };
    const result = await found.invoke(raw);
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  };
  const made = await call('create', {}, { name: 'Ordnungsamt' });
  const text = JSON.stringify([made, await call('list', {})]);
  assert.match(text, /"state":"active".*"validTo":"2027-11-21/);
  const [, id = ''] = /"id":"([0-9a-f-]{36})"/.exec(text) ?? [];
  const said = JSON.stringify([
    made,
    await call('rotate', { id }),
    await call('mailbox', { id }, { postfach: 'amt@lemgo.example' }),
    await call('suspend', { id }),
    await call('resume', { id }),
    await call('list', {}),
    await call('end', { id }),
  ]);
  assert.doesNotMatch(said, /PRIVATE|"d":|"p":/);
  assert.deepEqual(await findInDatabase(world.t.superuser, 'PRIVATE KEY'), []);
  assert.doesNotMatch((await pageOf(await ask.get(`/zustellpunkte/${id}`, principal()))).html, /PRIVATE/);
});

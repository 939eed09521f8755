import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counts, openApplicationsWorld } from './testing/applications-world.ts';
import { actionOf, begun, citizenOf, filled, htmlOf, targetOf } from './web/testing/citizen.ts';
import { personForm } from './web/testing/hund-forms.ts';

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

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSubmission } from '#delivery';
import { findInDatabase, findInFiles } from '../delivery/testing/canary.ts';
import { openApplicationsWorld, valueIn } from './testing/applications-world.ts';
import { recordStatus } from './use-cases/record-status.ts';
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
import { uploadOf, uploads, withLargeDog } from './web/testing/large-dog.ts';

test('a marker in answers, file, messages and question is found in no table and in no file', async () => {
  await using world = await openApplicationsWorld();
  const marker = 'Kanarienvogel-Möwe-7731';
  const citizen = citizenOf(world, world.lemgo);
  const left = await begun(citizen);
  await filled(citizen, left, { nachname: marker, 'hunde.0.name': marker });
  const own = await begun(citizen);
  await withLargeDog(citizen, own, marker);
  await submitted(citizen, own);
  const text = `Hier steht ${marker}.`;
  targetOf(await citizen.post(`${own}/nachricht`, { kennung: '00000000-0000-4000-8000-000000000001', text }));
  const nummer = nummerIn(await htmlOf(await citizen.get(`${own}/quittung`)));
  const { tenant, actor } = world.office;
  const [row] = await world.owner('select submission_id from applications.sendung where nr = 2');
  const submission = String(row?.submission_id);
  const id = '00000000-0000-4000-8000-000000000002';
  const news = { id, nummer, submission, schritt: 'rueckfragen', text } as const;
  valueIn(await world.deps.db.withTenant(tenant, actor, (tx) => recordStatus(tx, world.deps.clock, news)));
  targetOf(await citizen.post(`${own}/quittung.pdf`));
  assert.match(await htmlOf(await citizen.get(own)), /Kanarienvogel/);
  assert.deepEqual(await findInDatabase(world.t.superuser, marker), []);
  assert.deepEqual(findInFiles(join(world.folder, 'blobs'), marker), []);
  assert.deepEqual(findInFiles(world.folder, marker), []);
});

test('attachments reach the office as they were; a file taken away goes at once', async () => {
  await using world = await openApplicationsWorld();
  const citizen = citizenOf(world, world.lemgo);
  const own = await begun(citizen);
  await withLargeDog(citizen, own, 'Rex');
  const page = await citizen.get(`${own}/seite/sachkunde-nachweis`);
  const remove = /value="(file:sachkundeNachweis:[^"]+)"/.exec(await htmlOf(page))?.[1] ?? '';
  const action = await actionOf(page, '/seite/');
  targetOf(await citizen.post(action, { _action: remove }));
  assert.equal((await world.owner('select from delivery.attachment')).length, 1);
  const again = uploads('sachkundeNachweis', uploadOf('neu.pdf', '%PDF-1.7 neu'));
  targetOf(
    await citizen.post(
      await actionOf(await citizen.get(`${own}/seite/sachkunde-nachweis`), '/seite/'),
      {},
      again,
    ),
  );
  await submitted(citizen, own);
  const [row] = await world.owner('select submission_id from applications.sendung where nr = 2');
  const { tenant, actor } = world.office;
  const opened = valueIn(
    await world.deps.db.withTenant(tenant, actor, (tx) =>
      openSubmission(tx, world.delivery, tenant, String(row?.submission_id)),
    ),
  );
  assert.deepEqual(opened.metadata.contentStructure.attachments.map(({ filename }) => filename).toSorted(), [
    'neu.pdf',
    'police.pdf',
  ]);
});

import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addDays } from '#kernel';
import { chainIsWhole, submissionEvents } from '../event-chain.ts';
import { submissionById } from '../store/submissions.ts';
import {
  announced,
  codeOf,
  countOf,
  need,
  openWorld,
  openZustellpunkt,
  payload,
  sealingKey,
  sent,
  uploaded,
  type World,
} from '../testing/world.ts';
import { keepAttachments, storeAttachment } from './attachments.ts';
import { acceptSubmission, rejectSubmission, scheduleDeletion } from './decide-submission.ts';
import { deleteDue, sweepAttachments } from './delete-submissions.ts';
import { maintainDelivery } from './maintain-delivery.ts';
import { openSubmission } from './open-submission.ts';

function files(world: World): readonly string[] {
  const folder = join(world.folder, 'blobs');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

test('on its day the content goes with its files, and a proof without personal data stays', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const stored = await uploaded(world, key, 'Anlage');
  const receipt = need(await sent(world, key, payload('Bello', [announced(stored, 'a.pdf')]), 'einmal'));
  const { tenant, actor } = world.office;
  const id = receipt.submissionId;
  await world.db.withTenant(tenant, actor, async (tx) => {
    need(await acceptSubmission(tx, tenant, id, world.clock.now()));
    need(await scheduleDeletion(tx, tenant, id, addDays(world.clock.today(), 10)));
  });
  world.turnClock(9);
  assert.deepEqual(await deleteDue(world, world.office), { deleted: [], waiting: [] });
  world.turnClock(1);
  const report = await maintainDelivery(world);
  assert.deepEqual(report, { deleted: 1, waiting: 0, sweptFiles: 1, removedKeys: 0 });
  assert.deepEqual(files(world), []);
  assert.equal(await countOf(world, 'delivery.attachment'), 0);
  await world.db.withTenant(tenant, actor, async (tx) => {
    assert.equal(codeOf(await openSubmission(tx, world, tenant, id)), 'SUBMISSION_DELETED');
    const submission = await submissionById(tx, tenant, id);
    assert.ok(submission && (await chainIsWhole(tx, submission)));
    assert.equal(submission.contentHash.toString('hex'), receipt.contentHash);
    const kinds = (await submissionEvents(tx, tenant, id)).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['submitted', 'accepted', 'deleted']);
    assert.equal(codeOf(await scheduleDeletion(tx, tenant, id, world.clock.today())), 'SUBMISSION_UNKNOWN');
  });
  const again = need(await sent(world, key, payload('Bello'), 'einmal'));
  assert.deepEqual([again.repeated, again.submissionId], [true, id]);
});

test('what nobody has taken yet is not deleted but named', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const { submissionId: id } = need(await sent(world, key, payload('a')));
  const { tenant, actor } = world.office;
  await world.db.withTenant(tenant, actor, (tx) => scheduleDeletion(tx, tenant, id, world.clock.today()));
  assert.deepEqual(await deleteDue(world, world.office), { deleted: [], waiting: [id] });
  await world.db.withTenant(tenant, actor, async (tx) => {
    const now = world.clock.now();
    assert.equal(codeOf(await rejectSubmission(tx, tenant, id, [], now)), 'SUBMISSION_REASONS');
    assert.equal(codeOf(await rejectSubmission(tx, tenant, id, ['Frau Muster'], now)), 'SUBMISSION_REASONS');
    need(await rejectSubmission(tx, tenant, id, ['unzustaendig'], now));
  });
  assert.deepEqual(await deleteDue(world, world.office), { deleted: [id], waiting: [] });
});

test('an upload that was never sent goes on its day, one whose draft was edited stays, one that was sent too', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const orphan = await uploaded(world, key, 'nie gesendet');
  const edited = await uploaded(world, key, 'weiter bearbeitet');
  const kept = await uploaded(world, key, 'gesendet');
  need(await sent(world, key, payload('a', [announced(kept, 'a.pdf')])));
  const later = new Date(world.clock.now().getTime() + 60 * 86_400_000);
  need(await keepAttachments(world, world.portal, [edited.blob], later));
  world.turnClock(31);
  assert.equal(await sweepAttachments(world, world.office), 1);
  assert.deepEqual(files(world).toSorted(), [edited.blob, kept.blob].toSorted());
  const gone = await keepAttachments(world, world.portal, [orphan.blob], later);
  assert.equal(codeOf(gone), 'ATTACHMENT_GONE');
});

test('an upload that breaks off or is too large leaves neither row nor file; one that was killed is swept', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const expiresAt = new Date(world.clock.now().getTime() + 86_400_000);
  const upload = { mimeType: 'application/pdf', maxBytes: 10_000, expiresAt };
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.alloc(5000);
    throw new Error('connection lost');
  }
  async function* endless(): AsyncGenerator<Buffer> {
    for (;;) yield Buffer.alloc(5000);
  }
  await assert.rejects(
    storeAttachment(world, world.portal, key, { ...upload, source: broken() }),
    /connection lost/,
  );
  const large = await storeAttachment(world, world.portal, key, { ...upload, source: endless() });
  assert.equal(codeOf(large), 'ATTACHMENT_TOO_LARGE');
  assert.deepEqual(files(world), []);
  assert.equal(await countOf(world, 'delivery.attachment'), 0);
  const killed = await uploaded(world, key, 'wird abgebrochen');
  await world.t.superuser.query('update delivery.attachment set tag = null, bytes = null');
  await world.blobs.delete(killed.blob);
  const draft = join(world.folder, 'blobs', killed.blob.slice(0, 2), `${killed.blob}.new`);
  writeFileSync(draft, 'halb');
  world.turnClock(31);
  assert.equal(await sweepAttachments(world, world.office), 1);
  assert.deepEqual(files(world), []);
});

test('who opens a submission while it is taken and deleted sees it whole or gone, never as damaged', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const { tenant, actor } = world.office;
  const seen = new Set<string>();
  for (let round = 0; round < 12; round += 1) {
    const stored = await uploaded(world, key, 'Anlage');
    const { submissionId } = need(await sent(world, key, payload('a', [announced(stored, 'a.pdf')])));
    const opening = Promise.all(
      Array.from({ length: 6 }, () =>
        world.db.withTenant(tenant, actor, (tx) => openSubmission(tx, world, tenant, submissionId)),
      ),
    );
    await world.db.withTenant(tenant, actor, async (tx) => {
      need(await acceptSubmission(tx, tenant, submissionId, world.clock.now()));
      need(await scheduleDeletion(tx, tenant, submissionId, world.clock.today()));
    });
    await maintainDelivery(world);
    for (const result of await opening) seen.add(codeOf(result));
  }
  seen.delete('SUBMISSION_DELETED');
  assert.deepEqual([...seen], ['done']);
});

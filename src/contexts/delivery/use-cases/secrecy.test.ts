import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installJobQueue } from '../../../platform/jobs/install-job-queue.ts';
import { findInDatabase, findInFiles } from '../testing/canary.ts';
import {
  announced,
  codeOf,
  need,
  openWorld,
  openZustellpunkt,
  payload,
  sealingKey,
  sent,
  uploaded,
  type World,
} from '../testing/world.ts';
import { forwardSubmission, prepareForward } from './forward-submission.ts';
import { openSubmission } from './open-submission.ts';

const marker = 'Kanarienvogel-Möwe-7731-Lemgo';

/** One submission with the marker in data, metadata, name and content of an attachment, forwarded with it in the note. */
async function sendMarker(world: World): Promise<string> {
  const key = await sealingKey(world, await openZustellpunkt(world));
  const next = await openZustellpunkt(world);
  const stored = await uploaded(world, key, `${'x'.repeat(100_000)}${marker}`);
  await uploaded(world, key, `Entwurf ${marker}`);
  const attachment = { ...announced(stored, `${marker}.pdf`), description: marker };
  const content = { ...payload(marker, [attachment]), senderReference: marker };
  const { submissionId } = need(await sent(world, key, content, marker));
  const order = {
    submission: submissionId,
    target: { tenant: world.office.tenant, zustellpunkt: next },
    note: marker,
  };
  const prepared = need(await prepareForward(world, world.office, order));
  const { tenant, actor } = world.office;
  need(await world.db.withTenant(tenant, actor, (tx) => forwardSubmission(tx, prepared, world.clock.now())));
  return submissionId;
}

test('a marker in data, metadata, name, content and note is found in no table, no job, no file', async () => {
  await using world = await openWorld();
  await installJobQueue(world.t.ownerUrl);
  await sendMarker(world);
  assert.deepEqual(await findInDatabase(world.t.superuser, marker), []);
  assert.deepEqual(findInFiles(world.folder, marker), []);
});

test('the search for the marker finds it in every form in which it could have leaked', async () => {
  await using world = await openWorld();
  const bytes = Buffer.from(`vor ${marker} nach`);
  const forms = [bytes, Buffer.from(bytes.toString('base64')), Buffer.from(bytes.toString('hex'))];
  await world.t.superuser.query('create table public.leak (line text, raw bytea)');
  for (const form of forms) {
    for (const column of ['line', 'raw']) {
      await world.t.superuser.query(`insert into public.leak (${column}) values ($1)`, [
        column === 'raw' ? form : form.toString('utf8'),
      ]);
      assert.deepEqual(await findInDatabase(world.t.superuser, marker), ['leak'], column);
      await world.t.superuser.query('truncate public.leak');
    }
    await world.blobs.put('00000000-0000-4000-8000-000000000001', once(form));
    assert.equal(findInFiles(world.folder, marker).length, 1);
  }
});

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

const tampering: Readonly<Record<string, string>> = {
  'metadata changed': `update delivery.submission set metadata = set_byte(metadata, 1000, get_byte(metadata, 1000) # 1)`,
  'tag of the data changed': `update delivery.submission set data = set_byte(data, length(data) - 5, get_byte(data, length(data) - 5) # 1)`,
  'metadata and data exchanged': 'update delivery.submission set metadata = data, data = metadata',
  'content hash changed': `update delivery.submission set content_hash = sha256('x')`,
  'state set without an event': `update delivery.submission set state = 'accepted'`,
  'time of an event changed': `update delivery.event set at = at - interval '1 day'`,
  'hash of an event changed': `update delivery.event set hash = sha256('x')`,
  'event taken away': 'delete from delivery.event',
  'tag of an attachment changed': `update delivery.attachment set tag = 'AAAAAAAAAAAAAAAAAAAAAA' where submission_id is not null`,
  'attachment taken away': 'update delivery.attachment set submission_id = null',
};

test('whoever changes a stored submission behind our back is found out when it is opened', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const stored = await uploaded(world, key, 'Anlage');
  const { submissionId } = need(await sent(world, key, payload('a', [announced(stored, 'a.pdf')])));
  const { tenant, actor } = world.office;
  const open = () =>
    world.db.withTenant(tenant, actor, (tx) => openSubmission(tx, world, tenant, submissionId));
  const owner = world.t.superuser;
  for (const [name, statement] of Object.entries(tampering)) {
    assert.equal(codeOf(await open()), 'done', `before: ${name}`);
    await owner.query('create table public.kept_submission as table delivery.submission');
    await owner.query('create table public.kept_event as table delivery.event');
    await owner.query('create table public.kept_attachment as table delivery.attachment');
    await owner.query(
      `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
    );
    assert.equal(codeOf(await open()), 'SUBMISSION_DAMAGED', name);
    await owner.query(`set session_replication_role = replica;
      delete from delivery.attachment; delete from delivery.event; delete from delivery.submission;
      insert into delivery.submission table public.kept_submission;
      insert into delivery.event table public.kept_event;
      insert into delivery.attachment table public.kept_attachment;
      drop table public.kept_submission, public.kept_event, public.kept_attachment;
      set session_replication_role = origin`);
  }
});

test('an attachment that was changed, exchanged or lost on disk is not released', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const first = await uploaded(world, key, 'erste Anlage');
  const second = await uploaded(world, key, 'zweite Anlage');
  const content = payload('a', [announced(first, 'a.pdf'), announced(second, 'b.pdf')]);
  const { submissionId } = need(await sent(world, key, content));
  const { tenant, actor } = world.office;
  const { attachments } = need(
    await world.db.withTenant(tenant, actor, (tx) => openSubmission(tx, world, tenant, submissionId)),
  );
  const attachment = attachments.find(({ id }) => id === first.id);
  assert.ok(attachment);
  const bytes = await collect(await world.blobs.get(first.blob));
  const changed = Buffer.from(bytes);
  changed[bytes.length - 30] = changed[bytes.length - 30] === 65 ? 66 : 65;
  const others = await collect(await world.blobs.get(second.blob));
  for (const stored of [changed, others, bytes.subarray(0, bytes.length - 40), Buffer.alloc(0)]) {
    await world.blobs.put(first.blob, once(stored));
    assert.equal(codeOf(await attachment.open()), 'SUBMISSION_DAMAGED');
  }
  await world.blobs.delete(first.blob);
  assert.equal(codeOf(await attachment.open()), 'SUBMISSION_DAMAGED');
  await world.blobs.put(first.blob, once(bytes));
  assert.equal(codeOf(await attachment.open()), 'done');
});

async function collect(pieces: AsyncIterable<Uint8Array> | null): Promise<Buffer> {
  const seen: Uint8Array[] = [];
  for await (const piece of pieces ?? []) seen.push(piece);
  return Buffer.concat(seen);
}

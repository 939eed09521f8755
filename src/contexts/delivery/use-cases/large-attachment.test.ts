import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import {
  announced,
  need,
  openWorld,
  openZustellpunkt,
  payload,
  sealingKey,
  sent,
  uploaded,
} from '../testing/world.ts';
import { openSubmission } from './open-submission.ts';

const megabytes = 20;

/** Bytes that do not repeat, so that nothing compresses or lines up by chance. */
async function* content(): AsyncGenerator<Buffer> {
  let block = createHash('sha512').update('start').digest();
  for (let i = 0; i < megabytes * 16; i += 1) {
    block = createHash('sha512').update(block).digest();
    yield Buffer.alloc(1 << 16, block);
  }
}

test('a large attachment goes through in pieces and comes out the same', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const expected = createHash('sha512');
  for await (const piece of content()) expected.update(piece);
  const stored = await uploaded(world, key, content());
  assert.equal(stored.bytes, megabytes << 20);
  assert.equal(stored.sha512, expected.digest('hex'));
  const { submissionId } = need(await sent(world, key, payload('a', [announced(stored, 'gross.pdf')])));
  const { tenant, actor } = world.office;
  const { attachments } = need(
    await world.db.withTenant(tenant, actor, (tx) => openSubmission(tx, world, tenant, submissionId)),
  );
  assert.ok(attachments[0]);
  const verified = need(await attachments[0].open());
  const seen = createHash('sha512');
  let longest = 0;
  for await (const piece of verified.plaintext()) {
    seen.update(piece);
    longest = Math.max(longest, piece.length);
  }
  assert.equal(seen.digest('hex'), stored.sha512);
  assert.ok(longest < 1 << 20, `a piece of ${longest} bytes was released at once`);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chainIsWhole, submissionEvents } from '../event-chain.ts';
import type { Party } from '../ports.ts';
import { submissionById } from '../store/submissions.ts';
import {
  announced,
  codeOf,
  countOf,
  need,
  openWorld,
  openZustellpunkt,
  party,
  payload,
  sealingKey,
  sent,
  textOf,
  uploaded,
  type World,
} from '../testing/world.ts';
import { acceptSubmission, rejectSubmission } from './decide-submission.ts';
import { forwardSubmission, prepareForward } from './forward-submission.ts';
import { openSubmission } from './open-submission.ts';

async function forwarded(world: World, submission: string, target: Party, zustellpunkt: string) {
  const order = { submission, target: { tenant: target.tenant, zustellpunkt }, note: 'Bitte übernehmen.' };
  const prepared = await prepareForward(world, world.office, order);
  // The faster of two may already be done when the other prepares.
  if (!prepared.ok) return prepared;
  const { tenant, actor } = world.office;
  return world.db.withTenant(tenant, actor, (tx) => forwardSubmission(tx, prepared.value, world.clock.now()));
}

async function openedBy(world: World, { tenant, actor }: Party, id: string) {
  return world.db.withTenant(tenant, actor, (tx) => openSubmission(tx, world, tenant, id));
}

for (const where of ['in the same authority', 'at another authority']) {
  test(`a submission is handed on to an office ${where}: encrypted for it, once, with both chains linked`, async () => {
    await using world = await openWorld();
    const key = await sealingKey(world, await openZustellpunkt(world));
    const other = where === 'in the same authority' ? world.office : party('kreis');
    const target = await openZustellpunkt(world, other);
    const stored = await uploaded(world, key, 'Anlage');
    const { submissionId, caseId } = need(
      await sent(world, key, payload('Bello', [announced(stored, 'a.pdf')])),
    );
    const receipt = need(await forwarded(world, submissionId, other, target));
    assert.equal(receipt.caseId, caseId);
    const opened = need(await openedBy(world, other, receipt.submissionId));
    assert.equal(Buffer.from(opened.data).toString(), '{"antwort":"Bello"}');
    assert.equal(opened.submission.forwardedFrom, submissionId);
    assert.notEqual(opened.submission.kid, key.jwk.kid);
    const texts = new Map<string | undefined, string>();
    for (const attachment of opened.attachments)
      texts.set(attachment.fileName, await textOf(need(await attachment.open()).plaintext()));
    assert.deepEqual(Object.fromEntries(texts), {
      'a.pdf': 'Anlage',
      'weiterleitungsnotiz.txt': 'Bitte übernehmen.',
    });
    assert.ok(opened.attachments.some(({ id }) => id === stored.id));
    await world.db.withTenant(world.office.tenant, world.office.actor, async (tx) => {
      const source = await submissionById(tx, world.office.tenant, submissionId);
      const next = await submissionById(tx, other.tenant, receipt.submissionId);
      assert.ok(source && next && (await chainIsWhole(tx, source)) && (await chainIsWhole(tx, next)));
      const there = await submissionEvents(tx, world.office.tenant, submissionId);
      const here = await submissionEvents(tx, other.tenant, receipt.submissionId);
      assert.deepEqual([there.at(-1)?.kind, there.at(-1)?.linked], ['forwarded', receipt.submissionId]);
      assert.deepEqual([here[0]?.kind, here[0]?.linked], ['submitted', submissionId]);
    });
  });
}

test('of two who forward, or forward and decide, only the first does; nothing half remains', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const target = await openZustellpunkt(world);
  const { submissionId } = need(await sent(world, key, payload('a')));
  const outcomes = await Promise.all([
    forwarded(world, submissionId, world.office, target),
    forwarded(world, submissionId, world.office, target),
  ]);
  assert.deepEqual(outcomes.map(codeOf).toSorted(), ['SUBMISSION_STATE', 'done']);
  assert.equal(await countOf(world, 'delivery.submission'), 2);
  const second = need(await sent(world, key, payload('b')));
  const { tenant, actor } = world.office;
  const order = { submission: second.submissionId, target: { tenant, zustellpunkt: target } };
  const prepared = need(await prepareForward(world, world.office, order));
  const now = world.clock.now();
  await world.db.withTenant(tenant, actor, (tx) =>
    rejectSubmission(tx, tenant, second.submissionId, ['zurueckgezogen'], now),
  );
  const late = await world.db.withTenant(tenant, actor, (tx) => forwardSubmission(tx, prepared, now));
  assert.equal(codeOf(late), 'SUBMISSION_STATE');
  assert.equal(codeOf(await prepareForward(world, world.office, order)), 'SUBMISSION_STATE');
  assert.equal(await countOf(world, 'delivery.submission'), 3);
});

test('what was accepted can still be handed on, what was handed on cannot be accepted', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const target = await openZustellpunkt(world);
  const { submissionId } = need(await sent(world, key, payload('a')));
  const { tenant, actor } = world.office;
  const accept = () =>
    world.db.withTenant(tenant, actor, (tx) => acceptSubmission(tx, tenant, submissionId, world.clock.now()));
  need(await accept());
  need(await forwarded(world, submissionId, world.office, target));
  assert.equal(codeOf(await accept()), 'SUBMISSION_STATE');
});

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { chainIsWhole, submissionEvents } from '../event-chain.ts';
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
import { removeUnsent } from './attachments.ts';
import { acceptSubmission } from './decide-submission.ts';
import { deliver, submittedEvent } from './deliver.ts';
import { changeZustellpunkt } from './manage-zustellpunkt.ts';
import { openSubmission } from './open-submission.ts';
import { sealSubmission } from './seal-submission.ts';

const tables = ['delivery.submission', 'delivery.event', 'platform.outbox'];

async function counts(world: World): Promise<readonly number[]> {
  const all: number[] = [];
  for (const table of tables) all.push(await countOf(world, table));
  return all;
}

function opened(world: World, id: string) {
  const { tenant, actor } = world.office;
  return world.db.withTenant(tenant, actor, (tx) => openSubmission(tx, world, tenant, id));
}

test('an Antrag with attachments reaches its authority word for word, and its chain begins', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const stored = await uploaded(world, key, 'Inhalt der Haftpflicht');
  const receipt = need(await sent(world, key, payload('Bello', [announced(stored, 'Haftpflicht.pdf')])));
  assert.equal(receipt.repeated, false);
  assert.deepEqual(Object.keys(receipt.tags?.attachments ?? {}), [stored.id]);
  const { submission, metadata, data, attachments } = need(await opened(world, receipt.submissionId));
  assert.equal(Buffer.from(data).toString(), '{"antwort":"Bello"}');
  assert.equal(submission.state, 'submitted');
  assert.equal(submission.absender, world.portal.tenant);
  assert.equal(metadata.contentStructure.attachments[0]?.filename, 'Haftpflicht.pdf');
  const file = need(
    (await attachments[0]?.open()) ?? { ok: false, refusal: { kind: 'invalid', code: 'NONE', message: '' } },
  );
  assert.equal(await textOf(file.plaintext()), 'Inhalt der Haftpflicht');
  await world.db.withTenant(world.office.tenant, world.office.actor, async (tx) => {
    const events = await submissionEvents(tx, world.office.tenant, receipt.submissionId);
    assert.deepEqual(
      events.map(({ kind, hash }) => [kind, hash]),
      [['submitted', receipt.chainHash]],
    );
    assert.equal(await chainIsWhole(tx, submission), true);
  });
  const { rows } = await world.t.superuser.query('select event, tenant_id, payload from platform.outbox');
  assert.deepEqual(rows, [
    {
      event: submittedEvent,
      tenant_id: world.portal.tenant,
      payload: {
        submission: receipt.submissionId,
        zustellpunkt: key.zustellpunkt,
        empfaenger: world.office.tenant,
      },
    },
  ]);
});

test('a page that is sent twice, or twenty times at once, makes one submission', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const stored = await uploaded(world, key, 'Anlage');
  const content = payload('Bello', [announced(stored, 'a.pdf')]);
  const name = randomUUID();
  const receipts = await Promise.all(Array.from({ length: 20 }, () => sent(world, key, content, name)));
  const ids = new Set(receipts.map((receipt) => need(receipt).submissionId));
  assert.equal(ids.size, 1);
  assert.equal(receipts.filter((receipt) => !need(receipt).repeated).length, 1);
  assert.deepEqual(await counts(world), [1, 1, 1]);
  assert.equal(codeOf(await sent(world, key, content, name)), 'done');
  assert.deepEqual(await counts(world), [1, 1, 1]);
});

test('the same name for another Zustellpunkt is refused; of another sender it is another submission', async () => {
  await using world = await openWorld();
  const first = await sealingKey(world, await openZustellpunkt(world));
  const second = await sealingKey(world, await openZustellpunkt(world));
  const name = randomUUID();
  const receipt = need(await sent(world, first, payload('a'), name));
  assert.equal(codeOf(await sent(world, second, payload('a'), name)), 'SUBMISSION_REPEATED_DIFFERENTLY');
  const other = need(await sent(world, first, payload('a'), name, party('anderes-portal')));
  assert.notEqual(other.submissionId, receipt.submissionId);
  assert.equal(other.repeated, false);
});

test('a submission whose transaction does not commit leaves nothing, and can be sent again', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const stored = await uploaded(world, key, 'Anlage');
  const content = payload('Bello', [announced(stored, 'a.pdf')]);
  const sealed = await sealSubmission(key, content);
  const order = { idempotencyKey: 'einmal', leistung: 'hund-anmelden', now: world.clock.now() };
  const { tenant, actor } = world.portal;
  const faults = [
    async () => Promise.reject(new Error('the process stopped')),
    async () => {
      await world.t.superuser.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
    },
  ];
  for (const fault of faults) {
    await assert.rejects(
      world.db.withTenant(tenant, actor, async (tx) => {
        need(await deliver(tx, sealed, order));
        await fault();
      }),
    );
    assert.deepEqual(await counts(world), [0, 0, 0]);
  }
  const { rows } = await world.t.superuser.query('select submission_id from delivery.attachment');
  assert.deepEqual(rows, [{ submission_id: null }]);
  need(await world.db.withTenant(tenant, actor, (tx) => deliver(tx, sealed, order)));
  assert.deepEqual(await counts(world), [1, 1, 1]);
});

test('a closed Zustellpunkt and a missing attachment are refused before anything is written', async () => {
  await using world = await openWorld();
  const zustellpunkt = await openZustellpunkt(world);
  const key = await sealingKey(world, zustellpunkt);
  const gone = await uploaded(world, key, 'Anlage');
  await removeUnsent(world, world.portal, gone.blob);
  assert.equal(codeOf(await sent(world, key, payload('a', [announced(gone, 'a.pdf')]))), 'ATTACHMENT_GONE');
  const foreign = await uploaded(world, key, 'Anlage', party('fremdes-portal'));
  assert.equal(
    codeOf(await sent(world, key, payload('a', [announced(foreign, 'a.pdf')]))),
    'ATTACHMENT_GONE',
  );
  need(await changeZustellpunkt(world, world.office, zustellpunkt, 'suspend'));
  assert.equal(codeOf(await sent(world, key, payload('a'))), 'ZUSTELLPUNKT_CLOSED');
  const unknown = { ...key, zustellpunkt: randomUUID() };
  assert.equal(codeOf(await sent(world, unknown, payload('a'))), 'ZUSTELLPUNKT_UNKNOWN');
  assert.deepEqual(await counts(world), [0, 0, 0]);
});

test('two workers who decide at once: one does, the other is told', async () => {
  await using world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const { submissionId } = need(await sent(world, key, payload('a')));
  const { tenant, actor } = world.office;
  const now = world.clock.now();
  const accept = () =>
    world.db.withTenant(tenant, actor, (tx) => acceptSubmission(tx, tenant, submissionId, now));
  const codes = (await Promise.all([accept(), accept(), accept()])).map(codeOf);
  assert.deepEqual(codes.toSorted(), ['SUBMISSION_STATE', 'SUBMISSION_STATE', 'done']);
  assert.equal(await countOf(world, 'delivery.event'), 2);
});

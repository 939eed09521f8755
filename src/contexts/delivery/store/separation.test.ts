import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Tx } from '#platform';
import {
  announced,
  need,
  openWorld,
  openZustellpunkt,
  party,
  payload,
  sealingKey,
  sent,
  uploaded,
  type World,
} from '../testing/world.ts';

const tables = ['submission', 'attachment', 'event'];

type Way = (fn: (tx: Tx) => Promise<void>) => Promise<void>;

function waysOfOthers(world: World): Readonly<Record<string, Way>> {
  const { tenant, actor } = party('fremd');
  return {
    public: (fn) => world.db.withPublic(fn),
    'another organisation': (fn) => world.db.withTenant(tenant, actor, fn),
    'the circle of another organisation': (fn) => world.db.withCircle(tenant, actor, fn),
    'reference data': (fn) => world.db.withReference(actor, fn),
    'reference data of another organisation': (fn) => world.db.withReference(actor, fn, tenant),
    'an unknown key': (fn) => world.db.withKey(randomBytes(32), fn),
  };
}

async function seeded(): Promise<World & { readonly submission: string }> {
  const world = await openWorld();
  const key = await sealingKey(world, await openZustellpunkt(world));
  const stored = await uploaded(world, key, 'Anlage');
  const { submissionId } = need(await sent(world, key, payload('a', [announced(stored, 'a.pdf')])));
  return { ...world, submission: submissionId };
}

async function countSeen(tx: Tx, table: string): Promise<number> {
  const { rows } = await sql`select from ${sql.table(`delivery.${table}`)}`.execute(tx.as());
  return rows.length;
}

test('a submission, its events and attachments are seen by sender and receiver and by nobody else', async () => {
  await using world = await seeded();
  for (const table of tables) {
    for (const { tenant, actor } of [world.portal, world.office])
      await world.db.withTenant(tenant, actor, async (tx) =>
        assert.equal(await countSeen(tx, table), 1, table),
      );
    for (const [way, open] of Object.entries(waysOfOthers(world)))
      await open(async (tx) => assert.equal(await countSeen(tx, table), 0, `${table} by ${way}`));
  }
});

const attacks = (tenant: string, absender: string, submission: string) => [
  `update delivery.submission set state = 'accepted'`,
  `update delivery.submission set metadata = '\\x00', data = '\\x00'`,
  `update delivery.submission set delete_on = current_date`,
  `delete from delivery.submission`,
  `update delivery.attachment set deleted_at = now()`,
  `delete from delivery.attachment`,
  `insert into delivery.event (tenant_id, submission_id, absender, kind, content_hash)
     values ('${tenant}', '${submission}', '${absender}', 'accepted', '\\x00')`,
  `update delivery.event set at = now()`,
  `delete from delivery.event`,
  `truncate delivery.event`,
];

test('neither its sender nor a stranger changes a submission that has arrived', async () => {
  await using world = await seeded();
  const { portal, office } = world;
  const ways: Record<string, Way> = {
    ...waysOfOthers(world),
    'its sender': (fn) => world.db.withTenant(portal.tenant, portal.actor, fn),
  };
  const before = await snapshot(world);
  for (const [way, open] of Object.entries(ways))
    for (const attack of attacks(office.tenant, portal.tenant, world.submission))
      await open(async (tx) => {
        const { numAffectedRows } = await sql.raw(attack).execute(tx.as());
        assert.equal(Number(numAffectedRows ?? 0), 0, `${attack} by ${way}`);
      }).catch((error: Error) =>
        assert.match(error.message, /permission denied|row-level security|read-only|append-only/, way),
      );
  assert.deepEqual(await snapshot(world), before);
});

test('the receiver cannot rewrite what happened either', async () => {
  await using world = await seeded();
  const { tenant, actor } = world.office;
  for (const attack of [
    `update delivery.event set at = now()`,
    `delete from delivery.event`,
    `update delivery.submission set content_hash = '\\x00'`,
    `update delivery.submission set created_at = now()`,
    `delete from delivery.submission`,
  ])
    await assert.rejects(
      world.db.withTenant(tenant, actor, (tx) => sql.raw(attack).execute(tx.as())),
      /permission denied/,
      attack,
    );
});

test('nobody puts in a submission under the name of another sender', async () => {
  await using world = await seeded();
  const { tenant, actor } = party('fremd');
  const copy = `insert into delivery.submission (tenant_id, id, absender, idempotency_hash, zustellpunkt_id, kid, case_id,
      leistung, metadata, data, content_hash, created_at, changed_at)
    values ('${world.office.tenant}', gen_random_uuid(), '${world.portal.tenant}', '\\x01', gen_random_uuid(), 'x',
      gen_random_uuid(), 'x', '\\x00', '\\x00', '\\x00', now(), now())`;
  await assert.rejects(
    world.db.withTenant(tenant, actor, (tx) => sql.raw(copy).execute(tx.as())),
    /row-level security/,
  );
});

test('a Zustellpunkt and its keys are written by its own authority only, and only as public facts', async () => {
  await using world = await seeded();
  const other = party('fremd');
  const end = `update delivery.zustellpunkt set state = 'ended'`;
  const take = `update delivery.zustellpunkt_key set valid_to = now()`;
  const ways: readonly Way[] = [
    ...Object.values(waysOfOthers(world)),
    (fn) => world.db.withTenant(other.tenant, other.actor, fn),
    (fn) => world.db.withTenant(world.office.tenant, world.office.actor, fn),
  ];
  for (const open of ways)
    for (const attack of [end, take])
      await open(async (tx) => {
        const { numAffectedRows } = await sql.raw(attack).execute(tx.as());
        assert.equal(Number(numAffectedRows ?? 0), 0);
      }).catch((error: Error) => assert.match(error.message, /read-only/));
  const { rows } = await world.t.superuser.query('select state from delivery.zustellpunkt');
  assert.deepEqual(rows, [{ state: 'active' }]);
});

test('every table of delivery declares its class and forces row-level security', async () => {
  await using world = await openWorld();
  const { rows } = await world.t.superuser.query<{ name: string; class: string; forced: boolean }>(
    `select relname as name, obj_description(oid, 'pg_class') as class, relrowsecurity and relforcerowsecurity as forced
     from pg_class where relnamespace = 'delivery'::regnamespace and relkind = 'r' order by relname`,
  );
  assert.ok(rows.every(({ forced }) => forced));
  assert.deepEqual(
    rows.filter((row) => row.class === 'class: tenant').map(({ name }) => name),
    tables.toSorted(),
  );
  assert.equal(rows.filter((row) => row.class === 'class: public').length, 2);
});

async function snapshot(world: World): Promise<unknown> {
  const lines: unknown[] = [];
  for (const table of tables) {
    const { rows } = await world.t.superuser.query(
      `select row_to_json(t)::text from delivery.${table} t order by 1`,
    );
    lines.push(rows);
  }
  return lines;
}

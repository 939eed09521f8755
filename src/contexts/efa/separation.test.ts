import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { actorOf, type Database, type TenantId, type Tx } from '#platform';
import {
  dutiesWorlds,
  type EfaWorld,
  offered,
  openEfaWorld,
  prepared,
  tenantId,
  valueIn,
} from './testing/efa-world.ts';
import { changeState } from './use-cases/change-state.ts';
import { releaseText } from './use-cases/release-text.ts';

const actor = actorOf('system', 'test');
const tenantTables = ['anbindung', 'parameter'];
const publicTables = ['angebot', 'freigabe', 'live_dienst', 'rueckzug', 'vorgabe'];

function foreignWays(
  db: Database,
  foreign: TenantId,
): Record<string, (fn: (tx: Tx) => Promise<void>) => Promise<void>> {
  return {
    public: (fn) => db.withPublic(fn),
    'another organisation': (fn) => db.withTenant(foreign, actor, fn),
    'the circle of another organisation': (fn) => db.withCircle(foreign, actor, fn),
    'reference data': (fn) => db.withReference(actor, fn),
    'reference data of another organisation': (fn) => db.withReference(actor, fn, foreign),
    'an unknown key': (fn) => db.withKey(randomBytes(32), fn),
  };
}

describe('Trennung der Organisationen', () => {
  let duties: Awaited<ReturnType<typeof dutiesWorlds>>;
  before(async () => {
    duties = await dutiesWorlds();
  });
  const filled = async (): Promise<EfaWorld> => {
    const world = await openEfaWorld(duties.shipped);
    await offered(world);
    let version = await prepared(world, world.lemgo);
    for (const schritt of ['testen', 'live-schalten'] as const)
      version = valueIn(
        await changeState(world.deps, world.lemgo, { dienst: 'hund-anmelden', version, schritt }),
      ).version;
    valueIn(
      await releaseText(world.deps, world.lemgo, {
        leistung: 'L02950',
        nummer: 0,
        text: { was: 'Hundesteuer' },
      }),
    );
    return world;
  };

  test('every table declares its class, forces row-level security and is tried here', async () => {
    await using world = await openEfaWorld(duties.shipped);
    const { rows } = await world.t.superuser.query<{ name: string; class: string; forced: boolean }>(
      `select relname as name, obj_description(oid, 'pg_class') as class, relrowsecurity and relforcerowsecurity as forced
       from pg_class where relnamespace = 'efa'::regnamespace and relkind = 'r'`,
    );
    const named = (kind: string) =>
      rows.filter((row) => row.class === `class: ${kind}`).map(({ name }) => name);
    assert.deepEqual(named('circle').toSorted(), tenantTables);
    assert.deepEqual(named('public').toSorted(), publicTables);
    assert.ok(rows.every(({ forced }) => forced));
    assert.equal(rows.length, 7);
  });

  test('no way but its own shows what a Kommune states', async () => {
    await using world = await filled();
    const { tenant } = world.lemgo.kommune;
    const seen = async (tx: Tx, table: string) => {
      const found = await sql<{
        n: number;
      }>`select count(*)::int as n from ${sql.table(`efa.${table}`)}`.execute(tx.as());
      return found.rows[0]?.n;
    };
    for (const table of tenantTables) {
      assert.notEqual(await world.deps.db.withTenant(tenant, actor, (tx) => seen(tx, table)), 0);
      for (const [way, open] of Object.entries(foreignWays(world.deps.db, world.detmold.kommune.tenant)))
        await open(async (tx) => assert.equal(await seen(tx, table), 0, `${table} by ${way}`));
    }
  });

  test('nobody else changes, deletes or adds a row in the name of a Kommune or a provider', async () => {
    await using world = await filled();
    const { tenant } = world.lemgo.kommune;
    const foreign = tenantId();
    const snapshot = async () => {
      const tables = [...tenantTables, ...publicTables];
      return Promise.all(
        tables.map(
          async (table) =>
            (await world.t.superuser.query(`select * from efa.${table} order by 1, 2, 3`)).rows,
        ),
      );
    };
    const stand = await snapshot();
    const attacks = [
      `update efa.anbindung set zustand = 'beendet', version = version + 1`,
      `update efa.live_dienst set ausgesetzt_grund = 'x'`,
      'delete from efa.live_dienst',
      'delete from efa.anbindung',
      `insert into efa.anbindung (tenant_id, dienst, ags, fassung, zustand, version, geaendert_am)
        values ('${tenant}', 'hund-anmelden', '05766044', '1', 'interesse', 1, now())`,
      `insert into efa.parameter (tenant_id, dienst, name, wert, gilt_ab, erfasst_am)
        values ('${tenant}', 'hund-anmelden', 'gebuehr', '1', current_date, now())`,
      `insert into efa.freigabe (tenant_id, leistung_id, nummer, ags, freigegeben_am)
        values ('${tenant}', 'L02950', 2, '05766044', now())`,
      `insert into efa.angebot (dienst, fassung, anbieter_id, anbieter, inhalt, definition, formular, hash, angeboten_am)
        values ('x-dienst', '1', '${tenant}', 'x', '{}', '{}', '{}', 'x', now())`,
    ];
    for (const [way, open] of Object.entries(foreignWays(world.deps.db, foreign))) {
      for (const attack of attacks) {
        await open(async (tx) => {
          const { numAffectedRows } = await sql.raw(attack).execute(tx.as());
          assert.equal(Number(numAffectedRows ?? 0), 0, `${attack} by ${way}`);
        }).catch((error: Error) =>
          assert.match(
            error.message,
            /permission denied|row-level security|read-only/,
            `${attack} by ${way}`,
          ),
        );
      }
    }
    assert.deepEqual(await snapshot(), stand);
  });

  test('not even its own Kommune rewrites what it stated, and without the public scope none writes for citizens', async () => {
    await using world = await filled();
    const { tenant } = world.lemgo.kommune;
    const tried = [
      `update efa.parameter set wert = '1'`,
      'delete from efa.parameter',
      'delete from efa.anbindung',
      `update efa.anbindung set tenant_id = '${tenantId()}'`,
      `update efa.freigabe set text = null`,
      `insert into efa.freigabe (tenant_id, leistung_id, nummer, ags, freigegeben_am)
        values ('${tenant}', 'L02950', 2, '05766044', now())`,
      `insert into efa.live_dienst (tenant_id, dienst, ags, kommune, fassung, titel, leika, seit, stellen)
        values ('${tenant}', 'andere', '05766044', 'Lemgo', '1', 'x', '{}', current_date, '[]')`,
    ];
    for (const statement of tried) {
      const attempt = world.deps.db.withTenant(tenant, actor, async (tx) => {
        await sql.raw(statement).execute(tx.as());
      });
      await assert.rejects(attempt, /permission denied|row-level security|append-only/, statement);
    }
  });
});

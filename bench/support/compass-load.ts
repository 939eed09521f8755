import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** How much the measured installation holds. */
export interface StandLoad {
  readonly bodies: readonly string[];
  readonly leistungen: readonly string[];
  /** Of a hundred cells so many are used. */
  readonly usedPercent: number;
  /** Statements of each used cell. */
  readonly changes: number;
}

/** What a load made. */
export interface LoadedStand {
  /** An IT-Dienstleister that looks after all Kommunen, which all share with it. */
  readonly provider: string;
  readonly statements: number;
}

/** Fills the statements of 24 months, spread over cells and days without chance, so that every run counts the same. */
export async function loadStand(superuser: pg.Pool, load: StandLoad): Promise<LoadedStand> {
  const provider = await insertKommunen(superuser, load.bodies);
  await superuser.query(
    `create table public.bench_leistung as select id, nr from unnest($1::text[]) with ordinality as given (id, nr)`,
    [load.leistungen],
  );
  const client = await superuser.connect();
  try {
    await client.query('set session_replication_role = replica');
    // The demo has said something already.
    await client.query('truncate compass.stand cascade');
    const { rowCount } = await client.query(insertStatements, [load.changes, load.usedPercent]);
    await client.query('set session_replication_role = origin');
    await client.query('analyze compass.stand');
    return { provider, statements: rowCount ?? 0 };
  } finally {
    client.release();
  }
}

async function insertKommunen(superuser: pg.Pool, bodies: readonly string[]): Promise<string> {
  const provider = randomUUID();
  await superuser.query(
    `insert into identity.organisation (id, kind, name) values ($1, 'it-dienstleister', 'Messung')`,
    [provider],
  );
  await superuser.query(
    `insert into identity.organisation (id, kind, name, body_key)
      select gen_random_uuid(), 'kommune', 'Kommune ' || ags, ags from unnest($1::text[]) as given (ags)
      where not exists (select from identity.organisation where body_key = ags)`,
    [bodies],
  );
  await superuser.query(
    `insert into identity.betreuung select id, $1, '2024-01-01' from identity.organisation where kind = 'kommune'`,
    [provider],
  );
  await superuser.query(
    `insert into identity.einwilligung select id, $1, '2024-01-01', null, 'mitglied:x'
      from identity.organisation where kind = 'kommune'`,
    [provider],
  );
  return provider;
}

/** In the order in which an installation would have made them: month by month. */
const insertStatements = `
  insert into compass.stand (tenant_id, leistung_id, fassung, ags, gilt_ab, zustand, grund, geplant_fuer,
      umgesetzt_am, reifegrad11, reifegrad20, fallzahl, fallzahl_jahr, fallzahl_art, loesung_id, angegeben_am)
    select o.id, l.id, change, o.body_key, gilt, zustand, case when zustand = 'nicht-anwendbar' then 'Messung' end,
      case when zustand = 'geplant' then gilt + 90 end, case when zustand = 'online' then gilt end,
      case when zustand = 'online' then (seed % 5) end, case when zustand = 'online' then (seed % 8) end,
      case when seed % 3 > 0 then seed % 900 end, case when seed % 3 > 0 then 2025 end,
      case when seed % 3 > 0 then 'gezaehlt' end, case when seed % 2 = 0 then 'loesung-' || seed % 40 end, gilt
    from generate_series(1, $1) as change
    cross join identity.organisation o
    cross join bench_leistung l
    cross join lateral (select abs(hashint8(l.nr * 1000003 + o.body_key::bigint)::bigint) as seed) s
    cross join lateral (select date '2024-11-22' + ((change - 1) * 730 / $1 + seed % (730 / $1))::int as gilt,
      (array['nicht-begonnen', 'vorgemerkt', 'geplant', 'in-umsetzung', 'in-erprobung', 'online', 'abgeschaltet',
        'nicht-anwendbar'])[1 + (change + seed) % 8] as zustand) t
    where o.kind = 'kommune' and (seed / 7) % 100 < $2
    order by change`;

import { sql } from 'kysely';
import { change, rowsOf, type TenantId, type Tx } from '#platform';

/** A notice that is due for a member. */
export interface Hinweis {
  readonly was: string;
  readonly ablauf: string;
  readonly stufe: number;
}

/** Notes what a member is told now; gives those of it that it was not told before. One statement. */
export async function noteHinweise(
  tx: Tx,
  tenant: TenantId,
  mitglied: string,
  hinweise: readonly Hinweis[],
  am: Date,
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    tx,
    sql<{ was: string }>`insert into connection.hinweis (tenant_id, mitglied_id, was, ablauf, stufe, am)
      select ${tenant}::uuid, ${mitglied}::uuid, h.was, h.ablauf, h.stufe, ${am}::timestamptz
      from unnest(${hinweise.map(({ was }) => was)}::text[], ${hinweise.map(({ ablauf }) => ablauf)}::date[],
        ${hinweise.map(({ stufe }) => stufe)}::int[]) as h (was, ablauf, stufe)
      on conflict do nothing returning was`,
  );
  return new Set(rows.map(({ was }) => was));
}

/** Until when each member of a house was told what waits for it. */
export async function readGesagt(tx: Tx, tenant: TenantId): Promise<ReadonlyMap<string, Date>> {
  const rows = await rowsOf(
    tx,
    sql<{ mitglied: string; bis: Date }>`select mitglied_id as mitglied, bis from connection.am_zug_gesagt
      where tenant_id = ${tenant}`,
  );
  return new Map(rows.map(({ mitglied, bis }) => [mitglied, bis]));
}

/** A member was told everything until a moment. */
export async function schreibeGesagt(tx: Tx, tenant: TenantId, mitglied: string, bis: Date): Promise<void> {
  await change(
    tx,
    sql`insert into connection.am_zug_gesagt (tenant_id, mitglied_id, bis) values (${tenant}, ${mitglied}, ${bis})
      on conflict (tenant_id, mitglied_id) do update set bis = excluded.bis`,
  );
}

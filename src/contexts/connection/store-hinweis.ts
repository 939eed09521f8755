import { sql } from 'kysely';
import { rowsOf, type TenantId, type Tx } from '#platform';

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

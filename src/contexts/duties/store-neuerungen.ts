import { sql } from 'kysely';
import { z } from 'zod';
import type { TenantId, Tx } from '#platform';
import { type NeuerungStand, neuerungStaende } from './domain/neuerung.ts';

const standRow = z.object({ fassung: z.int(), leistungId: z.string(), stand: z.enum(neuerungStaende) });

export type StandRow = z.infer<typeof standRow>;

/** What the transaction's tenant has looked at so far. */
export async function readStaende(tx: Tx): Promise<readonly StandRow[]> {
  const { rows } = await sql`select fassung, leistung_id as "leistungId", stand
    from duties.neuerung_stand`.execute(tx.as());
  return z.array(standRow).parse(rows);
}

/** Writes one state for several consequences of a Fassung. */
export async function writeStaende(
  tx: Tx,
  tenant: TenantId,
  rows: readonly { readonly fassung: number; readonly leistungId: string; readonly stand: NeuerungStand }[],
): Promise<void> {
  const values = rows.map(({ fassung, leistungId, stand }) => ({ fassung, leistung_id: leistungId, stand }));
  await sql`insert into duties.neuerung_stand (tenant_id, fassung, leistung_id, stand)
    select ${tenant}::uuid, fassung, leistung_id, stand
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as x(fassung int, leistung_id text, stand text)
    on conflict (tenant_id, fassung, leistung_id)
      do update set stand = excluded.stand, geaendert_am = now(), geaendert_von = ${tx.actor}`.execute(
    tx.as(),
  );
}

import { sql } from 'kysely';
import { z } from 'zod';
import { change, type DataKey, rowsOf, type TenantId, type Tx } from '#platform';

const befunde = ['sauber', 'schadsoftware'] as const;
/** What a scanner found in a file. */
export type Befund = (typeof befunde)[number];
const befundSchema = z.enum(befunde);

/** When a file was last scanned at the authority, and with which finding. */
export interface Pruefung {
  readonly am: Date;
  readonly befund: Befund;
}

/** The place of a finding: which file of which case. */
export interface PruefungPlace {
  readonly tenant: TenantId;
  readonly eingang: string;
  readonly anlage: string;
}

const placeOf = ({ eingang, anlage }: Pick<PruefungPlace, 'eingang' | 'anlage'>) => ({
  table: 'inbox.pruefung',
  column: 'befund',
  row: `${eingang}:${anlage}`,
});

/** Keeps what was found last; does nothing to a case that was deleted meanwhile. */
export async function keepPruefung(
  tx: Tx,
  key: DataKey,
  place: PruefungPlace,
  { am, befund }: Pruefung,
): Promise<void> {
  const { tenant, eingang, anlage } = place;
  const sealed = key.seal(placeOf(place), befund);
  await change(
    tx,
    sql`insert into inbox.pruefung (tenant_id, eingang_id, anlage_id, am, befund)
      select tenant_id, id, ${anlage}::uuid, ${am}::timestamptz, ${sealed}::bytea from inbox.eingang
        where tenant_id = ${tenant} and id = ${eingang} and inhalt is not null for update
      on conflict (tenant_id, eingang_id, anlage_id) do update set am = excluded.am, befund = excluded.befund`,
  );
}

/** The findings for the files of a case, by the file's id. */
export async function pruefungenOf(
  tx: Tx,
  key: DataKey,
  tenant: TenantId,
  eingang: string,
): Promise<ReadonlyMap<string, Pruefung>> {
  const rows = await rowsOf(
    tx,
    sql<{
      anlage: string;
      am: Date;
      befund: Buffer;
    }>`select anlage_id as anlage, am, befund from inbox.pruefung
      where tenant_id = ${tenant} and eingang_id = ${eingang}`,
  );
  return new Map(
    rows.map(({ anlage, am, befund }) => {
      const opened = key.open(placeOf({ eingang, anlage }), befund);
      return [anlage, { am, befund: befundSchema.parse(opened.toString()) }] as const;
    }),
  );
}

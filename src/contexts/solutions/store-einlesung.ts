import { sql } from 'kysely';
import { z } from 'zod';
import type { TenantId, Tx } from '#platform';

const blattSchema = z.object({
  notes: z.array(z.string()),
  rows: z.array(
    z.object({
      line: z.int(),
      cells: z.array(z.string()),
      problems: z.array(
        z.object({
          column: z.int(),
          fault: z.enum(['formel', 'verbunden', 'fehlerwert']),
          detail: z.string(),
        }),
      ),
    }),
  ),
});

/** A table as it was uploaded. */
export type Blatt = z.infer<typeof blattSchema>;

export interface Einlesung {
  readonly id: string;
  readonly dateiname: string;
  readonly blatt: Blatt;
}

/** Keeps an uploaded table until tomorrow, and forgets those of the tenant that waited longer. */
export async function insertEinlesung(
  tx: Tx,
  tenant: TenantId,
  { id, dateiname, blatt }: Einlesung,
): Promise<void> {
  await sql`delete from solutions.einlesung where angelegt_am < now() - interval '1 day'`.execute(tx.as());
  await sql`insert into solutions.einlesung (tenant_id, id, dateiname, blatt)
    values (${tenant}, ${id}, ${dateiname}, ${JSON.stringify(blatt)}::jsonb)`.execute(tx.as());
}

/** An uploaded table of the transaction's tenant, while it is not older than a day. */
export async function readEinlesung(tx: Tx, id: string): Promise<Einlesung | null> {
  const { rows } = await sql<{ id: string; dateiname: string; blatt: unknown }>`select id, dateiname, blatt
    from solutions.einlesung where id = ${id}::uuid and angelegt_am >= now() - interval '1 day'`.execute(
    tx.as(),
  );
  const row = rows[0];
  return row ? { id: row.id, dateiname: row.dateiname, blatt: blattSchema.parse(row.blatt) } : null;
}

/** Forgets a table once its rows are taken over. */
export async function deleteEinlesung(tx: Tx, id: string): Promise<void> {
  await sql`delete from solutions.einlesung where id = ${id}::uuid`.execute(tx.as());
}

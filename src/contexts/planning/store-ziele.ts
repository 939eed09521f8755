import { sql } from 'kysely';
import { z } from 'zod';
import type { LocalDate } from '#kernel';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Ziel } from './domain/ziele.ts';
import { zielSchema } from './shapes.ts';

/** What the newest decision of an IT-Dienstleister sets for one Kommune. */
export interface ZieleDerKommune {
  readonly nummer: number;
  readonly ags: string;
  readonly haus: string;
  readonly planTitel: string;
  readonly am: LocalDate;
  readonly wer: string;
  readonly grund: string;
  readonly ziele: readonly Ziel[];
}

const columns = sql`nummer, ags, haus, plan_titel as "planTitel", am, wer, grund, ziele`;

/** Writes what a decision sets for a Kommune. */
export async function insertZiele(
  tx: Tx,
  tenant: TenantId,
  recipient: TenantId,
  { nummer, ags, haus, planTitel, am, wer, grund, ziele }: ZieleDerKommune,
): Promise<void> {
  await change(
    tx,
    sql`insert into planning.ziele (tenant_id, nummer, recipient_id, ags, haus, plan_titel, am, wer, grund, ziele)
      values (${tenant}, ${nummer}, ${recipient}, ${ags}, ${haus}, ${planTitel}, ${am}, ${wer}, ${grund}, ${json(ziele)})`,
  );
}

/** The targets of a Kommune from the newest decision of each IT-Dienstleister, as either of them may read them. */
export async function readZiele(
  tx: Tx,
  { tenant }: { readonly tenant: TenantId },
): Promise<readonly ZieleDerKommune[]> {
  const rows = await rowsOf(
    tx,
    sql<ZieleDerKommune>`select distinct on (tenant_id) ${columns} from planning.ziele
      where recipient_id = ${tenant} order by tenant_id, nummer desc`,
  );
  return rows.map((row) => ({ ...row, ziele: z.array(zielSchema).parse(row.ziele) }));
}

/** Kommunen for which the transaction's house has set something before: they learn of the next decision too. */
export async function formerRecipients(
  tx: Tx,
): Promise<readonly { readonly tenant: TenantId; readonly ags: string }[]> {
  return rowsOf(
    tx,
    sql<{ tenant: TenantId; ags: string }>`select distinct recipient_id as tenant, ags from planning.ziele
      where tenant_id = (select platform.tenant())`,
  );
}

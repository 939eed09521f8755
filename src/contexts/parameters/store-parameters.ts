import { sql } from 'kysely';
import { change, rowOf, type TenantId, type Tx, waitingTables } from '#platform';

/** Tables between their preview and their confirmation. */
export const einlesungen = waitingTables('parameters');

/** Whether the transaction's Kommune lets a provider enter values for it. */
export async function darfEintragen(tx: Tx, anbieter: TenantId): Promise<boolean> {
  const row = await rowOf(
    tx,
    sql<{ erteilt: boolean }>`select erteilt from parameters.eintragungsrecht
      where tenant_id = (select platform.tenant()) and anbieter_id = ${anbieter} order by nummer desc limit 1`,
  );
  return row?.erteilt === true;
}

export async function insertEintragungsrecht(
  tx: Tx,
  tenant: TenantId,
  { anbieter, erteilt }: { readonly anbieter: TenantId; readonly erteilt: boolean },
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into parameters.eintragungsrecht (tenant_id, anbieter_id, erteilt, erfasst_am)
      values (${tenant}, ${anbieter}, ${erteilt}, ${now})`,
  );
}

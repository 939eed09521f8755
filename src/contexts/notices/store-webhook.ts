import { sql } from 'kysely';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Webhook } from './domain/webhook.ts';

const columns = sql`id, bezeichnung, url, ereignisse, zustand, grund, angelegt_am as "angelegtAm"`;

export async function insertWebhook(
  tx: Tx,
  tenant: TenantId,
  webhook: Pick<Webhook, 'id' | 'bezeichnung' | 'url' | 'ereignisse' | 'angelegtAm'>,
  secret: Buffer,
): Promise<void> {
  await change(
    tx,
    sql`insert into notices.webhook (tenant_id, id, bezeichnung, url, ereignisse, secret_sealed, zustand, angelegt_am,
        angelegt_von)
      values (${tenant}, ${webhook.id}, ${webhook.bezeichnung}, ${webhook.url}, ${[...webhook.ereignisse]}, ${secret},
        'aktiv', ${webhook.angelegtAm}, ${tx.actor})`,
  );
}

/** Changes what a person may change; a webhook that was switched off is on again. */
export async function updateWebhook(
  tx: Tx,
  tenant: TenantId,
  { id, bezeichnung, url, ereignisse }: Pick<Webhook, 'id' | 'bezeichnung' | 'url' | 'ereignisse'>,
): Promise<boolean> {
  const changed = await change(
    tx,
    sql`update notices.webhook set bezeichnung = ${bezeichnung}, url = ${url}, ereignisse = ${[...ereignisse]},
        zustand = 'aktiv', grund = null, fehler_seit = null
      where tenant_id = ${tenant} and id = ${id}`,
  );
  return changed === 1;
}

export async function replaceSecret(tx: Tx, tenant: TenantId, id: string, secret: Buffer): Promise<boolean> {
  const changed = await change(
    tx,
    sql`update notices.webhook set secret_sealed = ${secret} where tenant_id = ${tenant} and id = ${id}`,
  );
  return changed === 1;
}

export async function deleteWebhook(tx: Tx, tenant: TenantId, id: string): Promise<boolean> {
  const deleted = await change(
    tx,
    sql`delete from notices.webhook where tenant_id = ${tenant} and id = ${id}`,
  );
  return deleted === 1;
}

export function listWebhooks(tx: Tx, tenant: TenantId): Promise<readonly Webhook[]> {
  return rowsOf(
    tx,
    sql<Webhook>`select ${columns} from notices.webhook where tenant_id = ${tenant} order by angelegt_am, id`,
  );
}

export function webhookById(tx: Tx, tenant: TenantId, id: string): Promise<Webhook | null> {
  return rowOf(
    tx,
    sql<Webhook>`select ${columns} from notices.webhook where tenant_id = ${tenant} and id = ${id}`,
  );
}

/** The active webhooks that want to hear of an event. */
export async function listenersOf(tx: Tx, tenant: TenantId, event: string): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string }>`select id from notices.webhook
      where tenant_id = ${tenant} and zustand = 'aktiv' and ${event} = any(ereignisse)`,
  );
  return rows.map(({ id }) => id);
}

/** A call went well: the webhook has no faults any more. */
export async function clearFault(tx: Tx, tenant: TenantId, id: string): Promise<void> {
  await change(
    tx,
    sql`update notices.webhook set fehler_seit = null
      where tenant_id = ${tenant} and id = ${id} and fehler_seit is not null`,
  );
}

/** A call failed; returns since when all have. */
export async function noteFault(tx: Tx, tenant: TenantId, id: string, now: Date): Promise<Date> {
  const row = await rowOf(
    tx,
    sql<{ since: Date }>`update notices.webhook set fehler_seit = coalesce(fehler_seit, ${now})
      where tenant_id = ${tenant} and id = ${id} returning fehler_seit as since`,
  );
  return row?.since ?? now;
}

/** Switches a webhook off; `false` where it was off. */
export async function switchOff(tx: Tx, tenant: TenantId, id: string, grund: string): Promise<boolean> {
  const changed = await change(
    tx,
    sql`update notices.webhook set zustand = 'abgeschaltet', grund = ${grund}
      where tenant_id = ${tenant} and id = ${id} and zustand = 'aktiv'`,
  );
  return changed === 1;
}

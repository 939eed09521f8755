import { sql } from 'kysely';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Zustellung } from './domain/webhook.ts';

const columns = sql`id, webhook_id as "webhookId", ereignis, daten, zustand, versuche,
  naechster_versuch as "naechsterVersuch", antwort, grund, angelegt_am as "angelegtAm", zugestellt_am as "zugestelltAm"`;

export interface NewZustellung {
  readonly id: string;
  readonly webhookId: string;
  readonly ereignis: string;
  readonly key: string;
  readonly daten: unknown;
  readonly angelegtAm: Date;
  readonly frist: Date;
}

/** Enters an event for a webhook; `false` where it was entered before. */
export async function insertZustellung(tx: Tx, tenant: TenantId, one: NewZustellung): Promise<boolean> {
  const inserted = await change(
    tx,
    sql`insert into notices.zustellung (tenant_id, id, webhook_id, ereignis, ereignis_key, daten, zustand,
        naechster_versuch, frist, angelegt_am)
      values (${tenant}, ${one.id}, ${one.webhookId}, ${one.ereignis}, ${one.key}, ${JSON.stringify(one.daten)}::jsonb,
        'wartet', ${one.angelegtAm}, ${one.frist}, ${one.angelegtAm})
      on conflict (tenant_id, webhook_id, ereignis_key) do nothing`,
  );
  return inserted === 1;
}

/** The youngest deliveries of a webhook. */
export function listZustellungen(
  tx: Tx,
  tenant: TenantId,
  webhook: string,
  limit: number,
): Promise<readonly Zustellung[]> {
  return rowsOf(
    tx,
    sql<Zustellung>`select ${columns} from notices.zustellung where tenant_id = ${tenant} and webhook_id = ${webhook}
      order by angelegt_am desc, id limit ${limit}`,
  );
}

/** What is to be sent, and how. */
export interface DueZustellung extends Zustellung {
  readonly url: string;
  readonly secret: Buffer;
  readonly frist: Date;
}

/** The next call that is due, locked until the transaction ends. Those of a webhook that is off wait. */
export function lockDueZustellung(tx: Tx, tenant: TenantId, now: Date): Promise<DueZustellung | null> {
  return rowOf(
    tx,
    sql<DueZustellung>`select z.id, z.webhook_id as "webhookId", z.ereignis, z.daten, z.zustand, z.versuche,
        z.naechster_versuch as "naechsterVersuch", z.antwort, z.grund, z.angelegt_am as "angelegtAm",
        z.zugestellt_am as "zugestelltAm", w.url, w.secret_sealed as secret, z.frist
      from notices.zustellung z join notices.webhook w on w.tenant_id = z.tenant_id and w.id = z.webhook_id
      where z.tenant_id = ${tenant} and z.zustand = 'wartet' and z.naechster_versuch <= ${now} and w.zustand = 'aktiv'
      order by z.naechster_versuch, z.id limit 1 for update of z, w skip locked`,
  );
}

export async function zustellungenAreDue(tx: Tx, tenant: TenantId, now: Date): Promise<boolean> {
  const row = await rowOf(
    tx,
    sql<{ due: boolean }>`select exists (select from notices.zustellung z
        join notices.webhook w on w.tenant_id = z.tenant_id and w.id = z.webhook_id
      where z.tenant_id = ${tenant} and z.zustand = 'wartet' and z.naechster_versuch <= ${now}
        and w.zustand = 'aktiv') as due`,
  );
  return row?.due ?? false;
}

/** What came of one call. */
export interface CallOutcome {
  readonly zustand: Zustellung['zustand'];
  readonly antwort: number | null;
  readonly grund: string | null;
  readonly naechsterVersuch: Date | null;
}

export async function recordCall(
  tx: Tx,
  tenant: TenantId,
  id: string,
  { zustand, antwort, grund, naechsterVersuch }: CallOutcome,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`update notices.zustellung set zustand = ${zustand}, antwort = ${antwort}, grund = ${grund},
        versuche = versuche + 1, naechster_versuch = coalesce(${naechsterVersuch}, naechster_versuch),
        zugestellt_am = ${zustand === 'zugestellt' ? now : null}
      where tenant_id = ${tenant} and id = ${id}`,
  );
}

/** Gives up what waits for a webhook that is switched off. */
export function giveUpWaiting(tx: Tx, tenant: TenantId, webhook: string, grund: string): Promise<number> {
  return change(
    tx,
    sql`update notices.zustellung set zustand = 'aufgegeben', grund = ${grund}
      where tenant_id = ${tenant} and webhook_id = ${webhook} and zustand = 'wartet'`,
  );
}

/** Lets a call that was given up be made again, under the same id. */
export async function sendAgain(
  tx: Tx,
  tenant: TenantId,
  { webhook, id }: { readonly webhook: string; readonly id: string },
  now: Date,
  frist: Date,
): Promise<boolean> {
  const changed = await change(
    tx,
    sql`update notices.zustellung set zustand = 'wartet', versuche = 0, naechster_versuch = ${now}, frist = ${frist},
        grund = null
      where tenant_id = ${tenant} and id = ${id} and webhook_id = ${webhook} and zustand = 'aufgegeben'`,
  );
  return changed === 1;
}

/** Deletes what is over since before a day. */
export function deleteOldZustellungen(tx: Tx, tenant: TenantId, before: Date): Promise<number> {
  return change(
    tx,
    sql`delete from notices.zustellung where tenant_id = ${tenant} and zustand <> 'wartet' and angelegt_am < ${before}`,
  );
}

/** Moves the next try of everything that waits for a webhook: nearer when it answers, further off while it does not. */
export async function moveWaiting(tx: Tx, tenant: TenantId, webhook: string, to: Date): Promise<void> {
  await change(
    tx,
    sql`update notices.zustellung set naechster_versuch = ${to}
      where tenant_id = ${tenant} and webhook_id = ${webhook} and zustand = 'wartet'`,
  );
}

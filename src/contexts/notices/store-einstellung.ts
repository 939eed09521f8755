import { sql } from 'kysely';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import { type Einstellung, summaryDueBefore, usualEinstellung } from './domain/summary-due.ts';

/** What a person wants, and from when on the next summary counts. */
export interface StoredEinstellung extends Einstellung {
  readonly zuletztAm: Date;
}

export async function einstellungOf(
  tx: Tx,
  tenant: TenantId,
  member: string,
): Promise<StoredEinstellung | null> {
  return rowOf(
    tx,
    sql<StoredEinstellung>`select zusammenfassung, rundmails, anbindungen, berichte,
        zuletzt_am as "zuletztAm" from notices.einstellung
      where tenant_id = ${tenant} and member_id = ${member}`,
  );
}

/** Keeps what a person wants; a change of the rhythm does not change what the next summary counts from. */
export async function putEinstellung(
  tx: Tx,
  tenant: TenantId,
  member: string,
  { zusammenfassung, rundmails, anbindungen, berichte }: Einstellung,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into notices.einstellung (tenant_id, member_id, zusammenfassung, rundmails, anbindungen, berichte, zuletzt_am)
      values (${tenant}, ${member}, ${zusammenfassung}, ${rundmails}, ${anbindungen}, ${berichte}, ${now})
      on conflict (tenant_id, member_id) do update set zusammenfassung = excluded.zusammenfassung,
        rundmails = excluded.rundmails, anbindungen = excluded.anbindungen, berichte = excluded.berichte,
        naechster_versuch = null,
        zuletzt_am = case when einstellung.zusammenfassung = 'nie' then excluded.zuletzt_am
          else einstellung.zuletzt_am end`,
  );
}

/** Turns Rundmails off for a person, and leaves its summaries as they are. */
export async function refuseRundmails(tx: Tx, tenant: TenantId, member: string, now: Date): Promise<void> {
  await change(
    tx,
    sql`insert into notices.einstellung (tenant_id, member_id, zusammenfassung, rundmails, zuletzt_am)
      values (${tenant}, ${member}, ${usualEinstellung.zusammenfassung}, false, ${now})
      on conflict (tenant_id, member_id) do update set rundmails = false`,
  );
}

/** Whoever of the organisation is not mailed at once when such a thing waits for them: a summary says so, or nobody is to. */
export async function membersWithoutMail(
  tx: Tx,
  tenant: TenantId,
  was: 'anbindungen' | 'berichte',
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string }>`select member_id as id from notices.einstellung
      where tenant_id = ${tenant} and (not ${sql.ref(was)} or zusammenfassung <> 'nie')`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whoever of the organisation has unsubscribed from Rundmails. */
export async function unsubscribedMembers(tx: Tx, tenant: TenantId): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string }>`select member_id as id from notices.einstellung
      where tenant_id = ${tenant} and not rundmails`,
  );
  return new Set(rows.map(({ id }) => id));
}

const isDue = (
  now: Date,
) => sql`(zusammenfassung = 'taeglich' and zuletzt_am <= ${summaryDueBefore('taeglich', now)}
    or zusammenfassung = 'woechentlich' and zuletzt_am <= ${summaryDueBefore('woechentlich', now)})
  and coalesce(naechster_versuch, '-infinity') <= ${now}`;

export async function summariesAreDue(tx: Tx, tenant: TenantId, now: Date): Promise<boolean> {
  const row = await rowOf(
    tx,
    sql<{ due: boolean }>`select exists (select from notices.einstellung
      where tenant_id = ${tenant} and ${isDue(now)}) as due`,
  );
  return row?.due ?? false;
}

/** A person whose summary is due. */
export interface DueSummary {
  readonly memberId: string;
  readonly zuletztAm: Date;
}

/** The next person whose summary is due, locked until the transaction ends. */
export function lockDueSummary(tx: Tx, tenant: TenantId, now: Date): Promise<DueSummary | null> {
  return rowOf(
    tx,
    sql<DueSummary>`select member_id as "memberId", zuletzt_am as "zuletztAm" from notices.einstellung
      where tenant_id = ${tenant} and ${isDue(now)} order by zuletzt_am, member_id limit 1 for update skip locked`,
  );
}

/** The summary is out, or there was nothing to tell: the next counts from here. */
export async function summaryDone(tx: Tx, tenant: TenantId, member: string, until: Date): Promise<void> {
  await change(
    tx,
    sql`update notices.einstellung set zuletzt_am = ${until}, naechster_versuch = null
      where tenant_id = ${tenant} and member_id = ${member}`,
  );
}

/** The mail did not go out: it is tried later and still counts from the last one. */
export async function summaryPutOff(tx: Tx, tenant: TenantId, member: string, until: Date): Promise<void> {
  await change(
    tx,
    sql`update notices.einstellung set naechster_versuch = ${until}
      where tenant_id = ${tenant} and member_id = ${member}`,
  );
}

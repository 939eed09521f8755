import { sql } from 'kysely';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import { rowId } from './row-id.ts';

export interface StoredVertretung {
  readonly id: string;
  readonly member_id: string;
  readonly deputy_id: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly ended_at: Date | null;
}

const columns = sql`id, member_id, deputy_id, valid_from, valid_to, ended_at`;

export async function insertVertretung(
  tx: Tx,
  tenant: TenantId,
  vertretung: Omit<StoredVertretung, 'ended_at'>,
): Promise<void> {
  await change(
    tx,
    sql`insert into identity.vertretung (tenant_id, id, member_id, deputy_id, valid_from, valid_to)
      values (${tenant}, ${vertretung.id}, ${vertretung.member_id}, ${vertretung.deputy_id}, ${vertretung.valid_from},
        ${vertretung.valid_to})`,
  );
}

/** The Vertretungen in which a member is represented or represents. */
export function vertretungenOf(
  tx: Tx,
  tenant: TenantId,
  member: string,
): Promise<readonly StoredVertretung[]> {
  return rowsOf(
    tx,
    sql<StoredVertretung>`select ${columns} from identity.vertretung
      where tenant_id = ${tenant} and (member_id = ${member} or deputy_id = ${member}) order by valid_from, id`,
  );
}

export function vertretungById(tx: Tx, tenant: TenantId, id: string): Promise<StoredVertretung | null> {
  return rowOf(
    tx,
    sql<StoredVertretung>`select ${columns} from identity.vertretung where tenant_id = ${tenant} and id = ${rowId(id)}`,
  );
}

export async function endVertretung(tx: Tx, tenant: TenantId, id: string, now: Date): Promise<boolean> {
  const ended = await change(
    tx,
    sql`update identity.vertretung set ended_at = ${now}
      where tenant_id = ${tenant} and id = ${rowId(id)} and ended_at is null`,
  );
  return ended === 1;
}

/** Ends every Vertretung by and for a member who leaves. */
export async function endVertretungenOf(tx: Tx, tenant: TenantId, member: string, now: Date): Promise<void> {
  await change(
    tx,
    sql`update identity.vertretung set ended_at = ${now}
      where tenant_id = ${tenant} and (member_id = ${member} or deputy_id = ${member}) and ended_at is null`,
  );
}

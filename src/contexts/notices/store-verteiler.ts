import { sql } from 'kysely';
import { change, rowsOf, type TenantId, type Tx } from '#platform';

/** A named group of Kommunen of the circle. */
export interface Verteiler {
  readonly id: string;
  readonly name: string;
  readonly kommunen: readonly string[];
}

export function listVerteiler(tx: Tx, tenant: TenantId): Promise<readonly Verteiler[]> {
  return rowsOf(
    tx,
    sql<Verteiler>`select id, name, kommunen from notices.verteiler where tenant_id = ${tenant} order by name`,
  );
}

/** Enters a group, or gives the one of that name other members. */
export async function putVerteiler(tx: Tx, tenant: TenantId, verteiler: Verteiler, now: Date): Promise<void> {
  await change(
    tx,
    sql`insert into notices.verteiler (tenant_id, id, name, kommunen, geaendert_am)
      values (${tenant}, ${verteiler.id}, ${verteiler.name}, ${[...verteiler.kommunen]}::uuid[], ${now})
      on conflict (tenant_id, name) do update set kommunen = excluded.kommunen, geaendert_am = excluded.geaendert_am`,
  );
}

export async function deleteVerteiler(tx: Tx, tenant: TenantId, id: string): Promise<boolean> {
  const deleted = await change(
    tx,
    sql`delete from notices.verteiler where tenant_id = ${tenant} and id = ${id}`,
  );
  return deleted === 1;
}

import { sql } from 'kysely';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';

/** A value that was assumed for a Kommune. */
export interface OffeneAnnahme {
  readonly parameter: string;
  readonly quelle: string;
  readonly angelegtAm: Date;
  readonly bestaetigtAm: Date | null;
}

/** Notes which values were assumed, and from what; one that is assumed anew has to be confirmed anew. */
export async function noteAnnahmen(
  tx: Tx,
  tenant: TenantId,
  dienst: string,
  annahmen: readonly { readonly parameter: string; readonly quelle: string }[],
  am: Date,
): Promise<void> {
  if (annahmen.length === 0) return;
  await change(
    tx,
    sql`insert into connection.annahme (tenant_id, dienst, parameter, quelle, angelegt_am)
      select ${tenant}, ${dienst}, one.parameter, one.quelle, ${am}
        from jsonb_to_recordset(${json(annahmen)}) as one (parameter text, quelle text)
      on conflict (tenant_id, dienst, parameter) do update set quelle = excluded.quelle,
        angelegt_am = excluded.angelegt_am, bestaetigt_am = null, bestaetigt_von = null`,
  );
}

/** What was assumed for the transaction's Kommune, confirmed or not. */
export function readAnnahmen(tx: Tx, dienst: string): Promise<readonly OffeneAnnahme[]> {
  return rowsOf(
    tx,
    sql<OffeneAnnahme>`select parameter, quelle, angelegt_am as "angelegtAm", bestaetigt_am as "bestaetigtAm"
      from connection.annahme where tenant_id = (select platform.tenant()) and dienst = ${dienst} order by parameter`,
  );
}

/** Confirms assumptions; gives how many were still open. */
export function confirmAnnahmen(
  tx: Tx,
  dienst: string,
  parameters: readonly string[],
  am: Date,
): Promise<number> {
  return change(
    tx,
    sql`update connection.annahme set bestaetigt_am = ${am}, bestaetigt_von = platform.actor()
      where tenant_id = (select platform.tenant()) and dienst = ${dienst} and parameter = any (${[...parameters]})
        and bestaetigt_am is null`,
  );
}

/** Forgets assumptions whose values were taken back. */
export async function dropAnnahmen(tx: Tx, dienst: string, parameters: readonly string[]): Promise<void> {
  await change(
    tx,
    sql`delete from connection.annahme
      where tenant_id = (select platform.tenant()) and dienst = ${dienst} and parameter = any (${[...parameters]})`,
  );
}

/** How many assumptions are open in each Kommune of a circle. */
export async function countOffeneAnnahmen(tx: Tx, dienst: string): Promise<ReadonlyMap<TenantId, number>> {
  const rows = await rowsOf(
    tx,
    sql<{
      tenant: TenantId;
      zahl: number;
    }>`select tenant_id as tenant, count(*)::int as zahl from connection.annahme
      where dienst = ${dienst} and bestaetigt_am is null group by tenant_id`,
  );
  return new Map(rows.map(({ tenant, zahl }) => [tenant, zahl]));
}

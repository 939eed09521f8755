import { sql } from 'kysely';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';

/** A Kommune that is asked, and about what. */
export interface Gefragte {
  readonly kommune: TenantId;
  readonly ags: string;
  readonly name: string;
  readonly leistungen: readonly string[];
}

/** Fixes who is asked about what; whatever stood there before is replaced. */
export async function replaceGefragte(
  tx: Tx,
  umfrageId: string,
  gefragte: readonly Gefragte[],
): Promise<void> {
  await change(
    tx,
    sql`delete from surveys.gefragt where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId}`,
  );
  await change(
    tx,
    sql`insert into surveys.gefragt (tenant_id, umfrage_id, kommune_id, ags, name, leistungen)
      select platform.tenant(), ${umfrageId}::uuid, kommune, ags, name,
        array(select jsonb_array_elements_text(leistungen))
      from jsonb_to_recordset(${json(gefragte)}) as w (kommune uuid, ags text, name text, leistungen jsonb)`,
  );
}

/** Whom a survey asks: all for its house, the own entry for a Kommune. */
export function readGefragte(tx: Tx, umfrageId: string): Promise<readonly Gefragte[]> {
  return rowsOf(
    tx,
    sql<Gefragte>`select kommune_id as kommune, ags, name, leistungen from surveys.gefragt
      where umfrage_id = ${umfrageId} order by name, ags`,
  );
}

/** The surveys that ask the transaction's Kommune, each with how many Leistungen. */
export function readEigeneFragen(
  tx: Tx,
): Promise<readonly { readonly umfrageId: string; readonly zahl: number }[]> {
  return rowsOf(
    tx,
    sql<{ umfrageId: string; zahl: number }>`select umfrage_id as "umfrageId", cardinality(leistungen) as zahl
      from surveys.gefragt where kommune_id = (select platform.tenant())`,
  );
}

import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import type { Fachverfahren } from '../domain/matching/fachverfahren.ts';

/** What the transaction's tenant says that it uses or used, by name. */
export function readFachverfahren(tx: Tx): Promise<readonly Fachverfahren[]> {
  return rowsOf(
    tx,
    sql<Fachverfahren>`select id, name, hersteller, fachbereich, von, bis from compass.fachverfahren
      where tenant_id = (select platform.tenant()) order by bis is not null, lower(name), von, id`,
  );
}

export async function insertFachverfahren(
  tx: Tx,
  tenant: TenantId,
  { id, name, hersteller, fachbereich, von, bis }: Fachverfahren,
  at: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into compass.fachverfahren (tenant_id, id, name, hersteller, fachbereich, von, bis, angegeben_am)
      values (${tenant}, ${id}, ${name}, ${hersteller}, ${fachbereich}, ${von}, ${bis}, ${at})`,
  );
}

/** Writes the last day; `false` where there is no such Fachverfahren, or where it begins later. */
export async function endFachverfahren(tx: Tx, id: string, bis: LocalDate): Promise<boolean> {
  const ended = await change(
    tx,
    sql`update compass.fachverfahren set bis = ${bis}
      where tenant_id = (select platform.tenant()) and id = ${id}::uuid and coalesce(von, ${bis}) <= ${bis}`,
  );
  return ended === 1;
}

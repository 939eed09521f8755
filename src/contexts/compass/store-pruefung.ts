import { sql } from 'kysely';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import type { Pruefung } from './domain/pruefung.ts';

/** What became of the last look at the evidence of each of the tenant's Leistungen; with `leistungId` of one. */
export function readPruefungen(tx: Tx, leistungId?: string): Promise<readonly Pruefung[]> {
  const named = leistungId === undefined ? sql`true` : sql`leistung_id = ${leistungId}`;
  return rowsOf(
    tx,
    sql<Pruefung>`select leistung_id as "leistungId", link, geprueft_am as "geprueftAm", ergebnis, status
      from compass.nachweis_pruefung where tenant_id = (select platform.tenant()) and ${named} order by leistung_id`,
  );
}

export async function putPruefung(tx: Tx, tenant: TenantId, pruefung: Pruefung): Promise<void> {
  const { leistungId, link, geprueftAm, ergebnis, status } = pruefung;
  await change(
    tx,
    sql`insert into compass.nachweis_pruefung (tenant_id, leistung_id, link, geprueft_am, ergebnis, status)
      values (${tenant}, ${leistungId}, ${link}, ${geprueftAm}, ${ergebnis}, ${status})
      on conflict (tenant_id, leistung_id) do update set link = excluded.link, geprueft_am = excluded.geprueft_am,
        ergebnis = excluded.ergebnis, status = excluded.status`,
  );
}

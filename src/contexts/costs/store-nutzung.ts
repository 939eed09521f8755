import { sql } from 'kysely';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Nutzung } from './domain/nutzung.ts';

/** Writes what was counted for a Kommune; months that counted the same before are left alone. Gives how many changed. */
export function upsertNutzung(
  tx: Tx,
  tenant: TenantId,
  rows: readonly (Nutzung & { readonly recipient: string })[],
  now: Date,
): Promise<number> {
  return change(
    tx,
    sql`insert into costs.nutzung as n (tenant_id, dienst, monat, ags, recipient_id, anzahl, gezaehlt_am)
      select ${tenant}::uuid, r.dienst, r.monat, r.ags, r.recipient, r.anzahl, ${now}::timestamptz
      from jsonb_to_recordset(${json(rows)}) as r (dienst text, monat date, ags text, recipient uuid, anzahl integer)
      on conflict (tenant_id, dienst, monat) do update
        set anzahl = excluded.anzahl, gezaehlt_am = excluded.gezaehlt_am where n.anzahl <> excluded.anzahl`,
  );
}

/** The use of a year: of the transaction's own Kommune, and of all Kommunen by the services that it offers. */
export function readNutzung(tx: Tx, jahr: number, dienst: string | null): Promise<readonly Nutzung[]> {
  return rowsOf(
    tx,
    sql<Nutzung>`select ags, dienst, to_char(monat, 'YYYY-MM-DD') as monat, anzahl from costs.nutzung
      where monat between make_date(${jahr}, 1, 1) and make_date(${jahr}, 12, 31)
        and (${dienst}::text is null or dienst = ${dienst})
        and (tenant_id = (select platform.tenant()) or recipient_id = (select platform.tenant()))
      order by dienst, ags, monat`,
  );
}

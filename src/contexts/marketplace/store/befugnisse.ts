import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type Tx } from '#platform';
import type { Befugnis } from '../domain/befugnis.ts';

/** A Befugnis as it lies in the database: the name sealed under the Kommune's key. */
export type SealedBefugnis = Omit<Befugnis, 'name'> & { readonly nameSealed: Buffer };

type Row = Omit<SealedBefugnis, 'grenzeCent'> & { readonly grenzeCent: string | null };

/** All Befugnisse of the transaction's tenant, the latest first. */
export async function readSealedBefugnisse(tx: Tx): Promise<readonly SealedBefugnis[]> {
  const rows = await rowsOf(
    tx,
    sql<Row>`select id, name_sealed as "nameSealed", mitglied, art, grenze_cent::text as "grenzeCent",
        gueltig_von as "gueltigVon", gueltig_bis as "gueltigBis", grundlage, datei, widerrufen_zum as "widerrufenZum"
      from marketplace.befugnis where tenant_id = (select platform.tenant()) order by gueltig_von desc, eingetragen_am desc`,
  );
  return rows.map((row) => ({ ...row, grenzeCent: row.grenzeCent === null ? null : Number(row.grenzeCent) }));
}

export async function insertBefugnis(tx: Tx, one: SealedBefugnis, now: Date): Promise<void> {
  await change(
    tx,
    sql`insert into marketplace.befugnis (tenant_id, id, name_sealed, mitglied, art, grenze_cent, gueltig_von, gueltig_bis,
        grundlage, datei, eingetragen_am)
      values (platform.tenant(), ${one.id}, ${one.nameSealed}, ${one.mitglied}, ${one.art}, ${one.grenzeCent},
        ${one.gueltigVon}, ${one.gueltigBis}, ${one.grundlage}, ${one.datei}, ${now})`,
  );
}

/** Ends a Befugnis from a day on; `false` where there is none that could be ended. */
export async function revokeBefugnis(tx: Tx, id: string, zum: LocalDate, now: Date): Promise<boolean> {
  const changed = await change(
    tx,
    sql`update marketplace.befugnis set widerrufen_zum = ${zum}, widerrufen_am = ${now}, widerrufen_von = platform.actor()
      where tenant_id = (select platform.tenant()) and id = ${id}::uuid and widerrufen_zum is null`,
  );
  return changed === 1;
}

import { sql } from 'kysely';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import type { Notiz } from './domain/festhalten.ts';
import type { Meldung, MeldungInhalt } from './domain/meldung.ts';

const columns = sql`tenant_id as tenant, id, fassung, art, titel, text, sichtbar_ab as "sichtbarAb", von, bis, dienste,
  kommunen, entfallen, geschrieben_am as "geschriebenAm"`;

/** Every announcement in its newest Fassung that ends at or after a minute, the earliest first. */
export function readMeldungen(tx: Tx, seit: string): Promise<readonly Meldung[]> {
  return rowsOf(
    tx,
    sql<Meldung>`select * from (select distinct on (tenant_id, id) ${columns} from releases.meldung
      order by tenant_id, id, fassung desc) as neueste where bis >= ${seit} order by von, id`,
  );
}

/** Another number after every change of an announcement. Cheap, for readers that hold a snapshot. */
export async function meldungenVersion(tx: Tx): Promise<number> {
  const [row] = await rowsOf(tx, sql<{ zahl: number }>`select count(*)::int as zahl from releases.meldung`);
  return row?.zahl ?? 0;
}

/** Writes the Fassung after the one that was read; `false` where somebody was faster. */
export async function insertMeldung(
  tx: Tx,
  tenant: TenantId,
  meldung: MeldungInhalt & Pick<Meldung, 'id' | 'entfallen'>,
  readFassung: number,
  am: Date,
): Promise<boolean> {
  const { id, art, titel, text, sichtbarAb, von, bis, dienste, kommunen, entfallen } = meldung;
  const inserted = await change(
    tx,
    sql`insert into releases.meldung (tenant_id, id, fassung, art, titel, text, sichtbar_ab, von, bis, dienste, kommunen,
        entfallen, geschrieben_am)
      select ${tenant}, ${id}, ${readFassung} + 1, ${art}, ${titel}, ${text}, ${sichtbarAb}, ${von}, ${bis},
        ${[...dienste]}::text[], ${[...kommunen]}::text[], ${entfallen}, ${am}
      where ${readFassung} = (select coalesce(max(fassung), 0) from releases.meldung
        where tenant_id = ${tenant} and id = ${id})
      on conflict do nothing`,
  );
  return inserted === 1;
}

/** The newest note of each version of a service. */
export function readNotizen(tx: Tx, dienst: string | null = null): Promise<readonly Notiz[]> {
  return rowsOf(
    tx,
    sql<Notiz>`select distinct on (dienst, fassung) dienst, fassung, text, sicherheit, festhalten_bis as "festhaltenBis",
        geschrieben_am as "geschriebenAm" from releases.notiz
      where ${dienst}::text is null or dienst = ${dienst} order by dienst, fassung, nummer desc`,
  );
}

export async function insertNotiz(tx: Tx, tenant: TenantId, notiz: Notiz): Promise<void> {
  const { dienst, fassung, text, sicherheit, festhaltenBis, geschriebenAm } = notiz;
  await change(
    tx,
    sql`insert into releases.notiz (tenant_id, dienst, fassung, text, sicherheit, festhalten_bis, geschrieben_am)
      values (${tenant}, ${dienst}, ${fassung}, ${text}, ${sicherheit}, ${festhaltenBis}, ${geschriebenAm})`,
  );
}

import { sql } from 'kysely';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import type { Haken } from './domain/haken.ts';

/** What the transaction's organisation ticked off of a schema, in whichever version. */
export async function readHaken(tx: Tx, schemaId: string): Promise<readonly Haken[]> {
  const rows = await rowsOf(
    tx,
    sql<Haken>`select schluessel, nummer, text_sha256 as "textSha256", stand, notiz, person, angegeben_am as "angegebenAm"
      from fim.haken where tenant_id = (select platform.tenant()) and schema_id = ${schemaId}`,
  );
  return rows.map((row) => ({ ...row, angegebenAm: new Date(row.angegebenAm) }));
}

/** How many pieces of work of each schema the transaction's organisation has ticked off. */
export async function readErledigte(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await rowsOf(
    tx,
    sql<{ schema_id: string; schluessel: string; stand: string }>`
      select distinct on (schema_id, schluessel) schema_id, schluessel, stand from fim.haken
      where tenant_id = (select platform.tenant()) order by schema_id, schluessel, nummer desc`,
  );
  const done = rows.filter(({ stand }) => stand !== 'offen');
  const grouped = Map.groupBy(done, ({ schema_id }) => schema_id);
  return new Map([...grouped].map(([id, found]) => [id, found.map(({ schluessel }) => schluessel)]));
}

export async function insertHaken(tx: Tx, tenant: TenantId, schemaId: string, haken: Haken): Promise<void> {
  await change(
    tx,
    sql`insert into fim.haken (tenant_id, schema_id, schluessel, nummer, text_sha256, stand, notiz, person, angegeben_am)
      values (${tenant}, ${schemaId}, ${haken.schluessel}, ${haken.nummer}, ${haken.textSha256}, ${haken.stand},
        ${haken.notiz}, ${haken.person}, ${haken.angegebenAm})`,
  );
}

import { sql } from 'kysely';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Schluesseltabelle, SchluesseltabelleInhalt } from './domain/schluesseltabelle.ts';

type Row = Pick<Schluesseltabelle, 'id' | 'fassung' | 'angegebenAm'> & {
  readonly inhalt: SchluesseltabelleInhalt;
};

const columns = sql`id, fassung, inhalt, angegeben_am as "angegebenAm"`;

const merged = ({ inhalt, ...row }: Row): Schluesseltabelle => ({ ...inhalt, ...row });

/** The keys of the transaction's house in their newest Fassung. */
export async function readSchluessel(tx: Tx): Promise<readonly Schluesseltabelle[]> {
  const rows = await rowsOf(
    tx,
    sql<Row>`select distinct on (id) ${columns} from costs.schluessel
      where tenant_id = (select platform.tenant()) order by id, fassung desc`,
  );
  return rows.map(merged);
}

/** One key in a Fassung, in its newest where none is named; `null` where there is none. */
export async function readEinenSchluessel(
  tx: Tx,
  id: string,
  fassung: number | null = null,
): Promise<Schluesseltabelle | null> {
  const row = await rowOf(
    tx,
    sql<Row>`select ${columns} from costs.schluessel where tenant_id = (select platform.tenant()) and id = ${id}
        and (${fassung}::int is null or fassung = ${fassung}) order by fassung desc limit 1`,
  );
  return row && merged(row);
}

/** Writes the next Fassung of a key; `false` where somebody else wrote it meanwhile. */
export async function insertSchluessel(
  tx: Tx,
  tenant: TenantId,
  kopf: { readonly id: string; readonly fassung: number },
  inhalt: SchluesseltabelleInhalt,
  now: Date,
): Promise<boolean> {
  const rows = await change(
    tx,
    sql`insert into costs.schluessel (tenant_id, id, fassung, inhalt, angegeben_am)
      values (${tenant}, ${kopf.id}, ${kopf.fassung}, ${json(inhalt)}, ${now}) on conflict do nothing`,
  );
  return rows === 1;
}

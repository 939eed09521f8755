import { sql } from 'kysely';
import { z } from 'zod';
import { rowsOf, type Tx } from '#platform';
import { xzufiFassungen } from '#standards/xzufi';

const row = z.object({
  einlesung: z.int(),
  nr: z.int(),
  art: z.string(),
  xml: z.string(),
  fassung: z.enum(xzufiFassungen),
});

export type ExportRow = z.infer<typeof row>;

/** Where an export stands: the last row that went out, and the readings that were active when it began. */
export interface ExportCursor {
  readonly einlesungen: readonly number[];
  readonly einlesung: number;
  readonly nr: number;
}

/** The readings that are active now; an export keeps to them, also where a newer one comes meanwhile. */
export async function beginExport(tx: Tx): Promise<ExportCursor> {
  const rows = await rowsOf(
    tx,
    sql<{
      nummer: number;
    }>`select nummer from descriptions.einlesung where zustand = 'aktiv' order by nummer`,
  );
  return { einlesungen: rows.map(({ nummer }) => nummer), einlesung: 0, nr: 0 };
}

/** The next objects of an export: all, or those that hold in an area or below it, by the beginning of its key. */
export async function readExport(
  tx: Tx,
  { einlesungen, einlesung, nr }: ExportCursor,
  prefix: string,
  most: number,
): Promise<readonly ExportRow[]> {
  const newest = einlesungen.at(-1) ?? 0;
  const rows = await rowsOf(
    tx,
    sql`select o.einlesung, o.nr, o.art, o.xml, e.fassung
      from descriptions.objekt o join descriptions.einlesung e on e.nummer = o.einlesung
      where o.einlesung = any(${sql.val([...einlesungen])}::int[]) and (o.einlesung, o.nr) > (${einlesung}, ${nr})
        and not o.geloescht and (o.abgeloest_durch is null or o.abgeloest_durch > ${newest})
        and (${prefix} = '' or exists (select from unnest(o.ars) a where a like ${`${prefix}%`}))
      order by o.einlesung, o.nr limit ${most}`,
  );
  return z.array(row).parse(rows);
}

import { sql } from 'kysely';
import { z } from 'zod';
import { type IncomingTable, kopfSchema, readParsedVersions, type Tx } from '#platform';
import type { CatalogueData } from './read-catalogue-data.ts';

/** The tables of the catalogue and what identifies a row in each. */
export const catalogueTables = {
  themenfelder: { table: 'catalogue.themenfeld', key: ['id'] },
  lagen: { table: 'catalogue.lage', key: ['id'] },
  ozgLeistungen: { table: 'catalogue.ozg_leistung', key: ['ozgId'] },
  leistungen: { table: 'catalogue.leistung', key: ['id'] },
  verrichtungen: { table: 'catalogue.verrichtung', key: ['code'] },
  typisierungen: { table: 'catalogue.typisierung', key: ['code'] },
} as const;

export type CatalogueTable = keyof typeof catalogueTables;

const fassungRow = z.object({
  nummer: z.int(),
  stand: z.string(),
  hash: z.string(),
  saetze: z.record(z.string(), kopfSchema),
  eingelesen_am: z.date(),
  eingelesen_von: z.string(),
});

export type FassungRow = z.infer<typeof fassungRow>;

/** The incoming rows by table. */
export function incomingTables(data: CatalogueData): IncomingTable[] {
  return tableNames().map((name) => ({ ...catalogueTables[name], rows: data.files[name].rows }));
}

function tableNames(): CatalogueTable[] {
  return ['themenfelder', 'lagen', 'ozgLeistungen', 'leistungen', 'verrichtungen', 'typisierungen'];
}

/** The rows of one table as they stand after the given versions, checked against `schema`. */
export async function readTable<T>(
  tx: Tx,
  name: CatalogueTable,
  versions: readonly number[],
  schema: z.ZodType<T>,
): Promise<readonly T[]> {
  return readParsedVersions(tx, catalogueTables[name], versions, schema);
}

const anyFassungRow = fassungRow.extend({
  aenderungen: z.record(
    z.string(),
    z.object({ neu: z.int(), geaendert: z.int(), entfallen: z.int(), gleich: z.int() }),
  ),
  zurueckgenommen: z.object({ am: z.coerce.date(), von: z.string(), grund: z.string() }).nullable(),
});

/** A version with what it changed and whether it was taken back. */
export type AnyFassungRow = z.infer<typeof anyFassungRow>;

/** Every version that was ever imported, oldest first. */
export async function readAllFassungen(tx: Tx): Promise<readonly AnyFassungRow[]> {
  const { rows } = await sql`select nummer, stand, hash, saetze, aenderungen, eingelesen_am, eingelesen_von,
      case when r.fassung is null then null else jsonb_build_object('am', r.zurueckgenommen_am,
        'von', r.zurueckgenommen_von, 'grund', r.grund) end as zurueckgenommen
    from catalogue.fassung f left join catalogue.ruecknahme r on r.fassung = f.nummer order by nummer`.execute(
    tx.as(),
  );
  return z.array(anyFassungRow).parse(rows);
}

/** The versions that count, oldest first: those that were taken back are left out. */
export async function readFassungen(tx: Tx): Promise<readonly AnyFassungRow[]> {
  return (await readAllFassungen(tx)).filter(({ zurueckgenommen }) => zurueckgenommen === null);
}

/** The hash and state date of every version, for a start that wants to know whether anything is to do. */
export async function readHashes(tx: Tx): Promise<readonly { hash: string; stand: string }[]> {
  const { rows } = await sql<{
    hash: string;
    stand: string;
  }>`select hash, stand from catalogue.fassung`.execute(tx.as());
  return rows;
}

/** Counts imports and withdrawals, 0 before the first; cheap, for readers that hold a snapshot. */
export async function catalogueVersion(tx: Tx): Promise<number> {
  const { rows } = await sql<{ changes: number }>`select (select count(*) from catalogue.fassung)
    + (select count(*) from catalogue.ruecknahme) as changes`.execute(tx.as());
  return rows[0]?.changes ?? 0;
}

import { sql } from 'kysely';
import { z } from 'zod';
import { kopfSchema, readParsedVersions, type Tx } from '#platform';
import type { Umfang } from './domain/territory.ts';

/** The tables of the territory and what identifies a row in each. */
export const territoryTables = {
  land: { table: 'territory.land', key: ['code'] },
  koerperschaft: { table: 'territory.koerperschaft', key: ['ags'] },
  groessenklasse: { table: 'territory.groessenklasse', key: ['ags', 'gueltigVon'] },
  einwohner: { table: 'territory.einwohner', key: ['ags', 'stichtag'] },
  schwelle: { table: 'territory.schwelle', key: ['id'] },
  website: { table: 'territory.website', key: ['ags'] },
  plz: { table: 'territory.plz', key: ['plz', 'ags'] },
} as const;

const fassungRow = z.object({
  nummer: z.int(),
  umfang: z.enum(['nrw', 'uebriges-deutschland']),
  stand: z.string(),
  hash: z.string(),
  saetze: z.record(z.string(), kopfSchema),
});

export type FassungRow = z.infer<typeof fassungRow>;

/** The rows of one table as they stand after the given versions, checked against `schema`. */
export async function readTable<T>(
  tx: Tx,
  name: keyof typeof territoryTables,
  versions: readonly number[],
  schema: z.ZodType<T>,
): Promise<readonly T[]> {
  return readParsedVersions(tx, territoryTables[name], versions, schema);
}

/** All imports of all extents, oldest first. */
export async function readFassungen(tx: Tx): Promise<readonly FassungRow[]> {
  const { rows } = await sql`select nummer, umfang, stand, hash, saetze from territory.fassung
    order by nummer`.execute(tx.as());
  return z.array(fassungRow).parse(rows);
}

/** Hash and state date of every import of an extent, for a start that wants to know whether anything is to do. */
export async function readHashes(
  tx: Tx,
  umfang: Umfang,
): Promise<readonly { hash: string; stand: string }[]> {
  const { rows } = await sql<{ hash: string; stand: string }>`select hash, stand from territory.fassung
    where umfang = ${umfang}`.execute(tx.as());
  return rows;
}

/** Grows with every import and every reported figure; 0 before the first. Cheap, for readers that hold a snapshot. */
export async function territoryVersion(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    nummer: number;
  }>`select coalesce((select max(nummer) from territory.fassung), 0)
    + coalesce((select max(nummer) from territory.einwohner_meldung), 0) as nummer`.execute(tx.as());
  return rows[0]?.nummer ?? 0;
}

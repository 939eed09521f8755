import { sql } from 'kysely';
import { z } from 'zod';
import {
  type Kopf,
  kopfSchema,
  type ReferenceRow,
  readParsedVersions,
  readVersions,
  type Tx,
} from '#platform';
import {
  type LebenslageRow,
  lebenslageRow,
  type SynonymRow,
  synonymRow,
  type ThesaurusRow,
  thesaurusRow,
  type Umfang,
  umfaenge,
} from './reference-files.ts';

/** The tables of imported data and what identifies a row in each. */
export const finderTables = {
  thesaurus: { table: 'finder.thesaurus_zeile', key: ['id'] },
  synonyme: { table: 'finder.synonym', key: ['id'] },
  lebenslagen: { table: 'finder.lebenslage', key: ['id'] },
} as const;

const fassungRow = z.object({
  nummer: z.int(),
  umfang: z.enum(umfaenge),
  stand: z.string(),
  hash: z.string(),
  saetze: z.record(z.string(), kopfSchema),
});

type FassungRow = z.infer<typeof fassungRow>;

/** All imports of one extent, oldest first. */
export async function readFassungen(tx: Tx, umfang: Umfang): Promise<readonly FassungRow[]> {
  const { rows } = await sql`select nummer, umfang, stand, hash, saetze from finder.fassung
    where umfang = ${umfang} order by nummer`.execute(tx.as());
  return z.array(fassungRow).parse(rows);
}

/** Grows with every import and every accepted change of the thesaurus; cheap, for readers that hold a snapshot. */
export async function finderVersion(tx: Tx): Promise<number> {
  const { rows } = await sql<{ version: string }>`select
    coalesce((select max(nummer) from finder.fassung), 0)::bigint * 1000000
      + coalesce((select max(nummer) from finder.thesaurus_aenderung), 0) as version`.execute(tx.as());
  return Number(rows[0]?.version ?? 0);
}

/** The thesaurus as the newest import has it. */
export async function readThesaurusRows(tx: Tx): Promise<readonly ThesaurusRow[]> {
  const fassungen = await readFassungen(tx, 'thesaurus');
  return readParsedVersions(tx, finderTables.thesaurus, fassungen.map(numberOf), thesaurusRow);
}

/** The groups of synonyms as the newest import has them. */
export async function readSynonymRows(tx: Tx): Promise<readonly SynonymRow[]> {
  const fassungen = await readFassungen(tx, 'thesaurus');
  return readParsedVersions(tx, finderTables.synonyme, fassungen.map(numberOf), synonymRow);
}

/** The life situations as the newest import has them. */
export async function readLebenslageRows(tx: Tx): Promise<readonly LebenslageRow[]> {
  const fassungen = await readFassungen(tx, 'lebenslagen');
  return readParsedVersions(tx, finderTables.lebenslagen, fassungen.map(numberOf), lebenslageRow);
}

/** The rows of one file after the newest import, with its head; null where nothing was imported. */
export async function readFinderFile(
  tx: Tx,
  umfang: Umfang,
  satz: keyof typeof finderTables,
): Promise<{ readonly kopf: Kopf; readonly rows: readonly ReferenceRow[] } | null> {
  const fassungen = await readFassungen(tx, umfang);
  const kopf = fassungen.at(-1)?.saetze[satz];
  if (kopf === undefined) return null;
  return { kopf, rows: await readVersions(tx, finderTables[satz], fassungen.map(numberOf)) };
}

function numberOf({ nummer }: FassungRow): number {
  return nummer;
}

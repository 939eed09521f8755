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
import { type RegelwerkRows, themaOf } from './regelwerk-files.ts';
import type { RegelwerkRowSets } from './regelwerk-of-rows.ts';
import { bestimmungRow, regelRow, uebertragungRow } from './regelwerk-rows.ts';

/** The tables of the rule set and what identifies a row in each. */
export const regelwerkTables = {
  regel: { table: 'duties.regel', key: ['id'] },
  uebertragung: { table: 'duties.uebertragung', key: ['id'] },
  bestimmung: { table: 'duties.bestimmung', key: ['id'] },
} as const;

const fassungRow = z.object({
  nummer: z.int(),
  stand: z.string(),
  hash: z.string(),
  saetze: z.record(z.string(), kopfSchema),
});

export type FassungRow = z.infer<typeof fassungRow>;

/** All imports of rules, oldest first. */
export async function readFassungen(tx: Tx): Promise<readonly FassungRow[]> {
  const { rows } = await sql`select nummer, stand, hash, saetze from duties.fassung order by nummer`.execute(
    tx.as(),
  );
  return z.array(fassungRow).parse(rows);
}

const storedRegel = z.record(z.string(), z.unknown()).transform(withoutThema).pipe(regelRow);

/** The rows of the rule set as they stand after the newest import. */
export async function readRegelwerkRows(tx: Tx): Promise<RegelwerkRowSets> {
  const versions = (await readFassungen(tx)).map(({ nummer }) => nummer);
  const { regel, uebertragung, bestimmung } = regelwerkTables;
  return {
    regeln: await readParsedVersions(tx, regel, versions, storedRegel),
    uebertragungen: await readParsedVersions(tx, uebertragung, versions, uebertragungRow),
    bestimmungen: await readParsedVersions(tx, bestimmung, versions, bestimmungRow),
  };
}

/** The rows of one file of the rule set after the newest import, with its head; null where none is loaded. */
export async function readRegelwerkFile(
  tx: Tx,
  satz: keyof RegelwerkRows,
): Promise<{ readonly kopf: Kopf; readonly rows: readonly ReferenceRow[] } | null> {
  const fassungen = await readFassungen(tx);
  const kopf = fassungen.at(-1)?.saetze[satz];
  if (kopf === undefined) return null;
  const versions = fassungen.map(({ nummer }) => nummer);
  if (satz === 'uebertragungen' || satz === 'bestimmungen') {
    const table = satz === 'bestimmungen' ? regelwerkTables.bestimmung : regelwerkTables.uebertragung;
    return { kopf, rows: await readVersions(tx, table, versions) };
  }
  const rows = await readVersions(tx, regelwerkTables.regel, versions);
  return { kopf, rows: rows.filter(({ thema }) => thema === themaOf(satz)).map(withoutThema) };
}

function withoutThema({ thema: _thema, ...row }: ReferenceRow): ReferenceRow {
  return row;
}

/** Grows with every import, confirmed Bestimmung or delegation and decided rule; 0 before the first. Cheap, for readers of a snapshot. */
export async function regelwerkVersion(tx: Tx): Promise<number> {
  const { rows } = await sql<{ version: number }>`select
    coalesce((select max(nummer) from duties.fassung), 0)
      + coalesce((select max(nummer) from duties.bestaetigte_bestimmung), 0)
      + coalesce((select max(nummer) from duties.entschiedene_regel), 0)
      + coalesce((select max(nummer) from duties.bestaetigte_delegation), 0) as version`.execute(tx.as());
  return rows[0]?.version ?? 0;
}

/** Imports of rules and decisions about the rule set wait for each other until their transactions end. */
export async function lockRegelwerk(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('duties.import'))`.execute(tx.as());
}

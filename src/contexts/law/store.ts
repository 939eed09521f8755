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
import { registerNamen } from './domain/eintrag.ts';
import {
  akteurRow,
  eintragRow,
  fristRow,
  itDienstleisterRow,
  rolleRow,
  type Umfang,
  umfaenge,
  wortlautRow,
} from './reference-files.ts';

/** The tables of this context and what identifies a row in each. */
export const lawTables = {
  akteur: { table: 'law.akteur', key: ['id'] },
  itDienstleister: { table: 'law.it_dienstleister', key: ['id'] },
  rolle: { table: 'law.rolle', key: ['id'] },
  eintrag: { table: 'law.eintrag', key: ['id'] },
  frist: { table: 'law.frist', key: ['id'] },
  wortlaut: { table: 'law.wortlaut', key: ['id'] },
} as const;

const fassungRow = z.object({
  nummer: z.int(),
  umfang: z.enum(umfaenge),
  stand: z.string(),
  hash: z.string(),
  saetze: z.record(z.string(), kopfSchema),
});

export type FassungRow = z.infer<typeof fassungRow>;

/** All imports of one extent, oldest first. */
export async function readFassungen(tx: Tx, umfang: Umfang): Promise<readonly FassungRow[]> {
  const { rows } = await sql`select nummer, umfang, stand, hash, saetze from law.fassung
    where umfang = ${umfang} order by nummer`.execute(tx.as());
  return z.array(fassungRow).parse(rows);
}

/** The number of the newest import, 0 before the first; cheap, for readers that hold a snapshot. */
export async function lawVersion(tx: Tx): Promise<number> {
  const { rows } = await sql<{ nummer: number }>`select coalesce(max(nummer), 0) as nummer
    from law.fassung`.execute(tx.as());
  return rows[0]?.nummer ?? 0;
}

const registeredRow = eintragRow.safeExtend({ register: z.enum(registerNamen) });

export type RegisteredRow = z.infer<typeof registeredRow>;

/** The rows of all tables after the newest imports, with the heads of their files. */
export async function readLawRows(tx: Tx) {
  const akteure = await readFassungen(tx, 'akteure');
  const ozg2 = await readFassungen(tx, 'ozg2');
  const recht = await readFassungen(tx, 'recht');
  const [a, o, r] = [akteure.map(numberOf), ozg2.map(numberOf), recht.map(numberOf)];
  return {
    akteure: await readParsedVersions(tx, lawTables.akteur, a, akteurRow),
    itDienstleister: await readParsedVersions(tx, lawTables.itDienstleister, a, itDienstleisterRow),
    rollen: await readParsedVersions(tx, lawTables.rolle, a, rolleRow),
    eintraege: await readParsedVersions(tx, lawTables.eintrag, o, registeredRow),
    fristen: await readParsedVersions(tx, lawTables.frist, o, fristRow),
    wortlaute: await readParsedVersions(tx, lawTables.wortlaut, r, wortlautRow),
    akteureSaetze: akteure.at(-1)?.saetze ?? {},
    ozg2Saetze: ozg2.at(-1)?.saetze ?? {},
  };
}

/** The rows of one table after the newest import of its extent, and the head of the set that asks for them. */
export async function readLawFile(
  tx: Tx,
  umfang: Umfang,
  satz: string,
  table: keyof typeof lawTables,
): Promise<{ readonly kopf: Kopf; readonly rows: readonly ReferenceRow[] } | null> {
  const fassungen = await readFassungen(tx, umfang);
  const kopf = fassungen.at(-1)?.saetze[satz];
  if (kopf === undefined) return null;
  return { kopf, rows: await readVersions(tx, lawTables[table], fassungen.map(numberOf)) };
}

function numberOf({ nummer }: FassungRow): number {
  return nummer;
}

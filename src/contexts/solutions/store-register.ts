import { sql } from 'kysely';
import { z } from 'zod';
import { kopfSchema, type ReferenceRow, readVersions, type Tx } from '#platform';
import { anlaesse, type LoesungInhalt } from './domain/loesung.ts';
import { parseInhalt } from './inhalt-schema.ts';

/** The tables of the reference data and what identifies a row in each. */
export const solutionsTables = {
  referenz: { table: 'solutions.referenz', key: ['id'] },
} as const;

const fassungRow = z.object({
  nummer: z.int(),
  stand: z.string(),
  hash: z.string(),
  saetze: z.record(z.string(), kopfSchema),
});

export type FassungRow = z.infer<typeof fassungRow>;

/** All imports of the shipped register, oldest first. */
export async function readFassungen(tx: Tx): Promise<readonly FassungRow[]> {
  const { rows } =
    await sql`select nummer, stand, hash, saetze from solutions.fassung order by nummer`.execute(tx.as());
  return z.array(fassungRow).parse(rows);
}

/** Grows with every import and every version; cheap, for readers that hold a snapshot. */
export async function registerCounter(tx: Tx): Promise<number> {
  const { rows } = await sql<{ zahl: number }>`select (select coalesce(max(nummer), 0) from solutions.fassung)
    + (select coalesce(max(nummer), 0) from solutions.loesung_fassung) as zahl`.execute(tx.as());
  return rows[0]?.zahl ?? 0;
}

const referenzRow = z.object({
  id: z.string(),
  stand: z.string(),
  quelle: z.string(),
  entfallen: z.boolean(),
  inhalt: z.unknown(),
});

/** One shipped state of a Lösung. */
export interface ReferenzFassung {
  readonly id: string;
  readonly stand: string;
  readonly quelle: string;
  readonly inhalt: LoesungInhalt | null;
}

/** Every shipped state of every Lösung, by id and in the order of the imports. */
export async function readReferenz(tx: Tx): Promise<readonly ReferenzFassung[]> {
  const { rows } =
    await sql`select r.id, f.stand, f.saetze #>> '{loesungen,titel}' as quelle, r.entfallen, r.inhalt
    from solutions.referenz r join solutions.fassung f on f.nummer = r.fassung order by r.id, r.fassung`.execute(
      tx.as(),
    );
  return z
    .array(referenzRow)
    .parse(rows)
    .map(({ entfallen, inhalt, ...row }) => ({ ...row, inhalt: entfallen ? null : parseInhalt(inhalt) }));
}

/** The shipped rows after the newest import. */
export async function readReferenzRows(tx: Tx): Promise<readonly ReferenceRow[]> {
  const fassungen = await readFassungen(tx);
  return readVersions(
    tx,
    solutionsTables.referenz,
    fassungen.map(({ nummer }) => nummer),
  );
}

const uebernommenRow = z.object({
  id: z.string(),
  art: z.enum(anlaesse),
  inhalt: z.unknown(),
  aufgegangenIn: z.string().nullable(),
  giltAb: z.string(),
  beigetragenHaus: z.string(),
  uebernommenHaus: z.string(),
});

/** A version that a second person took over. */
export type UebernommeneFassung = Omit<z.infer<typeof uebernommenRow>, 'inhalt'> & {
  readonly inhalt: LoesungInhalt | null;
};

/** All versions that were taken over, oldest first. */
export async function readUebernommene(tx: Tx): Promise<readonly UebernommeneFassung[]> {
  const { rows } = await sql`select id, art, inhalt, aufgegangen_in as "aufgegangenIn", gilt_ab as "giltAb",
    beigetragen_haus as "beigetragenHaus", uebernommen_haus as "uebernommenHaus"
    from solutions.loesung_fassung order by nummer`.execute(tx.as());
  return z
    .array(uebernommenRow)
    .parse(rows)
    .map(({ inhalt, ...row }) => ({ ...row, inhalt: inhalt === null ? null : parseInhalt(inhalt) }));
}

/** A new version, and which contribution it comes from. */
export interface NewFassung extends UebernommeneFassung {
  readonly beitragId: string;
  readonly beigetragenVon: string;
}

export async function insertFassung(tx: Tx, fassung: NewFassung): Promise<void> {
  const { id, art, inhalt, aufgegangenIn, giltAb, beitragId, beigetragenHaus, beigetragenVon } = fassung;
  await sql`insert into solutions.loesung_fassung
    (id, art, inhalt, aufgegangen_in, gilt_ab, beitrag_id, beigetragen_haus, beigetragen_von, uebernommen_haus)
    values (${id}, ${art}, ${inhalt === null ? null : JSON.stringify(inhalt)}::jsonb, ${aufgegangenIn}, ${giltAb},
      ${beitragId}, ${beigetragenHaus}, ${beigetragenVon}, ${fassung.uebernommenHaus})`.execute(tx.as());
}

/** One change of the register at a time, so that what was checked still holds when it is written. */
export async function lockRegister(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('solutions.register'))`.execute(tx.as());
}

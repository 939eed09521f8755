import { sql } from 'kysely';
import { recordAudit } from '../audit.ts';
import type { Tx } from '../database/tx.ts';
import {
  countsInWords,
  countsOf,
  type ImportOutcome,
  type ImportPreview,
  type IncomingTable,
  planTables,
  type TablePlan,
  writePlans,
} from './import-tables.ts';
import type { Kopf } from './kopf.ts';

/** A context's reference data on its way in. */
export interface IncomingFassung {
  /** Names the table of versions (`<context>.fassung`), the lock of its imports and its entries in the audit trail. */
  readonly context: string;
  /** What the version and the audit trail say of it; a context whose data comes in parts names the part (`umfang`). */
  readonly kopf: { readonly stand: string; readonly hash: string; readonly umfang?: string };
  readonly saetze: Readonly<Record<string, Kopf>>;
  readonly tables: readonly IncomingTable[];
  /** The versions that this one would continue, oldest first. */
  readonly earlier: (tx: Tx) => Promise<readonly EarlierFassung[]>;
}

interface EarlierFassung {
  readonly nummer: number;
  readonly hash: string;
}

/** Shows what the import would change, and changes nothing. */
export async function previewFassung(tx: Tx, incoming: IncomingFassung): Promise<ImportPreview> {
  const plans = await planAgainst(tx, incoming, await incoming.earlier(tx));
  return { stand: incoming.kopf.stand, counts: countsOf(plans), plans };
}

/** Writes a new version in the caller's transaction, one import of the context at a time; nothing if nothing is new. */
export async function importFassung(tx: Tx, incoming: IncomingFassung): Promise<ImportOutcome> {
  const { context, kopf } = incoming;
  await sql`select pg_advisory_xact_lock(hashtext(${`${context}.import`}))`.execute(tx.as());
  const earlier = await incoming.earlier(tx);
  const plans = await planAgainst(tx, incoming, earlier);
  const counts = countsOf(plans);
  const newest = earlier.at(-1);
  if (newest?.hash === kopf.hash) return { fassung: newest.nummer, changed: false, counts };
  const fassung = await insertFassung(tx, incoming, counts);
  await writePlans(tx, plans, fassung);
  await recordAudit(tx, {
    action: `${context}.fassung.imported`,
    object: { type: `${context}.fassung`, id: String(fassung) },
    summary: { ...kopf, ...countsInWords(counts) },
  });
  return { fassung, changed: true, counts };
}

function planAgainst(
  tx: Tx,
  { tables }: IncomingFassung,
  earlier: readonly EarlierFassung[],
): Promise<readonly TablePlan[]> {
  return planTables(
    tx,
    tables,
    earlier.map(({ nummer }) => nummer),
  );
}

async function insertFassung(
  tx: Tx,
  { context, kopf, saetze }: IncomingFassung,
  counts: ImportOutcome['counts'],
): Promise<number> {
  const columns = sql.join(Object.keys(kopf).map((name) => sql.ref(name)));
  const { rows } = await sql<{ nummer: number }>`insert into ${sql.table(`${context}.fassung`)}
    (${columns}, saetze, aenderungen) values (${sql.join(Object.values(kopf))}, ${JSON.stringify(saetze)}::jsonb,
      ${JSON.stringify(counts)}::jsonb) returning nummer`.execute(tx.as());
  const nummer = rows[0]?.nummer;
  if (nummer === undefined) throw new Error(`${context}.fassung gave no number`);
  return nummer;
}

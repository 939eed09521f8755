import { type RawBuilder, sql } from 'kysely';
import { type Brand, isUuid } from '#kernel';
import type { Tx } from '../database/tx.ts';
import { statesBefore, type VorgangAction, type VorgangState } from './vorgang-state.ts';

/** Id of a long piece of work whose progress pages show. */
export type VorgangId = Brand<string, 'VorgangId'>;

/** How far a long piece of work is. */
export interface Vorgang {
  readonly id: VorgangId;
  readonly kind: string;
  readonly state: VorgangState;
  readonly percent: number;
  readonly message: string;
  readonly result: unknown;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

interface VorgangTables {
  'platform.vorgang': { id: string };
}

/** Parses an id from an address; `null` where the text is none. */
export function parseVorgangId(text: string): VorgangId | null {
  return isUuid(text) ? (text as VorgangId) : null;
}

/** Enters a new Vorgang of the transaction's tenant. Publish its event in the same transaction, with `vorgang: id`. */
export async function startVorgang(tx: Tx, kind: string, message = ''): Promise<VorgangId> {
  const { rows } = await sql<{ id: VorgangId }>`insert into platform.vorgang (kind, message)
    values (${kind}, ${message}) returning id`.execute(tx.as<VorgangTables>());
  const row = rows[0];
  if (!row) throw new Error('platform.vorgang: no row');
  return row.id;
}

/** Reports progress; `false` when the Vorgang is over or unknown, so that the work can stop. */
export async function reportVorgang(
  tx: Tx,
  id: VorgangId,
  progress: { readonly percent: number; readonly message: string },
): Promise<boolean> {
  const percent = Math.max(0, Math.min(100, Math.round(progress.percent)));
  return change(
    tx,
    id,
    'report',
    sql`state = 'running', percent = ${percent}, message = ${progress.message},
    started_at = coalesce(started_at, now())`,
  );
}

/** Ends the work well, with a result of names and numbers that its page shows. */
export async function finishVorgang(
  tx: Tx,
  id: VorgangId,
  message: string,
  result: unknown,
): Promise<boolean> {
  return change(
    tx,
    id,
    'finish',
    sql`state = 'done', percent = 100, message = ${message},
    result = ${JSON.stringify(result ?? null)}::jsonb, finished_at = now()`,
  );
}

/** Ends the work as failed; `message` tells the person what is kept and what to do. */
export async function failVorgang(tx: Tx, id: VorgangId, message: string): Promise<boolean> {
  return change(tx, id, 'fail', sql`state = 'failed', message = ${message}, finished_at = now()`);
}

async function change(
  tx: Tx,
  id: VorgangId,
  action: VorgangAction,
  assignment: RawBuilder<unknown>,
): Promise<boolean> {
  const done = await sql`update platform.vorgang set ${assignment}, reported_at = now()
    where id = ${id} and state = any(${sql.val([...statesBefore(action)])})`.execute(tx.as<VorgangTables>());
  return (done.numAffectedRows ?? 0n) > 0n;
}

/** The Vorgang, or `null` where this tenant has none of that id. */
export async function readVorgang(tx: Tx, id: VorgangId): Promise<Vorgang | null> {
  const { rows } =
    await sql<Vorgang>`select id, kind, state, percent, message, result, created_by as "createdBy",
    created_at as "createdAt", finished_at as "finishedAt" from platform.vorgang where id = ${id}`.execute(
      tx.as<VorgangTables>(),
    );
  return rows[0] ?? null;
}

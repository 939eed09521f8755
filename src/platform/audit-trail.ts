import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Page, PageRequest } from '#kernel';
import type { TenantId, Tx } from './database/tx.ts';

/** The chain of lines without an organisation: imports and operation. It belongs to the operator. */
export const installationChain = '00000000-0000-0000-0000-000000000000' as TenantId;

/** One line of the audit trail. */
export interface AuditLine {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly summary: Readonly<Record<string, unknown>>;
}

/** What to look for; every part that is given must hold. */
export interface AuditFilter {
  /** The action or its beginning: `identity.member`. */
  readonly action?: string | undefined;
  readonly objectType?: string | undefined;
  readonly objectId?: string | undefined;
  /** The actor or its beginning: `maschine:`. */
  readonly actor?: string | undefined;
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
}

/** Lines of one chain, newest first. Row-level security refuses every chain but the transaction's own. */
export async function searchAudit(
  tx: Tx,
  chain: TenantId,
  filter: AuditFilter,
  page: PageRequest,
): Promise<Page<AuditLine>> {
  const where = sql.join(conditionsOf(chain, filter), sql` and `);
  const count = await sql<{
    total: number;
  }>`select count(*)::int as total from platform.audit where ${where}`.execute(tx.as());
  const { rows } = await sql<AuditLine>`select seq, at, actor, action, object_type as "objectType",
      object_id as "objectId", summary
    from platform.audit where ${where} order by seq desc
    limit ${page.size} offset ${(page.page - 1) * page.size}`.execute(tx.as());
  return { rows, total: count.rows[0]?.total ?? 0, page: page.page, size: page.size };
}

function conditionsOf(chain: TenantId, filter: AuditFilter): RawBuilder<unknown>[] {
  const conditions = [sql`tenant_id = ${chain}`];
  if (filter.action) conditions.push(sql`starts_with(action, ${filter.action})`);
  if (filter.objectType) conditions.push(sql`object_type = ${filter.objectType}`);
  if (filter.objectId) conditions.push(sql`object_id = ${filter.objectId}`);
  if (filter.actor) conditions.push(sql`starts_with(actor, ${filter.actor})`);
  if (filter.from) conditions.push(sql`at >= ${filter.from}`);
  if (filter.before) conditions.push(sql`at < ${filter.before}`);
  return conditions;
}

/** What the check of a chain found: how many lines, the last hash to note elsewhere, and the first broken line. */
export interface ChainCheck {
  readonly lines: number;
  readonly lastHash: string;
  readonly firstBroken: { readonly seq: number; readonly why: 'gap' | 'chain' | 'content' } | null;
}

interface ChainRow {
  readonly seq: number;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
  readonly content: string;
}

const batch = 5_000;

/**
 * Recomputes the hash chain outside the database, in batches. Lines that were changed, left out or put in are found;
 * that the newest lines were cut off shows only against a `lastHash` noted before.
 */
export async function verifyAuditChain(tx: Tx, chain: TenantId): Promise<ChainCheck> {
  let before: Buffer = Buffer.of(0);
  let lines = 0;
  for (;;) {
    const { rows } = await chainRows(chain, lines).execute(tx.as());
    for (const row of rows) {
      const why = faultOf(row, lines + 1, before);
      if (why) return { lines, lastHash: before.toString('hex'), firstBroken: { seq: row.seq, why } };
      before = row.hash;
      lines += 1;
    }
    if (rows.length < batch) return { lines, lastHash: before.toString('hex'), firstBroken: null };
  }
}

// The content as migrations/0001_platform.sql hashes it.
function chainRows(chain: TenantId, after: number): RawBuilder<ChainRow> {
  return sql<ChainRow>`select seq, prev_hash, hash, jsonb_build_array(tenant_id, seq, extract(epoch from at), actor,
      action, object_type, object_id, summary)::text as content
    from platform.audit where tenant_id = ${chain} and seq > ${after} order by seq limit ${batch}`;
}

function faultOf(row: ChainRow, seq: number, before: Buffer): 'gap' | 'chain' | 'content' | null {
  if (row.seq !== seq) return 'gap';
  if (!row.prev_hash.equals(before)) return 'chain';
  const hash = createHash('sha256').update(before).update(row.content, 'utf8').digest();
  return hash.equals(row.hash) ? null : 'content';
}

import type { TenantId, Tx } from '#platform';
import { chainIsWhole } from '../event-chain.ts';
import { submissionsAfter } from '../store/submissions.ts';

/** What a check of an authority's ledger found. */
export interface LedgerCheck {
  readonly submissions: number;
  /** Ids of submissions whose chain was changed, or does not lead to their state. */
  readonly broken: readonly string[];
}

const batch = 500;

/** Recomputes the chains of all submissions that an authority received, deleted ones included. */
export async function checkLedger(tx: Tx, tenant: TenantId): Promise<LedgerCheck> {
  const broken: string[] = [];
  let submissions = 0;
  let after: string | null = null;
  for (;;) {
    const rows = await submissionsAfter(tx, tenant, after, batch);
    for (const row of rows) if (!(await chainIsWhole(tx, row))) broken.push(row.id);
    submissions += rows.length;
    if (rows.length < batch) return { submissions, broken };
    after = rows.at(-1)?.id ?? null;
  }
}

import { sql } from 'kysely';
import type { Tx } from './database/tx.ts';

/** What a line of the audit trail says of a change; never personal data, which stands encrypted in its own table. */
export interface AuditEntry {
  /** Stable name of what happened, `context.thing.verb`. */
  readonly action: string;
  readonly object: { readonly type: string; readonly id: string };
  readonly summary?: Readonly<Record<string, AuditValue>>;
}

export type AuditValue = string | number | boolean | null | readonly string[];

interface AuditTables {
  'platform.audit': { action: string; object_type: string; object_id: string; summary: string };
}

/** Writes a line of the audit trail in the transaction of the change itself; the database chains and dates it. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const summary = JSON.stringify(entry.summary ?? {});
  await sql`insert into platform.audit (action, object_type, object_id, summary)
    values (${entry.action}, ${entry.object.type}, ${entry.object.id}, ${summary}::jsonb)`.execute(
    tx.as<AuditTables>(),
  );
}

import type { LocalDate, Result } from '#kernel';
import { type AuditEntry, recordAudit, type Tx } from '#platform';
import type { CompassDeps } from '../doors-deps.ts';
import { readFachbereiche } from '../store-fachbereiche.ts';
import type { Editor } from './editor.ts';

/** What changes of Fachbereiche stand on. */
export type FachbereichDeps = Pick<CompassDeps, 'db' | 'clock' | 'world'>;

/** Does something in a transaction of the editor's Kommune. */
export function within<T>(
  { db }: FachbereichDeps,
  { kommune, actor }: Editor,
  act: (tx: Tx) => Promise<Result<T>>,
) {
  return db.withTenant(kommune.tenant, actor, act);
}

/** Notes a change of a Fachbereich in the audit trail. */
export function note(
  tx: Tx,
  verb: string,
  id: string,
  summary: NonNullable<AuditEntry['summary']>,
): Promise<void> {
  return recordAudit(tx, {
    action: `compass.fachbereich.${verb}`,
    object: { type: 'compass.fachbereich', id },
    summary,
  });
}

/** Whether a Fachbereich exists and has not ended. */
export async function isOpen(tx: Tx, id: string, today: LocalDate): Promise<boolean> {
  const { fachbereiche } = await readFachbereiche(tx);
  return fachbereiche.some((each) => each.id === id && (each.endetAm === null || each.endetAm >= today));
}

import { actorOf, recordAudit, type Tx } from '#platform';
import { deleteDatei, dueDateien } from '../store-nachweis.ts';
import type { ProbeDeps } from './probe-evidence.ts';

const actor = actorOf('system', 'nachweise');

/** Deletes files of evidence whose time is over, of all Kommunen; gives how many. */
export async function deleteDueEvidence({
  db,
  clock,
  tenants,
}: Pick<ProbeDeps, 'db' | 'clock' | 'tenants'>): Promise<number> {
  let deleted = 0;
  for (const tenant of await tenants())
    deleted += await db.withTenant(tenant, actor, (tx) => deleteDueIn(tx, clock.now()));
  return deleted;
}

async function deleteDueIn(tx: Tx, now: Date): Promise<number> {
  const due = await dueDateien(tx, now);
  for (const { id, grund } of due) {
    await deleteDatei(tx, id, grund, now);
    await recordAudit(tx, {
      action: 'compass.evidence.deleted',
      object: { type: 'compass.nachweis', id },
      summary: { grund },
    });
  }
  return due.length;
}

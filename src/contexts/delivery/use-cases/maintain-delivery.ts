import { actorOf } from '#platform';
import type { Delivery } from '../ports.ts';
import { receivingTenants } from '../store/zustellpunkte.ts';
import { deleteDue, sweepAttachments } from './delete-submissions.ts';
import { removeUnusedKeys } from './receiving-keys.ts';

/** What a run of the upkeep did, over all authorities. */
export interface MaintenanceReport {
  readonly deleted: number;
  readonly waiting: number;
  readonly sweptFiles: number;
  readonly removedKeys: number;
}

const actor = actorOf('system', 'zustellung');

/** Deletes what is due, sweeps files that nobody needs, removes keys that open nothing any more; each authority by itself. */
export async function maintainDelivery(delivery: Delivery): Promise<MaintenanceReport> {
  const total = { deleted: 0, waiting: 0, sweptFiles: 0, removedKeys: 0 };
  for (const tenant of await delivery.db.withPublic(receivingTenants)) {
    const party = { tenant, actor };
    const { deleted, waiting } = await deleteDue(delivery, party);
    total.deleted += deleted.length;
    total.waiting += waiting.length;
    total.sweptFiles += await sweepAttachments(delivery, party);
    total.removedKeys += (await removeUnusedKeys(delivery, party)).length;
  }
  return total;
}

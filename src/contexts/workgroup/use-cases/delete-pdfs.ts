import type { WorkgroupDeps } from '../deps.ts';
import { deletePdfsBefore } from '../store/dateien.ts';
import { systemActor } from './fragen.ts';

const dayMs = 86_400_000;

/** Deletes files a day after they were ordered: they are made anew in a second, and a pack names people. */
export async function deleteOldPdfs({
  db,
  clock,
  organisationen,
}: Pick<WorkgroupDeps, 'db' | 'clock' | 'organisationen'>): Promise<void> {
  const before = new Date(clock.now().getTime() - dayMs);
  for (const tenant of await organisationen())
    await db.withTenant(tenant, systemActor, (tx) => deletePdfsBefore(tx, before));
}

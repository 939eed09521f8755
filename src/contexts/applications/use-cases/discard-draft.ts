import { ok, type Result, refuse } from '#kernel';
import { antragActor } from '../antrag-actor.ts';
import type { ApplicationsDeps } from '../deps.ts';
import { stepImpossible } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import { lockZugang, readEntwurf } from '../store-entwurf.ts';
import { dropFiles } from './keep-uploads.ts';
import { deleteDraft } from './maintain-applications.ts';
import type { OpenDraft } from './open-draft.ts';

/** Deletes a draft at once, with its files, because its applicant says so. Refuses what was submitted meanwhile. */
export async function discardDraft(
  deps: ApplicationsDeps,
  site: PortalSite,
  { door, content }: OpenDraft,
): Promise<Result<void>> {
  const deleted = await deps.db.withTenant(site.tenant, antragActor, async (tx) => {
    await lockZugang(tx, door.id);
    return (await readEntwurf(tx, door.id)) ? deleteDraft(tx, door) : 0;
  });
  if (deleted === 0) return refuse(stepImpossible);
  await dropFiles(deps, site, content.files);
  return ok(undefined);
}

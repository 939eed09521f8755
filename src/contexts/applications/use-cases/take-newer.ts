import { evaluate, shapeOf } from '#forms';
import { ok, type Result, refuse } from '#kernel';
import { antragActor } from '../antrag-actor.ts';
import type { ApplicationsDeps } from '../deps.ts';
import { changedElsewhere, stepImpossible } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import { updateEntwurf } from '../store-entwurf.ts';
import { contentPlace } from './open-door.ts';
import type { OpenDraft } from './open-draft.ts';

/** Moves a draft to the newer version, because its applicant says so; its answers come along as the rules say. */
export async function takeNewer(
  { db, clock }: Pick<ApplicationsDeps, 'db' | 'clock'>,
  site: PortalSite,
  { door, version, content, newer, seite }: OpenDraft,
): Promise<Result<null>> {
  if (newer === null) return refuse(stepImpossible);
  const { answers, offer } = newer;
  const evaluation = evaluate(offer.dienst.form, answers, offer.context, content.origins);
  const sealed = door.key.seal(contentPlace(door.id), JSON.stringify({ ...content, answers }));
  const row = { fassung: newer.fassung, sealed, seite, bearbeitetAm: clock.now() };
  const reached = await db.withTenant(site.tenant, antragActor, (tx) =>
    updateEntwurf(tx, door.id, version, row, shapeOf(evaluation)),
  );
  return reached ? ok(null) : refuse(changedElsewhere);
}

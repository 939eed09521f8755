import { type Evaluation, evaluate, formIn } from '#forms';
import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { ApplicationsDeps } from '../deps.ts';
import type { DraftContent } from '../draft-content.ts';
import { linkInvalid } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import { readEntwurf } from '../store-entwurf.ts';
import { contentPlace, type Door } from './open-door.ts';
import type { Offer } from './read-offer.ts';

/** A draft, opened with the applicant's key and worked out by the law of today. */
export interface OpenDraft {
  readonly door: Door;
  /** How often it was saved; a save names the one it stands on. */
  readonly version: number;
  /** The form's version when it was last saved. */
  readonly fassung: string;
  /** Where the applicant was last. */
  readonly seite: string;
  readonly content: DraftContent;
  readonly offer: Offer;
  readonly evaluation: Evaluation;
}

/** Opens the draft behind a door. Refuses a door without a draft, and a service that is no longer offered. */
export async function openDraft(
  tx: Tx,
  { offers }: Pick<ApplicationsDeps, 'offers'>,
  site: PortalSite,
  door: Door,
): Promise<Result<OpenDraft>> {
  const row = await readEntwurf(tx, door.id);
  if (!row) return refuse(linkInvalid);
  const offer = await offers.read(tx, site, door.dienst);
  if (!offer.ok) return offer;
  const content: DraftContent = JSON.parse(door.key.open(contentPlace(door.id), row.sealed));
  const form = formIn(offer.value.dienst.form, content.language ?? '');
  const evaluation = evaluate(form, content.answers, offer.value.context, content.origins);
  const { version, fassung, seite } = row;
  return ok({ door, version, fassung, seite, content, offer: offer.value, evaluation });
}

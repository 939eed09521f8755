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
import { type NewerVersion, settleVersion } from './settle-version.ts';

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
  /** A newer version that the applicant may take instead. */
  readonly newer: NewerVersion | null;
}

/** Opens the draft behind a door. Refuses a door without a draft, and a service that is no longer offered. */
export async function openDraft(
  tx: Tx,
  deps: Pick<ApplicationsDeps, 'offers' | 'clock'>,
  site: PortalSite,
  door: Door,
): Promise<Result<OpenDraft>> {
  const row = await readEntwurf(tx, door.id);
  if (!row) return refuse(linkInvalid);
  const live = await deps.offers.read(tx, site, door.dienst);
  if (!live.ok) return live;
  const stored: DraftContent = JSON.parse(door.key.open(contentPlace(door.id), row.sealed));
  const settled = await settleVersion(tx, deps, live.value, row.fassung, stored.answers);
  const { offer, answers, newer } = settled;
  const form = formIn(offer.dienst.form, stored.language ?? '');
  const evaluation = evaluate(form, answers, offer.context, stored.origins);
  const { version, fassung, seite } = row;
  return ok({ door, version, fassung, seite, content: { ...stored, answers }, offer, evaluation, newer });
}

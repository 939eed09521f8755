import { type SealingKey, sealingKeyOf } from '#delivery';
import { type AnswerDocument, type Evaluation, evaluate } from '#forms';
import { concernedOffices, type OfficePart, partFor } from '#forms/onlinedienst';
import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { ApplicationsDeps, Destination } from '../deps.ts';
import { destinationMissing } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import type { OpenDraft } from './open-draft.ts';
import { ortOfAntrag } from './ort-of-antrag.ts';

/** What goes to one Zustellpunkt, and with which key it is sealed. */
export interface PartToSend {
  /** From 1, in the order in which the service names its offices. */
  readonly nr: number;
  readonly stelle: string;
  readonly key: SealingKey;
  readonly part: OfficePart;
  /** The same document in the language in which the applicant answered; null where that is the office's own. */
  readonly dokumentInSprache: AnswerDocument | null;
}

interface Place extends Destination {
  readonly offices: readonly string[];
}

/**
 * The parts of an Antrag, one for each Zustellpunkt behind the offices that it concerns. Refuses where one of them is not
 * set up, rests or has no valid key: an Antrag goes to all of its offices or to none.
 */
export async function partsToSend(
  tx: Tx,
  deps: Pick<ApplicationsDeps, 'clock' | 'destinationOf'>,
  site: PortalSite,
  draft: Pick<OpenDraft, 'door' | 'offer' | 'evaluation'>,
): Promise<Result<readonly PartToSend[]>> {
  const places = await placesOf(tx, deps, site, draft);
  if (!places.ok) return places;
  const evaluation = inOwnLanguage(draft);
  const parts: PartToSend[] = [];
  for (const { tenant, zustellpunkt, name, offices } of places.value) {
    const key = await sealingKeyOf(tx, tenant, zustellpunkt, deps.clock.now());
    if (!key.ok) return key;
    const part = partFor(draft.offer.dienst, evaluation, offices);
    const { dienst } = draft.offer;
    const isOwn = evaluation === draft.evaluation;
    const dokumentInSprache = isOwn ? null : partFor(dienst, draft.evaluation, offices).document;
    parts.push({ nr: parts.length + 1, stelle: name, key: key.value, part, dokumentInSprache });
  }
  return ok(parts);
}

/** The office reads questions and answers in the form's own language, whichever the applicant chose. */
function inOwnLanguage({ offer, evaluation }: Pick<OpenDraft, 'offer' | 'evaluation'>): Evaluation {
  const { form } = offer.dienst;
  if (evaluation.form.language === form.language) return evaluation;
  return evaluate(form, evaluation.answers, offer.context, evaluation.origins);
}

/** The Zustellpunkte for an Antrag; offices that share one get one submission. */
async function placesOf(
  tx: Tx,
  { destinationOf }: Pick<ApplicationsDeps, 'destinationOf'>,
  site: PortalSite,
  { door, offer, evaluation }: Pick<OpenDraft, 'door' | 'offer' | 'evaluation'>,
): Promise<Result<readonly Place[]>> {
  const places = new Map<string, Place>();
  for (const office of concernedOffices(offer.dienst, evaluation)) {
    const to = await destinationOf(tx, site, door.dienst, office, ortOfAntrag(evaluation));
    if (!to) return refuse(destinationMissing);
    const known = places.get(to.zustellpunkt);
    places.set(to.zustellpunkt, { ...to, offices: [...(known?.offices ?? []), office] });
  }
  return ok([...places.values()]);
}

/** The names of the offices that would get the Antrag; those that are not set up have none. */
export async function stellenOf(
  tx: Tx,
  deps: Pick<ApplicationsDeps, 'destinationOf'>,
  site: PortalSite,
  draft: Pick<OpenDraft, 'door' | 'offer' | 'evaluation'>,
): Promise<readonly string[]> {
  const places = await placesOf(tx, deps, site, draft);
  return places.ok ? places.value.map(({ name }) => name) : [];
}

import {
  type Answers,
  type AskedPlaces,
  type Evaluation,
  evaluate,
  formIn,
  type Origins,
  partOfForm,
  withoutUnasked,
} from '#forms';
import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { ApplicationsDeps } from '../deps.ts';
import { nachforderungUnknown } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import { type AskedContent, idFrom, type LaterDraft, laterDraftPlace } from './nachforderung-content.ts';
import type { Door } from './open-door.ts';
import { type OpenAntrag, openAntrag, ownCopyOf } from './read-antrag.ts';
import { lastAnswer, type OpenNachforderung } from './read-nachforderungen.ts';
import type { VersionOffer } from './read-offer.ts';

/** The small form that answers a Nachforderung, worked out by the version with which the Antrag was made. */
export interface OpenLater extends OpenNachforderung {
  readonly antrag: OpenAntrag;
  readonly offer: VersionOffer;
  readonly places: AskedPlaces;
  /** How many Nachforderungen of the Antrag were answered when this was opened. */
  readonly answeredBefore: number;
  readonly draft: LaterDraft;
  readonly origins: Origins;
  /** All answers as they stood before, and as they stand with the draft. */
  readonly before: Evaluation;
  readonly whole: Evaluation;
  /** The asked fields alone. */
  readonly part: Evaluation;
}

/** The small form. Refuses what was never asked here, and a version that the portal does not have any more. */
export async function openLater(
  tx: Tx,
  { offers }: Pick<ApplicationsDeps, 'offers'>,
  site: PortalSite,
  door: Door,
  wanted: string | undefined,
): Promise<Result<OpenLater>> {
  const antrag = await openAntrag(tx, door);
  const id = idFrom(wanted);
  const all = antrag?.nachforderungen ?? [];
  const found = all.find(({ row }) => row.id === id);
  if (!antrag || !found) return refuse(nachforderungUnknown);
  const offer = await offers.version(tx, site, antrag.row);
  if (!offer.ok) return offer;
  const base = baseOf(antrag, all, found.asked);
  const stored: LaterDraft | null =
    found.row.entwurf === null
      ? null
      : JSON.parse(door.key.open(laterDraftPlace(found.row.id), found.row.entwurf));
  const language = stored?.language ?? base.language;
  const form = formIn(offer.value.dienst.form, language ?? '');
  const { context } = offer.value;
  const before = evaluate(form, base.answers, context, base.origins);
  const places = new Set(found.asked.felder.map(({ place }) => place));
  const answers = stored === null ? base.answers : withoutUnasked(before, stored.answers, places);
  const whole = evaluate(form, answers, context, base.origins);
  const first = partOfForm(whole, before, places).pages.find(({ reachable }) => reachable);
  const seite = stored?.seite === undefined ? (first?.page.id ?? null) : stored.seite;
  const draft = { answers, language, files: stored?.files ?? [], seite };
  const part = partOfForm(whole, before, places);
  const answeredBefore = all.filter(({ row }) => row.zustand === 'beantwortet').length;
  return ok({
    ...{ ...found, antrag, offer: offer.value, places, answeredBefore },
    ...{ draft, origins: base.origins, before, whole, part },
  });
}

/** How the answers stand: as submitted, with what was handed in since. */
function baseOf(
  antrag: OpenAntrag,
  all: readonly OpenNachforderung[],
  asked: AskedContent,
): { readonly answers: Answers; readonly origins: Origins; readonly language: string | undefined } {
  const copy = ownCopyOf(antrag);
  const language = copy?.document.language;
  const last = lastAnswer(all);
  if (last) return { answers: last.answers, origins: last.origins, language };
  return { answers: copy?.answers ?? asked.antworten, origins: copy?.origins ?? {}, language };
}

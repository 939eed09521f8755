import { deliver, type Payload, type SealedSubmission, sealingKeyOf, sealSubmission } from '#delivery';
import {
  type AnswerChange,
  changesBetween,
  type Evaluation,
  evaluate,
  feeOf,
  isSubmittable,
  type Origins,
} from '#forms';
import { concernedOffices, coveredLeistungen, emailOf, partFor } from '#forms/onlinedienst';
import { compareLocalDates, ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { antragActor } from '../antrag-actor.ts';
import type { ApplicationsDeps } from '../deps.ts';
import { nachSchritt } from '../domain/zustand.ts';
import { partedFiles } from '../draft-content.ts';
import { changedElsewhere, incomplete, nachforderungOver } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import { lockAntrag } from '../store-antrag.ts';
import {
  answerNachforderung,
  lockNachforderung,
  type NachforderungRow,
  readNachforderungen,
} from '../store-nachforderung.ts';
import { readSendungen, type SendungRow } from '../store-sendung.ts';
import { moved, movedBy } from './move-antrag.ts';
import { type LaterAnswer, laterAnswerPlace } from './nachforderung-content.ts';
import type { Door } from './open-door.ts';
import { type OpenLater, openLater } from './open-nachforderung.ts';

/** Carries a refusal out of the transaction, so that nothing of it remains. */
class NotSent extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('not sent');
    this.result = result;
  }
}

/** Somebody answered another office meanwhile, so that the answers stand on a newer state. */
class StandsOnOlder extends Error {}

/**
 * Sends the answer to a Nachforderung: what the applicant keeps and the delivery to the office that asked, in one
 * transaction. Sent again, it answers with what there is. After the day it still goes, and is marked late. Refuses what is
 * incomplete, was changed in another tab, was taken back, or cannot be delivered; the draft stays as it was.
 */
export async function sendLater(
  deps: ApplicationsDeps,
  site: PortalSite,
  door: Door,
  wanted: { readonly id: string | undefined; readonly version: number },
): Promise<Result<null>> {
  for (;;) {
    try {
      return await attempt(deps, site, door, wanted);
    } catch (error) {
      if (error instanceof NotSent) return error.result;
      if (!(error instanceof StandsOnOlder)) throw error;
    }
  }
}

async function attempt(
  deps: ApplicationsDeps,
  site: PortalSite,
  door: Door,
  { id, version }: { readonly id: string | undefined; readonly version: number },
): Promise<Result<null>> {
  const opened = await deps.db.withTenant(site.tenant, antragActor, (tx) =>
    openLater(tx, deps, site, door, id),
  );
  if (!opened.ok) return opened;
  const { row } = opened.value;
  if (row.zustand === 'beantwortet') return ok(null);
  if (row.zustand !== 'offen' || !sendungOf(opened.value)) return refuse(nachforderungOver);
  if (row.version !== version) return refuse(changedElsewhere);
  if (!isSubmittable(opened.value.part)) return refuse(incomplete);
  const done = doneOf(opened.value, deps.clock.today());
  const sealed = await sealedFor(deps, opened.value, done);
  if (!sealed.ok) return sealed;
  return deps.db.withTenant(site.tenant, antragActor, (tx) =>
    write(tx, deps, opened.value, done, sealed.value),
  );
}

/** The office's submission, while it may still get something. */
function sendungOf({ antrag, row }: OpenLater): SendungRow | undefined {
  return antrag.sendungen.find(
    ({ nr, zustand }) => nr === row.sendung && nachSchritt(zustand, 'antworten') !== null,
  );
}

/** What is handed in, worked out by the law of the arrival. */
interface Done {
  readonly after: Evaluation;
  readonly origins: Origins;
  readonly changes: readonly AnswerChange[];
  readonly verspaetet: boolean;
}

function doneOf(
  { offer, draft, origins, row, whole, before }: OpenLater,
  today: NachforderungRow['frist'],
): Done {
  const { form } = offer.dienst;
  const at = (answers: OpenLater['draft']['answers']) => evaluate(form, answers, offer.onArrival, origins);
  const changes = changesBetween(at(before.answers), at(whole.answers));
  const marked = { ...origins };
  for (const { place, after } of changes)
    if (after !== null) marked[place] = { kind: 'later', on: today, edited: false };
  const after = evaluate(form, draft.answers, offer.onArrival, marked);
  return { after, origins: marked, changes, verspaetet: compareLocalDates(today, row.frist) > 0 };
}

async function sealedFor(
  deps: ApplicationsDeps,
  later: OpenLater,
  done: Done,
): Promise<Result<SealedSubmission>> {
  const { asked, antrag } = later;
  const key = await deps.db.withTenant(antrag.row.tenant, antragActor, (tx) =>
    sealingKeyOf(tx, asked.empfaenger, asked.zustellpunkt, deps.clock.now()),
  );
  if (!key.ok) return key;
  return ok(await sealSubmission(key.value, payloadOf(later, done, deps.clock.today())));
}

/** What the office that asked gets (`leitwerk/nachreichung@1`): what changed, and its part of the Antrag as it is now. */
function payloadOf(
  later: OpenLater,
  { after, changes, verspaetet }: Done,
  today: NachforderungRow['frist'],
): Payload {
  const { antrag, offer, row, draft, asked } = later;
  const { nummer, dienst, fassung } = antrag.row;
  const part = partFor(offer.dienst, after, officesOf(later, after));
  const { named } = partedFiles(draft);
  const places = new Set(changes.map(({ place }) => place));
  const data = {
    format: 'leitwerk/nachreichung@1',
    ...{
      nummer,
      dienst,
      fassung,
      nachforderung: row.id,
      bezug: asked.submission,
      eingang: today,
      verspaetet,
    },
    geaendert: changes,
    // What was asked for and left as it was: the applicant says that it is right.
    bestaetigt: asked.felder.map(({ place }) => place).filter((place) => !isTouched(place, places)),
    ...{ leistungen: part.leistungen, antworten: part.answers, dokument: part.document, gebuehr: part.fee },
    kontakt: { email: emailOf(after) },
    anlagen: named.map(({ id, fileName: name, mimeType, bytes, geprueft }) => ({
      id,
      name,
      mimeType,
      bytes,
      geprueft,
    })),
  };
  return {
    data: Buffer.from(JSON.stringify(data), 'utf8'),
    mimeType: 'application/json',
    schemaUri: `urn:leitwerk:formular:${dienst}:${fassung}`,
    attachments: named.map((file) => ({ ...file, purpose: 'attachment' })),
    applicationDate: today,
    senderReference: nummer,
  };
}

function isTouched(place: string, changed: ReadonlySet<string>): boolean {
  return changed.has(place) || [...changed].some((one) => one.startsWith(`${place}.#`));
}

/** The kinds of office behind the submission that is asked about. */
function officesOf({ antrag, row, offer }: OpenLater, after: Evaluation): readonly string[] {
  const all = concernedOffices(offer.dienst, after);
  const own = antrag.sendungen.find(({ nr }) => nr === row.sendung)?.leistungen ?? [];
  if (antrag.sendungen.length === 1) return all;
  const theirs = coveredLeistungen(offer.dienst, after).filter(({ leika }) => own.includes(leika));
  const offices = [...new Set(theirs.map(({ office }) => office))];
  return offices.length > 0 ? offices : all.slice(0, 1);
}

async function write(
  tx: Tx,
  deps: ApplicationsDeps,
  later: OpenLater,
  done: Done,
  sealed: SealedSubmission,
): Promise<Result<null>> {
  const { door } = later.antrag;
  const antrag = await lockAntrag(tx, door.id);
  const row = await lockNachforderung(tx, door.id, later.row.id);
  if (row?.zustand === 'beantwortet') return ok(null);
  const sendungen = await readSendungen(tx, door.id);
  const sendung = sendungOf({ ...later, antrag: { ...later.antrag, sendungen } });
  if (!antrag || row?.zustand !== 'offen' || !sendung) return refuse(nachforderungOver);
  if (row.version !== later.row.version) return refuse(changedElsewhere);
  if (await isOlder(tx, later)) throw new StandsOnOlder();
  const { leistung } = later.asked;
  const now = deps.clock.now();
  const order = { idempotencyKey: `nachreichung:${row.id}`, leistung, now, caseId: sendung.caseId };
  const receipt = await deliver(tx, sealed, order);
  // Thrown, not refused: nothing of this transaction may remain.
  if (!receipt.ok) throw new NotSent(receipt);
  const antwort = door.key.seal(laterAnswerPlace(row.id), JSON.stringify(answerOf(later, done)));
  await answerNachforderung(tx, row.id, { antwort, am: now, verspaetet: done.verspaetet });
  await moved(tx, antrag, movedBy(sendungen, [sendung], 'antworten'), deps.clock.today());
  return ok(null);
}

function answerOf({ draft }: OpenLater, { after, origins, changes }: Done): LaterAnswer {
  const files = partedFiles(draft).named.map(({ id, fileName, geprueft }) => ({ id, fileName, geprueft }));
  return { answers: draft.answers, origins, changes, files, fee: feeOf(after) };
}

/** Whether another Nachforderung was answered since this one was opened. */
async function isOlder(tx: Tx, { antrag, answeredBefore }: OpenLater): Promise<boolean> {
  const rows = await readNachforderungen(tx, antrag.door.id);
  return rows.filter(({ zustand }) => zustand === 'beantwortet').length !== answeredBefore;
}

import { randomBytes } from 'node:crypto';
import { deliver, type SealedSubmission, sealSubmission } from '#delivery';
import { isSubmittable } from '#forms';
import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { antragActor } from '../antrag-actor.ts';
import type { ApplicationsDeps } from '../deps.ts';
import { antragsnummer } from '../domain/nummer.ts';
import { changedElsewhere, dienstSuspended, incomplete } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import { type AntragRow, insertAntrag, readAntrag } from '../store-antrag.ts';
import { deleteEntwurf, lockZugang, readEntwurf, setZugangLoeschtag } from '../store-entwurf.ts';
import { insertSendung } from '../store-sendung.ts';
import { antragRowOf, leistungOf, payloadOf } from './antrag-content.ts';
import type { Door } from './open-door.ts';
import { type OpenDraft, openDraft } from './open-draft.ts';
import { type PartToSend, partsToSend } from './parts-to-send.ts';

type Deps = ApplicationsDeps;

class NumberTaken extends Error {}

/** Carries a refusal out of the transaction, so that nothing that another office was sent remains. */
class NotDeliverable extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('not deliverable');
    this.result = result;
  }
}

/**
 * Submits a draft: Antrag, receipt and the delivery to each office that it concerns in one transaction, by the law and the
 * amounts of this day. Sent again, it answers with the Antrag that there is. Refuses what is incomplete, was changed in another tab,
 * rests, or cannot be delivered; the draft stays as it was.
 */
export async function submitAntrag(
  deps: Deps,
  site: PortalSite,
  door: Door,
  version: number,
): Promise<Result<AntragRow>> {
  for (;;) {
    try {
      return await attempt(deps, site, door, version);
    } catch (error) {
      if (error instanceof NotDeliverable) return error.result;
      if (!(error instanceof NumberTaken)) throw error;
    }
  }
}

async function attempt(
  deps: Deps,
  site: PortalSite,
  door: Door,
  version: number,
): Promise<Result<AntragRow>> {
  const prepared = await deps.db.withTenant(site.tenant, antragActor, (tx) =>
    prepare(tx, deps, site, door, version),
  );
  if (!prepared.ok) return prepared;
  if ('earlier' in prepared.value) return ok(prepared.value.earlier);
  const { draft, parts } = prepared.value;
  const nummer = antragsnummer(deps.clock.today().slice(0, 4), randomBytes(8));
  const sealed: SealedPart[] = [];
  for (const part of parts) {
    const payload = payloadOf(draft, part, nummer, deps.clock.today());
    sealed.push({ ...part, sealed: await sealSubmission(part.key, payload) });
  }
  return deps.db.withTenant(site.tenant, antragActor, (tx) =>
    write(tx, deps, site, { draft, sealed, nummer }),
  );
}

interface Prepared {
  readonly draft: OpenDraft;
  readonly parts: readonly PartToSend[];
}

async function prepare(
  tx: Tx,
  deps: Deps,
  site: PortalSite,
  door: Door,
  version: number,
): Promise<Result<Prepared | { readonly earlier: AntragRow }>> {
  const earlier = await readAntrag(tx, door.id);
  if (earlier) return ok({ earlier });
  const draft = await openDraft(tx, deps, site, door);
  if (!draft.ok) {
    // Sent twice at once: between the two reads the other one took the draft.
    const meanwhile = await readAntrag(tx, door.id);
    return meanwhile ? ok({ earlier: meanwhile }) : draft;
  }
  const { ausgesetztGrund } = draft.value.offer;
  if (ausgesetztGrund !== null) return refuse(dienstSuspended(ausgesetztGrund));
  if (draft.value.version !== version) return refuse(changedElsewhere);
  if (!isSubmittable(draft.value.evaluation)) return refuse(incomplete);
  const parts = await partsToSend(tx, deps, site, draft.value);
  return parts.ok ? ok({ draft: draft.value, parts: parts.value }) : parts;
}

interface SealedPart extends PartToSend {
  readonly sealed: SealedSubmission;
}

interface Sealed {
  readonly draft: OpenDraft;
  readonly sealed: readonly SealedPart[];
  readonly nummer: string;
}

async function write(
  tx: Tx,
  deps: Deps,
  site: PortalSite,
  { draft, sealed, nummer }: Sealed,
): Promise<Result<AntragRow>> {
  const { door } = draft;
  await lockZugang(tx, door.id);
  const earlier = await readAntrag(tx, door.id);
  if (earlier) return ok(earlier);
  if ((await readEntwurf(tx, door.id))?.version !== draft.version) return refuse(changedElsewhere);
  const offer = await deps.offers.read(tx, site, door.dienst);
  if (!offer.ok) return offer;
  if (offer.value.ausgesetztGrund !== null) return refuse(dienstSuspended(offer.value.ausgesetztGrund));
  const now = deps.clock.now();
  const row = antragRowOf(draft, site, nummer, { now, today: deps.clock.today() });
  // Thrown, not refused: nothing of this transaction may remain.
  if (!(await insertAntrag(tx, row))) throw new NumberTaken();
  for (const part of sealed) {
    const sent = await sendPart(tx, draft, part, now);
    if (!sent.ok) throw new NotDeliverable(sent);
  }
  await setZugangLoeschtag(tx, door.id, row.loeschenAm);
  await deleteEntwurf(tx, door.id);
  return ok(row);
}

/** Delivers what one office gets, and notes where its state is kept. */
async function sendPart(
  tx: Tx,
  { door, offer }: OpenDraft,
  { nr, sealed, part, stelle, key }: SealedPart,
  now: Date,
): Promise<Result<null>> {
  const { leistung, titel } = leistungOf(offer, part);
  const idempotencyKey = nr === 1 ? `antrag:${door.id}` : `antrag:${door.id}:${nr}`;
  const receipt = await deliver(tx, sealed, { idempotencyKey, leistung, now });
  if (!receipt.ok) return receipt;
  const { submissionId, caseId, contentHash } = receipt.value;
  const leistungen = part.leistungen.map(({ leika }) => leika);
  const place = { empfaenger: key.tenant, submissionId, caseId, contentHash };
  await insertSendung(tx, door, { nr, stelle, titel, leistungen, zustand: 'eingereicht', ...place });
  return ok(null);
}

import { randomBytes } from 'node:crypto';
import { deliver, type SealedSubmission, type SealingKey, sealingKeyOf, sealSubmission } from '#delivery';
import { isSubmittable } from '#forms';
import { ok, type Result, refuse } from '#kernel';
import type { TenantId, Tx } from '#platform';
import type { ApplicationsDeps } from '../deps.ts';
import { antragsnummer } from '../domain/nummer.ts';
import { changedElsewhere, destinationMissing, dienstSuspended, incomplete } from '../errors.ts';
import type { PortalSite } from '../portal-site.ts';
import { type AntragRow, insertAntrag, readAntrag } from '../store-antrag.ts';
import { deleteEntwurf, lockZugang, readEntwurf, setZugangLoeschtag } from '../store-entwurf.ts';
import { antragActor } from '../store-rows.ts';
import { antragRowOf, payloadOf } from './antrag-content.ts';
import type { Door } from './open-door.ts';
import { type OpenDraft, openDraft } from './open-draft.ts';

type Deps = ApplicationsDeps;

class NumberTaken extends Error {}

/**
 * Submits a draft: Antrag, receipt and delivery to the authority with its event in one transaction, by the law and the
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
  const { draft, key } = prepared.value;
  const nummer = antragsnummer(deps.clock.today().slice(0, 4), randomBytes(8));
  const sealed = await sealSubmission(key, payloadOf(draft, nummer, deps.clock.today()));
  return deps.db.withTenant(site.tenant, antragActor, (tx) =>
    write(tx, deps, site, { draft, sealed, nummer, empfaenger: key.tenant }),
  );
}

interface Prepared {
  readonly draft: OpenDraft;
  readonly key: SealingKey;
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
  if (!draft.ok) return draft;
  const { ausgesetztGrund } = draft.value.offer;
  if (ausgesetztGrund !== null) return refuse(dienstSuspended(ausgesetztGrund));
  if (draft.value.version !== version) return refuse(changedElsewhere);
  if (!isSubmittable(draft.value.evaluation)) return refuse(incomplete);
  const to = await deps.destinationOf(tx, site, door.dienst);
  if (!to) return refuse(destinationMissing);
  const key = await sealingKeyOf(tx, to.tenant, to.zustellpunkt, deps.clock.now());
  return key.ok ? ok({ draft: draft.value, key: key.value }) : key;
}

interface Sealed {
  readonly draft: OpenDraft;
  readonly sealed: SealedSubmission;
  readonly nummer: string;
  readonly empfaenger: TenantId;
}

async function write(
  tx: Tx,
  deps: Deps,
  site: PortalSite,
  { draft, sealed, nummer, empfaenger }: Sealed,
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
  const order = { idempotencyKey: `antrag:${door.id}`, leistung: door.dienst, now };
  const receipt = await deliver(tx, sealed, order);
  if (!receipt.ok) return receipt;
  const { submissionId, caseId, contentHash } = receipt.value;
  const at = { now, today: deps.clock.today() };
  const row = antragRowOf(draft, site, { nummer, empfaenger, submissionId, caseId, contentHash }, at);
  // Thrown, not refused: the delivery of this transaction must not remain.
  if (!(await insertAntrag(tx, row))) throw new NumberTaken();
  await setZugangLoeschtag(tx, door.id, row.loeschenAm);
  await deleteEntwurf(tx, door.id);
  return ok(row);
}

import { acceptSubmission, type OpenedSubmission, openSubmission, rejectSubmission } from '#delivery';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import { actorOf, newId, publish, recordAudit, type TenantId, type Tx } from '#platform';
import { numberFrom } from '../domain/antrag.ts';
import type { InboxDeps } from '../ports.ts';
import { eingangById, insertEingang, lockNumber, numbersLike, sealInhalt } from '../store/eingaenge.ts';
import { appendEintrag } from '../store/eintraege.ts';
import { isFassung } from '../store/fassungen.ts';
import { inhaltOf } from './inhalt-of.ts';
import { joinNachreichung } from './join-nachreichung.ts';
import { layPost } from './lay-post.ts';

type ReceiveDeps = Pick<InboxDeps, 'db' | 'clock' | 'keys' | 'delivery' | 'tellApplicant' | 'deletionDay'>;

/** What became of a submission: a case, a part of one that there was, one that was there before, or nothing that this authority could open. */
export type Received = 'received' | 'joined' | 'known' | 'rejected';

/** Which submission arrived where, and whose portal sent it. */
export interface Arrival {
  readonly submissionId: string;
  readonly tenant: TenantId;
  readonly absender?: TenantId | null;
}

/** The event by which the worker mails the office; its payload holds ids only. */
export const arrivedEvent = 'inbox.arrived';

const actor = actorOf('system', 'eingang');

/**
 * Makes a case of a submission, once however often it is asked: opens it with the office's private key, seals it under the
 * tenant's data key and accepts it in the ledger, all in one transaction. What was sealed with a wrong key or is not what
 * its metadata announce is rejected and the applicant told; what cannot be opened here and now (key not at hand, changed
 * after it was sent) is refused, so that the job waits for the operator.
 */
export function receive(
  deps: ReceiveDeps,
  { submissionId, tenant, absender = null }: Arrival,
): Promise<Result<Received>> {
  return deps.db.withTenant(tenant, actor, async (tx) => {
    if (await isKnown(tx, tenant, submissionId)) return ok('known');
    const opened = await openSubmission(tx, deps.delivery, tenant, submissionId);
    if (!opened.ok) return reject(deps, tx, { submissionId, tenant, absender }, opened.refusal);
    const accepted = await acceptSubmission(tx, tenant, submissionId, deps.clock.now());
    // Another worker was faster: its case is visible now that the ledger's row is ours.
    if (!accepted.ok) return (await isKnown(tx, tenant, submissionId)) ? ok('known') : accepted;
    if (await joinNachreichung(deps, tx, tenant, opened.value)) return ok('joined');
    await store(deps, tx, tenant, opened.value);
    await layPost(deps, tx, tenant, submissionId);
    return ok('received');
  });
}

async function isKnown(tx: Tx, tenant: TenantId, submission: string): Promise<boolean> {
  return (await eingangById(tx, tenant, submission)) !== null || isFassung(tx, tenant, submission);
}

/** The damages for which the sender's program is to blame; all others happened after the submission was sent. */
const sendersFault = ['metadata', 'data', 'attachments-announced'];

async function reject(
  deps: ReceiveDeps,
  tx: Tx,
  { submissionId: id, tenant, absender = null }: Arrival,
  refusal: Refusal,
): Promise<Result<Received>> {
  const damage = refusal.code === 'SUBMISSION_DAMAGED' ? refusal.fields?.[0]?.field : undefined;
  if (damage === undefined || !sendersFault.includes(damage)) return refuse(refusal);
  const rejected = await rejectSubmission(tx, tenant, id, [`unlesbar-${damage}`], deps.clock.now());
  if (!rejected.ok) return ok('known');
  const object = { type: 'delivery.submission', id };
  await recordAudit(tx, { action: 'inbox.submission.rejected', object, summary: { damage } });
  const unknown = { id: newId(), nummer: '', caseId: '', absender: absender ?? '', submission: id };
  await deps.tellApplicant(tx, { ...unknown, schritt: 'unlesbar', text: null });
  return ok('rejected');
}

async function store(deps: ReceiveDeps, tx: Tx, tenant: TenantId, opened: OpenedSubmission): Promise<void> {
  const { submission } = opened;
  const { id, leistung, zustellpunkt: stelle, createdAt: eingegangenAm } = submission;
  const now = deps.clock.now();
  const inhalt = await inhaltOf(opened);
  const wanted = numberFrom(inhalt.reference) ?? `E-${id.slice(0, 8)}`;
  const nummer = await freeNumber(tx, tenant, wanted);
  const key = await deps.keys.dataKeyOf(tx, tenant);
  const row = { id, nummer, leistung, stelle, eingegangenAm, geaendertAm: now };
  await insertEingang(tx, tenant, { ...row, inhalt: sealInhalt(key, id, inhalt) });
  await appendEintrag(tx, key, { tenant, eingang: id, am: now }, { art: 'eingegangen', wer: actor });
  await recordAudit(tx, {
    action: 'inbox.eingang.received',
    object: { type: 'inbox.eingang', id },
    summary: { nummer, leistung },
  });
  await publish(tx, arrivedEvent, { eingang: id });
}

/** The number itself, or with a further one where another case has it: a case may come back to the same authority. */
async function freeNumber(tx: Tx, tenant: TenantId, wanted: string): Promise<string> {
  await lockNumber(tx, tenant, wanted);
  const taken = new Set(await numbersLike(tx, tenant, wanted));
  let nummer = wanted;
  for (let n = 2; taken.has(nummer); n += 1) nummer = `${wanted}-${n}`;
  return nummer;
}

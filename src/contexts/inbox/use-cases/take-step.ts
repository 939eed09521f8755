import { scheduleDeletion } from '#delivery';
import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { type DataKey, newId, recordAudit, type TenantId, type Tx } from '#platform';
import type { Inhalt } from '../domain/antrag.ts';
import { applicantActor, type EintragInhalt } from '../domain/eintrag.ts';
import { type Aktion, istOffen, nachAktion } from '../domain/zustand.ts';
import { deletedAlready, eingangUnknown, stepImpossible } from '../errors.ts';
import type { ApplicantNews, InboxDeps } from '../ports.ts';
import { type Eingang, lockEingang, openInhalt, updateEingang } from '../store/eingaenge.ts';
import { appendEintrag } from '../store/eintraege.ts';
import { fassungSubmissions } from '../store/fassungen.ts';
import { endNachforderungen } from '../store/nachforderungen.ts';

export type StepDeps = Pick<InboxDeps, 'clock' | 'keys' | 'tellApplicant' | 'deletionDay'>;

/** A step of the state table, with the line that it leaves in the history. */
export interface Step {
  readonly aktion: Aktion;
  readonly eintrag: EintragInhalt | ((before: Eingang) => EintragInhalt);
  /** Who works on the case from now on, `null` for nobody yet; not given, it stays. */
  readonly bearbeiter?: string | null;
  /** The office whose case it is from now on; not given, it stays. */
  readonly stelle?: string;
  /** What the applicant reads; not given, the applicant is told nothing. */
  readonly tell?: Pick<ApplicantNews, 'schritt' | 'text' | 'nachforderung' | 'zurueckgenommen'>;
  /** What is done in the same transaction besides; a refusal undoes all. */
  readonly within?: (tx: Tx, eingang: Eingang) => Promise<Result<unknown>>;
}

export interface Opened {
  readonly tx: Tx;
  readonly key: DataKey;
  readonly tenant: TenantId;
  readonly eingang: Eingang;
  readonly inhalt: Inhalt;
}

/** Carried out of the transaction, so that it rolls back. */
export class Refused extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super('refused');
    this.result = result;
  }
}

/** The case, locked and opened; refuses one that is unknown or deleted. */
export async function lockOpened(
  deps: StepDeps,
  tx: Tx,
  tenant: TenantId,
  id: string,
): Promise<Result<Opened>> {
  const row = await lockEingang(tx, tenant, id);
  if (!row) return refuse(eingangUnknown);
  const { inhalt: sealed, ...eingang } = row;
  if (sealed === null) return refuse(deletedAlready);
  const key = await deps.keys.dataKeyOf(tx, tenant);
  return ok({ tx, key, tenant, eingang, inhalt: openInhalt(key, eingang.id, sealed) });
}

/** Takes a step with a locked case. */
export async function takeStep(
  deps: StepDeps,
  { tx, key, tenant, eingang, inhalt }: Opened,
  step: Step,
): Promise<Result<Eingang>> {
  const { aktion, tell, within } = step;
  const eintrag = typeof step.eintrag === 'function' ? step.eintrag(eingang) : step.eintrag;
  const zustand = nachAktion(eingang.zustand, aktion);
  if (zustand === null) return refuse(stepImpossible(eingang.zustand, aktion));
  const now = deps.clock.now();
  const { bearbeiter = eingang.bearbeiter, stelle = eingang.stelle } = step;
  const next = { ...eingang, zustand, bearbeiter, stelle, geaendertAm: now };
  const wanted =
    istOffen(eingang.zustand) && !istOffen(zustand) ? { ...next, ...(await ending(deps, eingang)) } : next;
  const done = await within?.(tx, eingang);
  if (done && !done.ok) throw new Refused(done);
  await updateEingang(tx, tenant, wanted);
  if (wanted.loeschenAm !== null && eingang.loeschenAm === null)
    await endCase({ tx, tenant, eingang }, wanted.loeschenAm, now);
  await appendEintrag(tx, key, { tenant, eingang: eingang.id, am: now }, eintrag);
  if (tell && (zustand !== eingang.zustand || tell.text !== null)) {
    const told = await deps.tellApplicant(tx, { ...newsOf(inhalt), submission: eingang.id, ...tell });
    // The portal may have deleted its Antrag long before the office is done.
    if (!told.ok && told.refusal.kind !== 'not-found') throw new Refused(told);
  }
  await audit(tx, eingang, eintrag, wanted);
  return ok({ ...wanted, version: eingang.version + 1 });
}

/** What is still asked ends with the case, and all that was sent for it goes on its day. */
async function endCase(
  { tx, tenant, eingang: { id } }: Pick<Opened, 'tx' | 'tenant' | 'eingang'>,
  day: LocalDate,
  now: Date,
): Promise<void> {
  await endNachforderungen(tx, tenant, id, now);
  for (const submission of [id, ...(await fassungSubmissions(tx, tenant, id))])
    await scheduleDeletion(tx, tenant, submission, day);
}

async function ending(
  deps: StepDeps,
  { leistung }: Eingang,
): Promise<Pick<Eingang, 'abgeschlossenAm' | 'loeschenAm'>> {
  return {
    abgeschlossenAm: deps.clock.now(),
    loeschenAm: await deps.deletionDay(leistung, deps.clock.today()),
  };
}

function newsOf({ reference, caseId, absender }: Inhalt) {
  return { id: newId(), nummer: reference, caseId, absender };
}

/** The audit names the step, never its words; whether the applicant or the office took it shows in the summary. */
function audit(
  tx: Tx,
  { id, nummer, zustand, stelle }: Eingang,
  eintrag: EintragInhalt,
  next: Eingang,
): Promise<void> {
  const object = { type: 'inbox.eingang', id };
  const step = { nummer, von: zustand, nach: next.zustand, antragsteller: eintrag.wer === applicantActor };
  const summary = next.stelle === stelle ? step : { ...step, vonStelle: stelle, anStelle: next.stelle };
  return recordAudit(tx, { action: `inbox.eingang.${eintrag.art}`, object, summary });
}

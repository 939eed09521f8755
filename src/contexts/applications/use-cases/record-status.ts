import { type Clock, ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { istErreicht, nachSchritt, type Schritt, type Zustand } from '../domain/zustand.ts';
import { antragUnknown, stepImpossible } from '../errors.ts';
import { messages } from '../messages.ts';
import { sealTo } from '../sealed-box.ts';
import { lockAntragOf } from '../store-antrag.ts';
import { findZugang, type ZugangRow } from '../store-entwurf.ts';
import { withdrawNachforderung } from '../store-nachforderung.ts';
import { insertNachricht, type NachrichtRow } from '../store-nachricht.ts';
import { readSendungen, type SendungRow, setJetztBei } from '../store-sendung.ts';
import { moved, movedBy } from './move-antrag.ts';
import type { AskedAgain } from './nachforderung-content.ts';
import { messagePlace } from './open-door.ts';
import { recordNachforderung } from './record-nachforderung.ts';

/** What an authority does that the applicant shall know of. */
export interface StatusNews {
  /** A UUID of the news: told again, it changes nothing. */
  readonly id: string;
  /** Empty where the authority could not read it; the submission names the Antrag then. */
  readonly nummer: string;
  readonly submission?: string;
  /** The sender's case; it stays the same where an office handed the submission on. */
  readonly caseId?: string;
  /** `zuleiten`: another office of the authority has it now. `unlesbar`: the authority could not open the submission. */
  readonly schritt:
    | Extract<
        Schritt,
        'bearbeiten' | 'mitteilen' | 'rueckfragen' | 'entscheiden' | 'unzustaendig-erklaeren' | 'weiterleiten'
      >
    | 'zuleiten'
    | 'unlesbar';
  /** What the applicant reads, never the Bescheid itself; the office that has it now where it was handed over. */
  readonly text?: string | null;
  /** What the office asks for once more, by field; only with `rueckfragen`. */
  readonly nachforderung?: AskedAgain;
  /** What it does not ask for any more. */
  readonly zurueckgenommen?: string;
}

/**
 * Notes for the applicant what the authority did, in the authority's transaction, which must be the Kommune's own. The
 * text is sealed so that only the applicant's link opens it. Refuses an unknown or deleted Antrag (`ANTRAG_UNKNOWN`) and a
 * step that its state does not allow (`ANTRAG_STATE`).
 */
export async function recordStatus(
  tx: Tx,
  clock: Clock,
  news: StatusNews,
): Promise<Result<{ readonly zustand: Zustand }>> {
  const row = await lockAntragOf(tx, news);
  const door = row ? await findZugang(tx, { id: row.id }, clock.today()) : null;
  if (!row || !door) return refuse(antragUnknown);
  const sendungen = await readSendungen(tx, row.id);
  const sendung = sendungOf(news, sendungen);
  if (!sendung) return refuse(antragUnknown);
  const schritt = news.schritt === 'unlesbar' || news.schritt === 'zuleiten' ? 'mitteilen' : news.schritt;
  if (istErreicht(sendung.zustand, schritt)) return ok({ zustand: row.zustand });
  if (nachSchritt(sendung.zustand, schritt) === null) return refuse(stepImpossible);
  const several = sendungen.length > 1;
  const text = textOf(news, several ? messages.teil(sendung.titel) : messages.ganz);
  const message = { ...news, text, sendung: several ? sendung.nr : null };
  if (!(await writeToApplicant(tx, door, message, clock.now()))) return ok({ zustand: row.zustand });
  if (news.nachforderung) await recordNachforderung(tx, door, sendung.nr, news.nachforderung, clock.now());
  if (news.zurueckgenommen) await withdrawNachforderung(tx, row.id, news.zurueckgenommen);
  if (hasNewOffice(news) && news.text) await setJetztBei(tx, row.id, sendung.nr, news.text);
  const next = await moved(tx, row, movedBy(sendungen, [sendung], schritt), clock.today());
  return ok({ zustand: next.zustand });
}

/** Whether the news names another office, of the same authority or of another one. */
function hasNewOffice({ schritt }: StatusNews): boolean {
  return schritt === 'zuleiten' || schritt === 'weiterleiten';
}

/** Of whose submission an office speaks: that one, the one whose case it is, or the only one. */
function sendungOf(
  { submission, caseId }: StatusNews,
  sendungen: readonly SendungRow[],
): SendungRow | undefined {
  return (
    sendungen.find(({ submissionId }) => submissionId === submission) ??
    sendungen.find((one) => one.caseId === caseId) ??
    (sendungen.length === 1 ? sendungen[0] : undefined)
  );
}

/** What the applicant reads; `was` is the Antrag or the part of it that the office has. */
function textOf({ schritt, text }: StatusNews, was: string): string | null {
  if (schritt === 'unlesbar') return messages.unlesbar;
  if (schritt === 'zuleiten' && text) return messages.zugeleitet(was, text);
  return schritt === 'weiterleiten' && text ? messages.weitergeleitetAn(was, text) : (text ?? null);
}

/** `false` where this was written before. */
async function writeToApplicant(
  tx: Tx,
  { tenant, id: antrag, publicKey }: ZugangRow,
  { id, schritt, text, sendung }: StatusNews & Pick<NachrichtRow, 'sendung'>,
  gesendetAm: Date,
): Promise<boolean> {
  if (!text) return true;
  const sealed = sealTo(publicKey, messagePlace(id), text);
  const art = schritt === 'rueckfragen' ? 'rueckfrage' : 'mitteilung';
  return insertNachricht(tx, tenant, antrag, { id, von: 'behoerde', art, sealed, gesendetAm, sendung });
}

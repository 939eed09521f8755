import { type Clock, ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import { istErreicht, nachSchritt, type Schritt, type Zustand } from '../domain/zustand.ts';
import { antragUnknown, stepImpossible } from '../errors.ts';
import { messages } from '../messages.ts';
import { sealTo } from '../sealed-box.ts';
import { lockAntragOf, setZustand } from '../store-antrag.ts';
import { findZugang, setZugangLoeschtag, type ZugangRow } from '../store-entwurf.ts';
import { insertNachricht } from '../store-nachricht.ts';
import { messagePlace } from './open-door.ts';
import { loeschtagNach } from './tell-authority.ts';

/** What an authority does that the applicant shall know of. */
export interface StatusNews {
  /** A UUID of the news: told again, it changes nothing. */
  readonly id: string;
  /** Empty where the authority could not read it; the submission names the Antrag then. */
  readonly nummer: string;
  readonly submission?: string;
  /** `unlesbar`: the authority could not open the submission. */
  readonly schritt:
    | Extract<
        Schritt,
        'bearbeiten' | 'mitteilen' | 'rueckfragen' | 'entscheiden' | 'unzustaendig-erklaeren' | 'weiterleiten'
      >
    | 'unlesbar';
  /** What the applicant reads; never the Bescheid itself. */
  readonly text?: string | null;
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
  const schritt = news.schritt === 'unlesbar' ? 'mitteilen' : news.schritt;
  if (istErreicht(row.zustand, schritt)) return ok({ zustand: row.zustand });
  const zustand = nachSchritt(row.zustand, schritt);
  if (zustand === null) return refuse(stepImpossible);
  if (!(await writeToApplicant(tx, door, news, clock.now()))) return ok({ zustand: row.zustand });
  const loeschenAm = loeschtagNach(row, zustand, clock.today());
  await setZustand(tx, row.id, zustand, loeschenAm);
  await setZugangLoeschtag(tx, row.id, loeschenAm);
  return ok({ zustand });
}

/** `false` where this was written before. */
async function writeToApplicant(
  tx: Tx,
  { tenant, id: antrag, publicKey }: ZugangRow,
  { id, schritt, text: said }: StatusNews,
  gesendetAm: Date,
): Promise<boolean> {
  const text = schritt === 'unlesbar' ? messages.unlesbar : said;
  if (!text) return true;
  const sealed = sealTo(publicKey, messagePlace(id), text);
  const art = schritt === 'rueckfragen' ? 'rueckfrage' : 'mitteilung';
  return insertNachricht(tx, tenant, antrag, { id, von: 'behoerde', art, sealed, gesendetAm });
}

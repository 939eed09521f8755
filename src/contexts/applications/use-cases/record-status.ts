import { type Clock, ok, type Result, refuse } from '#kernel';
import type { TenantId, Tx } from '#platform';
import { nachSchritt, type Schritt, type Zustand } from '../domain/zustand.ts';
import { antragUnknown, stepImpossible } from '../errors.ts';
import { sealTo } from '../sealed-box.ts';
import { lockAntragByNummer, setZustand } from '../store-antrag.ts';
import { findZugang, setZugangLoeschtag } from '../store-entwurf.ts';
import { insertNachricht } from '../store-nachricht.ts';
import { messagePlace } from './open-door.ts';
import { loeschtagNach } from './tell-authority.ts';

/** What an authority does that the applicant shall know of. */
export interface StatusNews {
  /** A UUID of the news: told again, it changes nothing. */
  readonly id: string;
  readonly nummer: string;
  readonly schritt: Extract<
    Schritt,
    'bearbeiten' | 'mitteilen' | 'rueckfragen' | 'entscheiden' | 'unzustaendig-erklaeren' | 'weiterleiten'
  >;
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
  tenant: TenantId,
  { id, nummer, schritt, text }: StatusNews,
): Promise<Result<{ readonly zustand: Zustand }>> {
  const row = await lockAntragByNummer(tx, nummer);
  const door = row ? await findZugang(tx, { id: row.id }, clock.today()) : null;
  if (!row || !door) return refuse(antragUnknown);
  const zustand = nachSchritt(row.zustand, schritt);
  if (zustand === null) return refuse(stepImpossible);
  if (text) {
    const sealed = sealTo(door.publicKey, messagePlace(id), text);
    const art = schritt === 'rueckfragen' ? 'rueckfrage' : 'mitteilung';
    const message = { id, von: 'behoerde', art, sealed, gesendetAm: clock.now() } as const;
    if (!(await insertNachricht(tx, tenant, row.id, message))) return ok({ zustand: row.zustand });
  }
  const loeschenAm = loeschtagNach(row, zustand, clock.today());
  await setZustand(tx, row.id, zustand, loeschenAm);
  await setZugangLoeschtag(tx, row.id, loeschenAm);
  return ok({ zustand });
}

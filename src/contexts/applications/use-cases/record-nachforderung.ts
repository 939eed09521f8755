import type { Tx } from '#platform';
import { sealTo } from '../sealed-box.ts';
import type { ZugangRow } from '../store-entwurf.ts';
import { insertNachforderung } from '../store-nachforderung.ts';
import { type AskedAgain, type AskedContent, askedPlace } from './nachforderung-content.ts';

/** Keeps what an office asks once more, so that only the applicant's link opens it. */
export async function recordNachforderung(
  tx: Tx,
  { tenant, id: antrag, publicKey }: ZugangRow,
  sendung: number,
  { id, frist, ...content }: AskedAgain,
  gestelltAm: Date,
): Promise<void> {
  const sealed: AskedContent = content;
  const inhalt = sealTo(publicKey, askedPlace(id), JSON.stringify(sealed));
  await insertNachforderung(tx, tenant, { id, antrag, sendung, frist, gestelltAm, inhalt });
}

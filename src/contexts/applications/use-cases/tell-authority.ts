import { isUuid, ok, type Result, refuse } from '#kernel';
import { antragActor } from '../antrag-actor.ts';
import type { ApplicationsDeps, AuthorityNews } from '../deps.ts';
import { nachSchritt, type Schritt } from '../domain/zustand.ts';
import { invalidField, linkInvalid, stepImpossible } from '../errors.ts';
import { messages } from '../messages.ts';
import type { PortalSite } from '../portal-site.ts';
import { sealTo } from '../sealed-box.ts';
import { type AntragRow, lockAntrag } from '../store-antrag.ts';
import { insertNachricht } from '../store-nachricht.ts';
import { readSendungen, type SendungRow } from '../store-sendung.ts';
import { uuidFrom } from '../uuid-from.ts';
import { moved, movedBy } from './move-antrag.ts';
import { type Door, messagePlace } from './open-door.ts';

/** What an applicant tells the authority. The id comes with the form, so that sending it twice counts once. */
export interface ApplicantNews {
  readonly id: string;
  readonly art: AuthorityNews['art'];
  readonly text: string;
  /** The number of the submission whose office is meant; `null` for all that still work on it. */
  readonly sendung: number | null;
}

const schrittOf: Readonly<Record<AuthorityNews['art'], Schritt>> = {
  nachricht: 'antworten',
  kontakt: 'antworten',
  ruecknahme: 'zuruecknehmen',
};

const longestText = 4_000;

/**
 * Keeps what the applicant says, sealed to the applicant, and hands it to the offices that it is for in the same
 * transaction. A withdrawal ends the Antrag there. Refuses an empty or too long text, and what the state no longer allows.
 */
export function tellAuthority(
  deps: Pick<ApplicationsDeps, 'db' | 'clock' | 'tellAuthority'>,
  site: PortalSite,
  door: Door,
  news: ApplicantNews,
): Promise<Result<AntragRow>> {
  const text = news.text.replaceAll('\r\n', '\n').trim();
  if (text === '' || text.length > longestText || !isUuid(news.id))
    return Promise.resolve(refuse(invalidField('text', messages.news.text(longestText))));
  return deps.db.withTenant(site.tenant, antragActor, async (tx) => {
    const row = await lockAntrag(tx, door.id);
    if (!row) return refuse(linkInvalid);
    const now = deps.clock.now();
    const sealed = sealTo(door.publicKey, messagePlace(news.id), text);
    const { id, art, sendung } = news;
    const message = { id, von: 'antragsteller', art, sealed, gesendetAm: now, sendung } as const;
    const sendungen = await readSendungen(tx, door.id);
    const addressed = addressedBy(news, sendungen);
    if (addressed.length === 0) return refuse(stepImpossible);
    if (!(await insertNachricht(tx, site.tenant, door.id, message))) return ok(row);
    for (const one of addressed) {
      const { submissionId, caseId, empfaenger } = one;
      const place = { nummer: row.nummer, caseId, submissionId, empfaenger };
      await deps.tellAuthority(tx, { ...place, id: idAt(id, one.nr), art, text, at: now });
    }
    return ok(await moved(tx, row, movedBy(sendungen, addressed, schrittOf[art]), deps.clock.today()));
  });
}

/** The submissions that a message goes to: those that may still get it. */
export function addressedBy(
  { art, sendung }: Pick<ApplicantNews, 'art' | 'sendung'>,
  sendungen: readonly SendungRow[],
): readonly SendungRow[] {
  return sendungen.filter(
    ({ nr, zustand }) =>
      (sendung === null || sendung === nr) && nachSchritt(zustand, schrittOf[art]) !== null,
  );
}

/** Under which id an office hears a message; told again, it is the same. */
function idAt(id: string, nr: number): string {
  return nr === 1 ? id : uuidFrom(`${id}:${nr}`);
}

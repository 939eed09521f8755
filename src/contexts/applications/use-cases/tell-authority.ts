import { ok, type Result, refuse } from '#kernel';
import type { ApplicationsDeps, AuthorityNews } from '../deps.ts';
import { loeschtagBeiAbschluss } from '../domain/frist.ts';
import { istAbgeschlossen, nachSchritt, type Schritt } from '../domain/zustand.ts';
import { invalidField, linkInvalid, stepImpossible } from '../errors.ts';
import { messages } from '../messages.ts';
import type { PortalSite } from '../portal-site.ts';
import { sealTo } from '../sealed-box.ts';
import { type AntragRow, lockAntrag, setZustand } from '../store-antrag.ts';
import { setZugangLoeschtag } from '../store-entwurf.ts';
import { insertNachricht } from '../store-nachricht.ts';
import { antragActor, isId } from '../store-rows.ts';
import { type Door, messagePlace } from './open-door.ts';

/** What an applicant tells the authority. The id comes with the form, so that sending it twice counts once. */
export interface ApplicantNews {
  readonly id: string;
  readonly art: AuthorityNews['art'];
  readonly text: string;
}

const schrittOf: Readonly<Record<AuthorityNews['art'], Schritt>> = {
  nachricht: 'antworten',
  kontakt: 'antworten',
  ruecknahme: 'zuruecknehmen',
};

const longestText = 4_000;

/**
 * Keeps what the applicant says, sealed to the applicant, and hands it to the authority in the same transaction. A
 * withdrawal ends the Antrag. Refuses an empty or too long text, and what the state no longer allows.
 */
export function tellAuthority(
  deps: Pick<ApplicationsDeps, 'db' | 'clock' | 'tellAuthority'>,
  site: PortalSite,
  door: Door,
  news: ApplicantNews,
): Promise<Result<AntragRow>> {
  const text = news.text.replaceAll('\r\n', '\n').trim();
  if (text === '' || text.length > longestText || !isId(news.id))
    return Promise.resolve(refuse(invalidField('text', messages.news.text(longestText))));
  return deps.db.withTenant(site.tenant, antragActor, async (tx) => {
    const row = await lockAntrag(tx, door.id);
    if (!row) return refuse(linkInvalid);
    const now = deps.clock.now();
    const sealed = sealTo(door.publicKey, messagePlace(news.id), text);
    const message = { id: news.id, von: 'antragsteller', art: news.art, sealed, gesendetAm: now } as const;
    const zustand = nachSchritt(row.zustand, schrittOf[news.art]);
    if (zustand === null) return refuse(stepImpossible);
    if (!(await insertNachricht(tx, site.tenant, door.id, message))) return ok(row);
    const loeschenAm = loeschtagNach(row, zustand, deps.clock.today());
    await setZustand(tx, door.id, zustand, loeschenAm);
    await setZugangLoeschtag(tx, door.id, loeschenAm);
    const { nummer, caseId, submissionId, empfaenger } = row;
    const place = { nummer, caseId, submissionId, empfaenger };
    await deps.tellAuthority(tx, { ...place, id: news.id, art: news.art, text, at: now });
    return ok({ ...row, zustand, loeschenAm });
  });
}

/** The deletion day after a change of state: the end of an Antrag can only bring it forward. */
export function loeschtagNach(
  row: Pick<AntragRow, 'fristAb' | 'fristTage' | 'loeschenAm'>,
  zustand: AntragRow['zustand'],
  today: AntragRow['loeschenAm'],
): AntragRow['loeschenAm'] {
  if (!istAbgeschlossen(zustand)) return row.loeschenAm;
  return loeschtagBeiAbschluss({ ab: row.fristAb, tage: row.fristTage }, row.loeschenAm, today);
}

import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import type { ApplicationsDeps } from '../deps.ts';
import type { PortalSite } from '../portal-site.ts';
import { showAntrag } from './antrag-page.ts';
import { showCheck, submit } from './check-page.ts';
import { sendPage, showPage } from './form-page.ts';
import { admitUpload, type Desk } from './handling.ts';
import { sendLaterPage, showLater, showLaterCheck, showLaterPage, submitLater } from './later-page.ts';
import { discard, leave, mailLink, resume, showLink } from './link-page.ts';
import { moveOn } from './newer-version.ts';
import { sendContact, sendMessage, withdraw } from './news-posts.ts';
import { orderPdf, showCopy, showPdf, showReceipt } from './receipt-page.ts';
import { begin, showStart } from './start-page.ts';

type Handler = (desk: Desk, request: PageRequest) => Promise<PageAnswer>;
type Entry = readonly [capability: string, method: 'GET' | 'POST', path: string, handler: Handler];

const own = '/antrag/mein/:id';

const later = `${own}/nachforderung/:nachforderung`;

/** The largest file that a form may ask for; its own limit is smaller and checked by the page. */
const uploadLimit = 200_000_000;

// Fixed addresses stand before those with a parameter.
const entries: readonly Entry[] = [
  ['applications.resume', 'GET', '/antrag/weiter/:token', resume],
  ['applications.form', 'GET', `${own}/seite/:page`, showPage],
  ['applications.form', 'POST', `${own}/seite/:page`, sendPage],
  ['applications.check', 'GET', `${own}/pruefen`, showCheck],
  ['applications.submit', 'POST', `${own}/absenden`, submit],
  ['applications.newer', 'POST', `${own}/fassung`, moveOn],
  ['applications.link', 'GET', `${own}/link`, showLink],
  ['applications.link', 'POST', `${own}/link`, mailLink],
  ['applications.leave', 'POST', `${own}/abmelden`, leave],
  ['applications.discard', 'POST', `${own}/loeschen`, discard],
  ['applications.receipt', 'GET', `${own}/quittung.pdf`, showPdf],
  ['applications.receipt', 'POST', `${own}/quittung.pdf`, orderPdf],
  ['applications.receipt', 'GET', `${own}/quittung`, showReceipt],
  ['applications.copy', 'GET', `${own}/angaben`, showCopy],
  ['applications.message', 'POST', `${own}/nachricht`, sendMessage],
  ['applications.contact', 'POST', `${own}/kontakt`, sendContact],
  ['applications.withdraw', 'POST', `${own}/zuruecknehmen`, withdraw],
  ['applications.later', 'GET', `${later}/seite/:page`, showLaterPage],
  ['applications.later', 'POST', `${later}/seite/:page`, sendLaterPage],
  ['applications.later', 'GET', `${later}/pruefen`, showLaterCheck],
  ['applications.later', 'POST', `${later}/absenden`, submitLater],
  ['applications.later', 'GET', later, showLater],
  ['applications.status', 'GET', own, showAntrag],
  ['applications.start', 'GET', '/antrag/:dienst', showStart],
  ['applications.start', 'POST', '/antrag/:dienst', begin],
];

/** The applicant's pages on the portal of one Kommune; all of them are public, their key is the applicant's link. */
export function applicationRoutes(deps: ApplicationsDeps, site: PortalSite): readonly PageRoute[] {
  const desk = { deps, site };
  return entries.map(([capability, method, path, handler]) => ({
    capability,
    method,
    path,
    access: 'public',
    ...(handler === sendPage || handler === sendLaterPage
      ? { uploadLimit, admitUpload: (request: PageRequest) => admitUpload(desk, request) }
      : {}),
    handle: (request) => handler(desk, request),
  }));
}

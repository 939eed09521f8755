import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import { listEndings } from '#ui';
import { type SolutionsDeps, solutionsPermissions } from '../solutions-deps.ts';
import { receiveMany, showBeitraege } from './beitraege-page.ts';
import {
  receiveAnswer,
  receiveQuestion,
  receiveRefusal,
  receiveTake,
  receiveWithdrawal,
  showBeitrag,
} from './beitrag-page.ts';
import { changeLoesung, newLoesung, receiveChange, receiveNew } from './contribute-pages.ts';
import { receiveEnd, receiveMerge } from './end-merge-pages.ts';
import { receiveConfirmation, receiveUpload, showPreview, showUpload, uploadLimit } from './import-pages.ts';
import { showLoesung } from './loesung-page.ts';
import { showRegister } from './register-page.ts';
import { receiveRevision, reviseBeitragPage } from './revise-pages.ts';

type Handle = (deps: SolutionsDeps, request: PageRequest) => Promise<PageAnswer>;

const propose = { permission: solutionsPermissions.propose } as const;
const moderate = { permission: solutionsPermissions.moderate } as const;

/** The pages of the register of Lösungen. */
export function solutionsPages(deps: SolutionsDeps): readonly PageRoute[] {
  const route =
    (method: 'GET' | 'POST', access: PageRoute['access']) =>
    (capability: string, path: string, handle: Handle): PageRoute => ({
      capability,
      method,
      path,
      access,
      handle: (request) => handle(deps, request),
    });
  const [open, get, post, decide] = [
    route('GET', 'public'),
    route('GET', propose),
    route('POST', propose),
    route('POST', moderate),
  ];
  return [
    ...listEndings.map((ending) =>
      open('solutions.list', `/loesungen${ending}`, (_, request) => showRegister(deps, request)),
    ),
    get('solutions.contribute', '/loesungen/neu', newLoesung),
    post('solutions.contribute', '/loesungen/neu', receiveNew),
    get('solutions.import', '/loesungen/einlesen', (_, request) => showUpload(request)),
    { ...post('solutions.import', '/loesungen/einlesen', receiveUpload), uploadLimit },
    get('solutions.import', '/loesungen/einlesen/:id', showPreview),
    post('solutions.import', '/loesungen/einlesen/:id/uebernehmen', receiveConfirmation),
    ...listEndings.map((ending) =>
      get('solutions.beitraege', `/loesungen/beitraege${ending}`, (_, request) =>
        showBeitraege(deps, request),
      ),
    ),
    decide('solutions.take', '/loesungen/beitraege/uebernehmen', receiveMany),
    get('solutions.beitrag', '/loesungen/beitraege/:id', showBeitrag),
    get('solutions.revise', '/loesungen/beitraege/:id/ueberarbeiten', reviseBeitragPage),
    post('solutions.revise', '/loesungen/beitraege/:id/ueberarbeiten', receiveRevision),
    decide('solutions.take', '/loesungen/beitraege/:id/uebernehmen', receiveTake),
    decide('solutions.refuse', '/loesungen/beitraege/:id/ablehnen', receiveRefusal),
    decide('solutions.ask', '/loesungen/beitraege/:id/rueckfrage', receiveQuestion),
    post('solutions.answer', '/loesungen/beitraege/:id/antworten', receiveAnswer),
    post('solutions.withdraw', '/loesungen/beitraege/:id/zurueckziehen', receiveWithdrawal),
    open('solutions.show', '/loesungen/:id', showLoesung),
    get('solutions.change', '/loesungen/:id/aendern', changeLoesung),
    post('solutions.change', '/loesungen/:id/aendern', receiveChange),
    post('solutions.end', '/loesungen/:id/beenden', receiveEnd),
    post('solutions.merge', '/loesungen/:id/zusammenfuehren', receiveMerge),
  ];
}

import type { Access, PageAnswer, PageRequest, PageRoute } from '#platform';
import { listEndings } from '#ui';
import { editPermission, type FinderDeps } from '../deps.ts';
import { suggestFor } from '../use-cases/find-leistungen.ts';
import { showLebenslage, showLebenslagen } from './lebenslagen-pages.ts';
import { paths } from './paths.ts';
import { showSuchworte } from './redaktion-page.ts';
import { showSearch } from './search-page.ts';
import { showThesaurus } from './thesaurus-page.ts';
import { showVorschlaege } from './vorschlag-list.ts';
import {
  receiveAccept,
  receiveForm,
  receiveReject,
  receiveWithdraw,
  showForm,
  showVorschlag,
} from './vorschlag-pages.ts';

type Show = (deps: FinderDeps, request: PageRequest) => Promise<PageAnswer>;
type ShowList = (deps: FinderDeps, request: PageRequest) => Promise<PageAnswer>;

const edit: Access = { permission: editPermission };

/** All pages of this context in the staff area. */
export function finderPages(deps: FinderDeps): readonly PageRoute[] {
  const route = (
    capability: string,
    path: string,
    show: Show,
    access: Access,
    method: PageRoute['method'] = 'GET',
  ): PageRoute => ({ capability, method, path, access, handle: (request) => show(deps, request) });
  const list = (capability: string, path: string, show: ShowList): readonly PageRoute[] =>
    listEndings.map((ending) =>
      route(capability, `${path}${ending}`, (_, request) => show(deps, request), edit),
    );
  const one = `${paths.vorschlaege}/:id`;
  return [
    route('finder.suche', paths.suche, showSearch, 'public'),
    route('finder.vorschlaege', paths.vorschlaegeJson, answerSuggestions, 'public'),
    route('finder.lebenslagen', paths.lebenslagen, showLebenslagen, 'public'),
    route('finder.lebenslage', `${paths.lebenslagen}/:id`, showLebenslage, 'public'),
    ...list('finder.suchworte', paths.redaktion, showSuchworte),
    ...list('finder.thesaurus', paths.thesaurus, showThesaurus),
    ...list('finder.vorschlag.liste', paths.vorschlaege, showVorschlaege),
    route('finder.vorschlag.machen', paths.neu, (_, request) => showForm(request), edit),
    route('finder.vorschlag.machen', paths.vorschlaege, receiveForm, edit, 'POST'),
    route('finder.vorschlag', one, showVorschlag, edit),
    route('finder.vorschlag.annehmen', `${one}/annehmen`, receiveAccept, edit, 'POST'),
    route('finder.vorschlag.ablehnen', `${one}/ablehnen`, receiveReject, edit, 'POST'),
    route('finder.vorschlag.zurueckziehen', `${one}/zurueckziehen`, receiveWithdraw, edit, 'POST'),
  ];
}

async function answerSuggestions(deps: FinderDeps, { query }: PageRequest): Promise<PageAnswer> {
  const vorschlaege = await suggestFor(deps, query.get('q') ?? '');
  return { kind: 'json', body: { vorschlaege } };
}

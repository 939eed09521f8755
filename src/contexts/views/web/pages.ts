import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusedPage,
} from '#platform';
import { listEndings, refusalNotice } from '#ui';
import type { ViewsDeps } from '../deps.ts';
import { addressOf } from '../domain/ansicht.ts';
import { changeView, deleteView, setStartView } from '../use-cases/change-view.ts';
import type { Person } from '../use-cases/person.ts';
import { type AnsichtEingabe, saveView } from '../use-cases/save-view.ts';
import { goOn, withPerson } from './answers.ts';
import { saveForm } from './save-form.ts';
import { postView, showView } from './view-page.ts';
import { showViews } from './views-page.ts';

/** The pages of this context. */
export function viewsPages(deps: ViewsDeps): readonly PageRoute[] {
  const get = { method: 'GET', access: 'signed-in' } as const;
  const post = { method: 'POST', access: 'signed-in' } as const;
  const list = { ...get, capability: 'views.list' } as const;
  const save = { capability: 'views.save' } as const;
  return [
    ...listEndings.map(
      (ending): PageRoute => ({
        ...list,
        path: `/ansichten${ending}`,
        handle: (request) => showViews(deps, request),
      }),
    ),
    { ...get, ...save, path: '/ansichten/neu', handle: showSave },
    { ...post, ...save, path: '/ansichten', handle: (request) => postSave(deps, request) },
    {
      ...get,
      capability: 'views.read',
      path: '/ansichten/:id',
      handle: (request) => showView(deps, request),
    },
    {
      ...post,
      capability: 'views.change',
      path: '/ansichten/:id',
      handle: (request) => postView(deps, request),
    },
    {
      ...post,
      capability: 'views.change',
      path: '/ansichten/:id/abfrage',
      handle: (request) => postQuery(deps, request),
    },
    {
      ...post,
      capability: 'views.start',
      path: '/ansichten/:id/start',
      handle: (request) => postStart(deps, request),
    },
    {
      ...post,
      capability: 'views.delete',
      path: '/ansichten/:id/loeschen',
      handle: (request) =>
        withPerson(request, async (person) =>
          goOn(await deleteView(deps, person, request.params.id ?? ''), '/ansichten?getan=geloescht'),
        ),
    },
  ];
}

/** The form on a page of its own; a list's own control sends the same. */
function showSave(request: PageRequest): Promise<PageAnswer> {
  return withPerson(request, async (person) =>
    page(saveContent(person, request, inputIn(request.query), null)),
  );
}

async function postSave(deps: ViewsDeps, request: PageRequest): Promise<PageAnswer> {
  return withPerson(request, async (person) => {
    const eingabe = inputIn(request.form);
    const saved = await saveView(deps, person, eingabe);
    if (saved.ok) return { kind: 'redirect', to: addressOf(saved.value) };
    return refusedPage(saveContent(person, request, eingabe, saved.refusal), saved.refusal);
  });
}

function inputIn(sent: URLSearchParams): AnsichtEingabe {
  return {
    name: sent.get('name') ?? '',
    adresse: sent.get('adresse') ?? '',
    liste: sent.get('liste') ?? '',
    geteilt: sent.get('geteilt') ?? 'nein',
    start: sent.get('start') === 'ja',
  };
}

function saveContent(
  person: Person,
  { csrfToken }: PageRequest,
  eingabe: AnsichtEingabe,
  reason: Refusal | null,
): PageContent {
  return {
    title: 'Ansicht speichern',
    lead: 'Eine Ansicht merkt sich Suche, Filter und Sortierung einer Liste. Sie öffnet sich immer mit den Daten von heute.',
    breadcrumb: [{ label: 'Ansichten', href: '/ansichten' }],
    main: html`${refusalNotice(reason)}${saveForm(person, csrfToken, eingabe, { problems: reason?.fields })}`,
  };
}

function postQuery(deps: ViewsDeps, request: PageRequest): Promise<PageAnswer> {
  return withPerson(request, async (person) => {
    const change = {
      adresse: request.form.get('adresse') ?? '',
      version: Number(request.form.get('version')),
    };
    const changed = await changeView(deps, person, request.params.id ?? '', change);
    return goOn(changed, changed.ok ? addressOf(changed.value) : '/ansichten');
  });
}

function postStart(deps: ViewsDeps, request: PageRequest): Promise<PageAnswer> {
  return withPerson(request, async (person) => {
    const id = request.params.id ?? '';
    const start = request.form.get('start') === 'ja';
    return goOn(
      await setStartView(deps, person, id, start),
      `/ansichten/${id}?getan=${start ? 'start' : 'ohne'}`,
    );
  });
}

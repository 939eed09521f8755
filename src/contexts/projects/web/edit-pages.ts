import { html } from 'hono/html';
import { ok, type Refusal, type Result } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { alert, refusalNotice } from '#ui';
import { leererInhalt } from '../domain/leerer-inhalt.ts';
import { ohneIntern } from '../domain/projekt.ts';
import { ledByOther } from '../errors.ts';
import type { Felder } from '../felder/feldnamen.ts';
import { leseFelder } from '../felder/lesen.ts';
import { interneTexte, oeffentlicheTexte } from '../felder/schreiben.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { leadOf } from '../use-cases/actors.ts';
import { leserOf, nachschlagOf } from '../use-cases/nachschlag.ts';
import { readProjektdetail } from '../use-cases/read-projekt.ts';
import { saveProjekt } from '../use-cases/save-projekt.ts';
import { done } from './answers.ts';
import { projektForm } from './projekt-form.ts';
import { fieldsIn, merged, numberIn, readIn } from './read-projekt-form.ts';

const manage = { permission: 'projects.manage' } as const;

/** Beginning and changing a project. */
export function editRoutes(deps: ProjectsDeps): readonly PageRoute[] {
  const route = (method: 'GET' | 'POST', path: string, handle: PageRoute['handle']): PageRoute => ({
    capability: 'projects.save',
    method,
    path,
    access: manage,
    handle,
  });
  return [
    route('GET', '/projekte/neu', (request) => show(deps, request)),
    route('POST', '/projekte/neu', (request) => receive(deps, request)),
    route('GET', '/projekte/:id/aendern', (request) => show(deps, request)),
    route('POST', '/projekte/:id/aendern', (request) => receive(deps, request)),
  ];
}

/** The project that is changed, as it stands now; a new one begins empty. */
interface Stand {
  readonly id: string | null;
  readonly titel: string;
  readonly fassung: number | null;
  readonly felder: Felder;
}

async function standOf(deps: ProjectsDeps, { params, principal }: PageRequest): Promise<Result<Stand>> {
  const namen = nachschlagOf(await deps.catalogue());
  if (params.id === undefined) {
    const felder = { ...oeffentlicheTexte(leererInhalt, namen), ...interneTexte(ohneIntern) };
    return ok({ id: null, titel: '', fassung: null, felder });
  }
  const detail = await readProjektdetail(deps, principal, params.id, deps.clock.today());
  if (!detail.ok) return detail;
  const { projekt, intern, gefuehrt } = detail.value;
  if (!gefuehrt && projekt.tenant !== null) return { ok: false, refusal: ledByOther(projekt.haus) };
  const { id, fassung, inhalt } = projekt;
  const felder = { ...oeffentlicheTexte(inhalt, namen), ...interneTexte(intern ?? ohneIntern) };
  return ok({ id, titel: inhalt.titel, fassung, felder });
}

async function show(deps: ProjectsDeps, request: PageRequest): Promise<PageAnswer> {
  const stand = await standOf(deps, request);
  return stand.ok
    ? page(await content(deps, request, stand.value, stand.value.felder, null))
    : refusal(stand.refusal);
}

async function receive(deps: ProjectsDeps, request: PageRequest): Promise<PageAnswer> {
  const lead = await leadOf(deps, request.principal);
  if (!lead.ok) return refusal(lead.refusal);
  const stand = await standOf(deps, request);
  if (!stand.ok) return refusal(stand.refusal);
  const { id, felder } = stand.value;
  const typed = fieldsIn(request.form);
  const teile = leseFelder(
    typed,
    { inhalt: leererInhalt, intern: ohneIntern },
    await leserOf(deps, lead.value),
  );
  if (!teile.ok) return again(deps, request, stand.value, typed, teile.refusal);
  const saved = await saveProjekt(deps, lead.value, {
    ...teile.value,
    id,
    grundlage: id === null ? null : numberIn(request.form.get('grundlage')),
  });
  if (saved.ok) return done(`/projekte/${saved.value.id}`, id === null ? 'angelegt' : 'gespeichert');
  const kept = saved.refusal.kind === 'conflict' ? merged(typed, readIn(request.form), felder) : typed;
  return again(deps, request, stand.value, kept, saved.refusal);
}

async function again(
  deps: ProjectsDeps,
  request: PageRequest,
  stand: Stand,
  felder: Felder,
  reason: Refusal,
): Promise<PageAnswer> {
  return refusedPage(await content(deps, request, stand, felder, reason), reason);
}

async function content(
  deps: ProjectsDeps,
  request: PageRequest,
  stand: Stand,
  felder: Felder,
  reason: Refusal | null,
): Promise<PageContent> {
  const { id, titel, fassung } = stand;
  const here = id === null ? '/projekte/neu' : `/projekte/${id}/aendern`;
  // After a refusal for another reason the person still works on what it read; after a conflict it has seen both.
  const conflict = reason?.kind === 'conflict';
  const keptRead = reason !== null && !conflict;
  const grundlage = keptRead && id !== null ? numberIn(request.form.get('grundlage')) : fassung;
  return {
    title: id === null ? 'Projekt anlegen' : `${titel} ändern`,
    preline: 'Umsetzungsprojekt',
    breadcrumb: [
      { label: 'Umsetzungsprojekte', href: '/projekte' },
      ...(id === null ? [] : [{ label: titel, href: `/projekte/${id}` }]),
    ],
    main: html`${refusalNotice(reason)}${conflict ? theirChanges(reason) : ''}${projektForm({
      action: here,
      cancelHref: id === null ? '/projekte' : `/projekte/${id}`,
      csrfToken: request.csrfToken,
      felder,
      gelesen: keptRead ? readIn(request.form) : stand.felder,
      grundlage,
      problems: reason?.kind === 'invalid' ? (reason.fields ?? []) : [],
      catalogue: await deps.catalogue(),
      beschreibung: await deps.felderOf(request.principal?.tenant ?? null),
      today: deps.clock.today(),
    })}`,
  };
}

function theirChanges({ fields = [] }: Refusal) {
  if (fields.length === 0) return '';
  return alert({
    kind: 'info',
    title: 'Das hat sich inzwischen geändert',
    body: html`<ul class="kern-list kern-list--bullet">${fields.map(({ message }) => html`<li>${message}</li>`)}</ul>
      <p class="kern-body">Felder, die Sie nicht geändert hatten, zeigen jetzt den neuen Stand. In den anderen steht, was Sie eingegeben haben.</p>`,
  });
}

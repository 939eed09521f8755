import type { Refusal } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { leererInhalt } from '../domain/umfrage.ts';
import { invalidUmfrage, onlyInEntwurf } from '../errors.ts';
import { done } from '../messages.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { keepUmfrage } from '../use-cases/keep-umfrage.ts';
import { readBeteiligung } from '../use-cases/participation.ts';
import type { Fragende } from '../use-cases/people.ts';
import { readUmfrageForm } from './read-form.ts';
import { umfrageForm } from './umfrage-form.ts';
import type { UmfrageFormOptions } from './umfrage-fragen.ts';
import { address, asFragende } from './wer.ts';

const manage = { permission: 'surveys.manage' } as const;
const neu = '/bedarf/neu';

/** A draft is begun and changed. */
export function editRoutes(deps: SurveysDeps): readonly PageRoute[] {
  const route = (
    method: 'GET' | 'POST',
    path: string,
    act: (who: Fragende, request: PageRequest) => Promise<PageAnswer>,
  ): PageRoute => ({
    capability: 'surveys.write',
    method,
    path,
    access: manage,
    handle: asFragende(deps, 'fuehren', act),
  });
  return [
    route('GET', neu, async (_, request) => page(await newContent(deps, request, null))),
    route('POST', neu, (who, request) => begin(deps, who, request)),
    route('GET', '/bedarf/:id/bearbeiten', (who, request) => edit(deps, who, request)),
    route('POST', '/bedarf/:id/bearbeiten', (who, request) => change(deps, who, request)),
  ];
}

async function newContent(deps: SurveysDeps, { csrfToken, form }: PageRequest, reason: Refusal | null) {
  const read = reason && readUmfrageForm(form);
  return formContent('Neue Bedarfsabfrage', [], {
    action: neu,
    cancelHref: '/bedarf',
    csrfToken,
    catalogue: (await deps.world()).catalogue,
    inhalt: read?.inhalt ?? leererInhalt,
    frist: read?.tage.frist ?? null,
    nachfrist: read?.tage.nachfrist ?? null,
    grundlage: 0,
    reason,
  });
}

function formContent(
  title: string,
  trail: readonly { readonly label: string; readonly href: string }[],
  options: UmfrageFormOptions,
): PageContent {
  return {
    title,
    lead: 'Der Entwurf fragt noch niemanden. Erst beim Öffnen steht fest, welche Kommune wonach gefragt wird.',
    breadcrumb: [{ label: 'Bedarfsabfragen', href: '/bedarf' }, ...trail],
    main: umfrageForm(options),
  };
}

async function begin(deps: SurveysDeps, who: Fragende, request: PageRequest): Promise<PageAnswer> {
  const { inhalt, tage, unlesbar } = readUmfrageForm(request.form);
  const kept =
    unlesbar.length > 0
      ? { ok: false as const, refusal: invalidUmfrage(unlesbar) }
      : await keepUmfrage(deps, who, { inhalt, ...tage, bisher: null });
  return kept.ok
    ? done(address(kept.value.id), 'angelegt')
    : refusedPage(await newContent(deps, request, kept.refusal), kept.refusal);
}

async function edit(deps: SurveysDeps, who: Fragende, request: PageRequest): Promise<PageAnswer> {
  const content = await editContent(deps, who, request, null);
  return 'title' in content ? page(content) : refusal(content);
}

async function editContent(
  deps: SurveysDeps,
  who: Fragende,
  { params, csrfToken, form }: PageRequest,
  reason: Refusal | null,
): Promise<PageContent | Refusal> {
  const found = await readBeteiligung(deps, who, params.id ?? '');
  if (!found.ok) return found.refusal;
  const { umfrage } = found.value;
  if (umfrage.zustand !== 'entwurf') return onlyInEntwurf(umfrage.zustand);
  const read = reason && readUmfrageForm(form);
  return formContent('Entwurf ändern', [{ label: umfrage.titel, href: address(umfrage.id) }], {
    action: address(umfrage.id, 'bearbeiten'),
    cancelHref: address(umfrage.id),
    csrfToken,
    catalogue: (await deps.world()).catalogue,
    inhalt: read?.inhalt ?? umfrage,
    frist: read?.tage.frist ?? umfrage.frist,
    nachfrist: read?.tage.nachfrist ?? umfrage.nachfrist,
    grundlage: read ? numberIn(form.get('grundlage')) : umfrage.fassung,
    reason,
  });
}

async function change(deps: SurveysDeps, who: Fragende, request: PageRequest): Promise<PageAnswer> {
  const id = request.params.id ?? '';
  const { inhalt, tage, unlesbar } = readUmfrageForm(request.form);
  const bisher = { id, grundlage: numberIn(request.form.get('grundlage')) };
  const kept =
    unlesbar.length > 0
      ? { ok: false as const, refusal: invalidUmfrage(unlesbar) }
      : await keepUmfrage(deps, who, { inhalt, ...tage, bisher });
  if (kept.ok) return done(address(id), 'geaendert');
  const content = await editContent(deps, who, request, kept.refusal);
  return 'title' in content ? refusedPage(content, kept.refusal) : refusal(content);
}

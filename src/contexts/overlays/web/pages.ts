import { html } from 'hono/html';
import { ok, type Result, refuse } from '#kernel';
import {
  flashesOf,
  formField,
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { refusalNotice } from '#ui';
import type { OverlaysDeps } from '../deps.ts';
import { notOwner } from '../errors.ts';
import { publishOverlay, publishTransition } from '../use-cases/publish.ts';
import { readDifference } from '../use-cases/read-difference.ts';
import { readEffective } from '../use-cases/read-effective.ts';
import { differenceParts } from './difference-parts.ts';
import { kommuneForm, versionForm } from './effective-forms.ts';
import { effectiveParts } from './effective-parts.ts';
import { publishForm } from './publish-form.ts';

const { done, flashOf } = flashesOf({
  schicht: 'Die Schicht ist veröffentlicht.',
  uebergang: 'Der Übergang ist veröffentlicht.',
});

const author = { permission: 'workshop.author' } as const;

const publisher = { permission: 'workshop.publish' } as const;

/** Layers and versions in the staff area. */
export function overlaysPages(deps: OverlaysDeps): readonly PageRoute[] {
  return [
    {
      capability: 'overlays.effective',
      method: 'GET',
      path: '/werkstatt/wirksam/:dienst',
      access: author,
      handle: (request) => showEffective(deps, request, null),
    },
    {
      capability: 'overlays.publish',
      method: 'POST',
      path: '/werkstatt/wirksam/:dienst',
      access: publisher,
      handle: (request) =>
        publishFrom(request, 'schicht', publishOverlay.bind(null, deps), (problem) =>
          showEffective(deps, request, problem),
        ),
    },
    {
      capability: 'overlays.difference',
      method: 'GET',
      path: '/werkstatt/unterschied/:dienst',
      access: author,
      handle: (request) => showDifference(deps, request, null),
    },
    {
      capability: 'overlays.transition.publish',
      method: 'POST',
      path: '/werkstatt/unterschied/:dienst',
      access: publisher,
      handle: (request) =>
        publishFrom(request, 'uebergang', publishTransition.bind(null, deps), (problem) =>
          showDifference(deps, request, problem),
        ),
    },
  ];
}

type Problem = Parameters<typeof refusalNotice>[0];

type Publish = (principal: NonNullable<PageRequest['principal']>, json: unknown) => Promise<Result<unknown>>;

async function publishFrom(
  { form: sent, path, principal }: PageRequest,
  what: 'schicht' | 'uebergang',
  publish: Publish,
  again: (problem: Problem) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  if (!principal) return refusal(notOwner);
  const json = parsed(formField(sent, 'inhalt'));
  const result = json.ok ? await publish(principal, json.value) : json;
  return result.ok ? done(path, what) : again(result.refusal);
}

function parsed(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch {
    const message = 'Das ist kein gültiges JSON. Bitte fügen Sie den ganzen Inhalt der Datei ein.';
    return refuse({
      kind: 'invalid',
      code: 'OVERLAY_INVALID',
      message,
      fields: [{ field: 'inhalt', message }],
    });
  }
}

async function showEffective(
  deps: OverlaysDeps,
  request: PageRequest,
  problem: Problem | null,
): Promise<PageAnswer> {
  const { params, query } = request;
  const kommune = query.get('kommune');
  const view = await readEffective(deps, params.dienst ?? '', kommune);
  if (!view.ok) return refusal(view.refusal);
  const { dienst } = view.value.effective;
  const kommunen = await deps.kommunenOf(dienst.id);
  const content: PageContent = {
    title: `Wirksam: ${dienst.title}`,
    preline: `Onlinedienst, Fassung ${dienst.version}`,
    lead: 'Was für eine Kommune gilt, aus Grunddefinition, Land und Kommune, und wer was sagt.',
    wide: true,
    breadcrumb: [{ label: 'Onlinedienste', href: '/onlinedienste' }, { label: 'Wirksam' }],
    ...flashOf(request),
    main: html`${problem ? refusalNotice(problem) : ''}${kommuneForm(view.value, kommunen)}${effectiveParts(view.value)}${publishForm(
      request,
      {
        title: 'Eine Schicht veröffentlichen',
        label: 'Inhalt der Datei (leitwerk/overlay@1)',
        press: 'Schicht veröffentlichen',
      },
    )}`,
    nextSteps: nextSteps(dienst.id),
  };
  return problem ? refusedPage(content, problem) : page(content);
}

function nextSteps(dienst: string) {
  return [
    { label: 'Den Onlinedienst prüfen', href: `/onlinedienste/${dienst}/pruefung` },
    { label: 'Was sich zwischen Fassungen ändert', href: `/werkstatt/unterschied/${dienst}` },
  ];
}

async function showDifference(
  deps: OverlaysDeps,
  request: PageRequest,
  problem: Problem | null,
): Promise<PageAnswer> {
  const { params, query } = request;
  const asked = { from: numberIn(query.get('von')) || null, to: numberIn(query.get('nach')) || null };
  const result = await readDifference(deps, params.dienst ?? '', asked);
  if (!result.ok) return refusal(result.refusal);
  const { dienst, from, to } = result.value;
  const content: PageContent = {
    title: `Unterschied: ${dienst.title}`,
    preline: `Fassung ${from} → ${to}`,
    lead: 'Was sich zwischen zwei Fassungen ändert, und was das für begonnene Anträge heißt.',
    wide: true,
    breadcrumb: [{ label: 'Onlinedienste', href: '/onlinedienste' }, { label: 'Unterschied' }],
    ...flashOf(request),
    main: html`${problem ? refusalNotice(problem) : ''}${versionForm(result.value)}${differenceParts(result.value)}${publishForm(
      request,
      {
        title: 'Einen Übergang veröffentlichen',
        label: 'Inhalt der Datei (leitwerk/uebergang@1)',
        press: 'Übergang veröffentlichen',
      },
    )}`,
    nextSteps: [
      { label: 'Den Onlinedienst prüfen', href: `/onlinedienste/${dienst.id}/pruefung` },
      { label: 'Was für eine Kommune gilt', href: `/werkstatt/wirksam/${dienst.id}` },
    ],
  };
  return problem ? refusedPage(content, problem) : page(content);
}

import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import { button, buttonRow, errorOf, form, inputField, linkButton, refusalNotice } from '#ui';
import { ueblicheGewichtung } from '../domain/gewichtung.ts';
import { manage, type PrioritiesDeps } from '../priorities-deps.ts';
import { readSchemes, saveSchema } from '../use-cases/schemata.ts';
import { managerOf, viewerOf } from '../use-cases/viewer.ts';
import { done, flashOf } from './answers.ts';
import { paths } from './paths.ts';
import { compareSection, decidedSection, draftSection, neu } from './schemes-sections.ts';
import { weightFields } from './weights-form.ts';
import { gewichtungIn } from './weights-query.ts';

/** The schemes of weights, what was decided, and the way to a new one. */
export function schemesRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return [
    {
      capability: 'priorities.schemes',
      method: 'GET',
      path: paths.schemata,
      access: 'signed-in',
      handle: (request) => list(deps, request),
    },
    {
      capability: 'priorities.schemes.save',
      method: 'GET',
      path: neu,
      access: manage,
      handle: async (request) => page(newContent(request, request.query, null)),
    },
    {
      capability: 'priorities.schemes.save',
      method: 'POST',
      path: neu,
      access: manage,
      handle: (request) => create(deps, request),
    },
  ];
}

async function create(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const manager = await managerOf(deps, request.principal, 'Schemata speichern');
  if (!manager.ok) return refusal(manager.refusal);
  const saved = await saveSchema(deps, manager.value, {
    id: null,
    grundlage: null,
    titel: request.form.get('titel') ?? '',
    gewichtung: gewichtungIn(request.form, ueblicheGewichtung),
  });
  return saved.ok
    ? done(paths.schema(saved.value.id), 'gespeichert')
    : refusedPage(newContent(request, request.form, saved.refusal), saved.refusal);
}

function newContent(
  { csrfToken }: PageRequest,
  values: URLSearchParams,
  reason: Refusal | null,
): PageContent {
  const problems = reason?.fields ?? [];
  return {
    title: 'Neues Schema',
    preline: 'Prioritäten',
    lead: 'Ein Schema hält Gewichte unter einem Namen fest. Es bleibt ein Entwurf, bis es beschlossen ist.',
    breadcrumb: [
      { label: 'Prioritäten', href: paths.rang },
      { label: 'Schemata', href: paths.schemata },
    ],
    scripts: ['weights'],
    main: html`${refusalNotice(reason)}${form(
      { action: neu, csrfToken, label: 'Neues Schema', id: 'gewichte' },
      html`${inputField({
        name: 'titel',
        label: 'Name',
        maxLength: 120,
        value: values.get('titel'),
        error: errorOf(problems, 'titel'),
      })}${weightFields({
        gewichtung: gewichtungIn(values, ueblicheGewichtung),
        typed: reason ? values : undefined,
        problems,
      })}${buttonRow(button('Schema speichern'), linkButton('Abbrechen', paths.schemata, { kind: 'tertiary' }))}`,
    )}`,
  };
}

async function list(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const viewer = await viewerOf(deps, request.principal);
  if (!viewer.ok) return refusal(viewer.refusal);
  const { schemata, beschluesse } = await readSchemes(deps, viewer.value);
  const { darfFuehren } = viewer.value;
  return page({
    title: darfFuehren ? 'Schemata und Beschlüsse' : 'Beschlossene Schemata',
    preline: 'Prioritäten',
    lead: 'Entwürfe lassen sich vergleichen und ändern. Was beschlossen ist, bleibt mit allen Werten für immer und lässt sich genau so wieder öffnen.',
    breadcrumb: [{ label: 'Prioritäten', href: paths.rang }],
    ...flashOf(request),
    main: html`${decidedSection(beschluesse)}${darfFuehren ? html`${draftSection(schemata, beschluesse)}${compareSection(schemata)}` : ''}`,
    nextSteps: [
      { label: 'Zur Rangfolge', href: paths.rang },
      ...(darfFuehren ? [{ label: 'Neues Schema', href: neu }] : []),
    ],
  });
}

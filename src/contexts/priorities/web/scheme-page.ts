import { html } from 'hono/html';
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
import { formatInstant, refusalNotice, section, textLink } from '#ui';
import type { Beschluss, Schemafassung } from '../domain/beschluss.ts';
import { schemaUnknown } from '../errors.ts';
import { manage, type PrioritiesDeps } from '../priorities-deps.ts';
import { decideSchema } from '../use-cases/beschluesse.ts';
import { readSchemes, saveSchema } from '../use-cases/schemata.ts';
import { managerOf, type Viewer } from '../use-cases/viewer.ts';
import { done, flashOf } from './answers.ts';
import { paths, withWeights } from './paths.ts';
import { decideSection, editSection } from './scheme-forms.ts';
import { gewichtungIn } from './weights-query.ts';

/** A scheme: its weights to change, and the form that decides it. */
export function schemeRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  const route = (
    capability: string,
    method: 'GET' | 'POST',
    path: string,
    act: (viewer: Viewer, request: PageRequest) => Promise<PageAnswer>,
  ): PageRoute => ({
    capability,
    method,
    path,
    access: manage,
    handle: async (request) => {
      const manager = await managerOf(deps, request.principal, 'Schemata führen');
      return manager.ok ? act(manager.value, request) : refusal(manager.refusal);
    },
  });
  const here = paths.schema(':id');
  return [
    route('priorities.schemes.save', 'GET', here, (viewer, request) => show(deps, viewer, request, null)),
    route('priorities.schemes.save', 'POST', here, (viewer, request) => save(deps, viewer, request)),
    route('priorities.schemes.decide', 'POST', `${here}/beschliessen`, (viewer, request) =>
      decide(deps, viewer, request),
    ),
  ];
}

async function show(
  deps: PrioritiesDeps,
  viewer: Viewer,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const { schemata, beschluesse } = await readSchemes(deps, viewer);
  const schema = schemata.find(({ id }) => id === request.params.id);
  if (!schema) return refusal(schemaUnknown(request.params.id ?? ''));
  const decided = beschluesse.filter(({ schemaId }) => schemaId === schema.id);
  const made = content(request, schema, decided, reason);
  return reason ? refusedPage(made, reason) : page(made);
}

async function save(deps: PrioritiesDeps, viewer: Viewer, request: PageRequest): Promise<PageAnswer> {
  const { schemata } = await readSchemes(deps, viewer);
  const before = schemata.find(({ id }) => id === request.params.id);
  if (!before) return refusal(schemaUnknown(request.params.id ?? ''));
  const saved = await saveSchema(deps, viewer, {
    id: before.id,
    grundlage: numberIn(request.form.get('fassung')),
    titel: request.form.get('titel') ?? '',
    gewichtung: gewichtungIn(request.form, before.gewichtung),
  });
  return saved.ok ? done(paths.schema(before.id), 'gespeichert') : show(deps, viewer, request, saved.refusal);
}

async function decide(deps: PrioritiesDeps, viewer: Viewer, request: PageRequest): Promise<PageAnswer> {
  const { form: typed } = request;
  const decided = await decideSchema(deps, viewer, request.params.id ?? '', {
    fassung: numberIn(typed.get('fassung')),
    gremium: typed.get('gremium') ?? '',
    grund: typed.get('grund') ?? '',
    sitzungsbeschluss: null,
  });
  return decided.ok
    ? done(paths.beschluss(decided.value.nummer), 'beschlossen')
    : show(deps, viewer, request, decided.refusal);
}

function content(
  request: PageRequest,
  schema: Schemafassung,
  beschluesse: readonly Beschluss[],
  reason: Refusal | null,
): PageContent {
  const decided = beschluesse.find(({ fassung }) => fassung === schema.fassung);
  const decides = request.form.has('gremium');
  return {
    title: schema.titel,
    preline: decided ? `Schema, beschlossen als Beschluss ${decided.nummer}` : 'Schema (Entwurf)',
    lead: `Fassung ${schema.fassung}, gespeichert ${formatInstant(schema.gespeichertAm)}.`,
    breadcrumb: [
      { label: 'Prioritäten', href: paths.rang },
      { label: 'Schemata', href: paths.schemata },
    ],
    scripts: ['weights'],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${editSection(request, schema, decides ? null : reason)}${
      decided
        ? section(
            'Beschluss',
            html`<p class="kern-body">Diese Fassung ist beschlossen: ${textLink(paths.beschluss(decided.nummer), `Beschluss ${decided.nummer}`)}. Ändern Sie das Schema, so entsteht ein neuer Entwurf; der Beschluss bleibt, wie er ist.</p>`,
          )
        : decideSection(request, schema, decides ? reason : null)
    }`,
    nextSteps: [
      {
        label: 'Rangfolge mit diesem Schema',
        href: withWeights(paths.rang, new URLSearchParams({ schema: schema.id })),
      },
      { label: 'Alle Schemata', href: paths.schemata },
    ],
  };
}

import { html } from 'hono/html';
import { ok, type Refusal, type Result } from '#kernel';
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
import { refusalNotice } from '#ui';
import { dienstLabel } from '../messages.ts';
import { manage, type PrioritiesDeps } from '../priorities-deps.ts';
import { decideStrategie, deviate } from '../use-cases/decide-strategie.ts';
import { readStrategiedetail } from '../use-cases/strategie.ts';
import { deviatorOf, managerOf, maySpeak, viewerOf } from '../use-cases/viewer.ts';
import { done, flashOf } from './answers.ts';
import { paths } from './paths.ts';
import { deviateForm, entscheidForm } from './strategy-forms.ts';
import {
  deviationsSection,
  historySection,
  leistungenSection,
  type StrategieAnsicht,
  standSection,
} from './strategy-parts.ts';

const here = '/einfuehrungsstrategie/:art/:id';

/** One EfA service: what was decided, why, who deviates; the forms to decide and to deviate. */
export function strategyRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return [
    {
      capability: 'strategy.show',
      method: 'GET',
      path: here,
      access: 'signed-in',
      handle: (request) => show(deps, request, null),
    },
    {
      capability: 'strategy.decide',
      method: 'POST',
      path: here,
      access: manage,
      handle: (request) => decide(deps, request),
    },
    {
      capability: 'strategy.deviate',
      method: 'POST',
      path: `${here}/abweichung`,
      access: { permission: 'compass.manage' },
      handle: (request) => receiveDeviation(deps, request),
    },
  ];
}

interface Shown extends StrategieAnsicht {
  /** The Kommune that may deviate here. */
  readonly ags: string | null;
}

async function shownOf(deps: PrioritiesDeps, { principal, params }: PageRequest): Promise<Result<Shown>> {
  const viewer = await viewerOf(deps, principal);
  if (!viewer.ok) return viewer;
  const detail = await readStrategiedetail(deps, viewer.value, params.art ?? '', params.id ?? '');
  if (!detail.ok) return detail;
  const wanted = new Set(detail.value.dienst.leistungen);
  const catalogue = await deps.catalogue();
  const namen = new Map(
    catalogue.leistungen
      .filter(({ id }) => wanted.has(id))
      .map(({ id, name }) => [id as string, name] as const),
  );
  const kommune = maySpeak(principal) ? await deps.ownKommune(principal) : null;
  return ok({ viewer: viewer.value, detail: detail.value, namen, ags: kommune?.ags ?? null });
}

async function show(deps: PrioritiesDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  const shown = await shownOf(deps, request);
  if (!shown.ok) return refusal(shown.refusal);
  const made = content(request, shown.value, reason);
  return reason ? refusedPage(made, reason) : page(made);
}

async function decide(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const manager = await managerOf(deps, request.principal, 'Über die Einführung entscheiden');
  if (!manager.ok) return refusal(manager.refusal);
  const typed = (name: string) => request.form.get(name) ?? '';
  const dienst = { art: request.params.art ?? '', id: request.params.id ?? '' };
  const decided = await decideStrategie(deps, manager.value, dienst, {
    entscheid: typed('entscheid'),
    quartal: typed('quartal'),
    grund: typed('grund'),
    verantwortlich: typed('verantwortlich'),
    sitzungsbeschluss: null,
    grundlage: numberIn(request.form.get('grundlage')),
  });
  return decided.ok
    ? done(paths.dienst(dienst.art, dienst.id), 'entschieden')
    : show(deps, request, decided.refusal);
}

async function receiveDeviation(deps: PrioritiesDeps, request: PageRequest): Promise<PageAnswer> {
  const deviator = await deviatorOf(deps, request.principal);
  if (!deviator.ok) return refusal(deviator.refusal);
  const typed = (name: string) => request.form.get(name) ?? '';
  const dienst = { art: request.params.art ?? '', id: request.params.id ?? '' };
  const said = await deviate(deps, deviator.value, dienst, {
    abweichung: typed('abweichung'),
    quartal: typed('quartal'),
    grund: typed('grund'),
  });
  return said.ok
    ? done(paths.dienst(dienst.art, dienst.id), 'abweichung')
    : show(deps, request, said.refusal);
}

function content(request: PageRequest, shown: Shown, reason: Refusal | null): PageContent {
  const { viewer, detail, ags } = shown;
  const { dienst, stand } = detail;
  const action = paths.dienst(dienst.art, dienst.id);
  const own = detail.abweichungen.find((each) => each.ags === ags) ?? null;
  const base = {
    csrfToken: request.csrfToken,
    typed: reason ? request.form : null,
    problems: reason?.fields ?? [],
  };
  return {
    title: dienst.titel,
    preline: `Einführungsstrategie, ${dienstLabel[dienst.art]}`,
    breadcrumb: [{ label: 'Einführungsstrategie', href: paths.strategie }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${standSection(shown)}${
      viewer.darfFuehren ? entscheidForm({ ...base, action, stand }) : ''
    }${ags !== null && stand !== null ? deviateForm({ ...base, action: `${action}/abweichung`, own }) : ''}${deviationsSection(shown)}${historySection(detail)}${leistungenSection(shown)}`,
    nextSteps: [
      { label: 'Alle EfA-Dienste', href: paths.strategie },
      ...(dienst.href === '' ? [] : [{ label: `${dienstLabel[dienst.art]} ansehen`, href: dienst.href }]),
    ],
  };
}

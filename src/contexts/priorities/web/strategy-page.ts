import { html } from 'hono/html';
import { formatLocalDate, formatQuartal, parseLocalDate, type Refusal, type Result } from '#kernel';
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
import { descriptionList, emptyState, formatInstant, refusalNotice, section, table, textLink } from '#ui';
import { abweichungLabel, dienstLabel, entscheidLabel } from '../messages.ts';
import { manage, type PrioritiesDeps } from '../priorities-deps.ts';
import {
  decideStrategie,
  deviate,
  readStrategiedetail,
  type Strategiedetail,
} from '../use-cases/strategie.ts';
import { deviatorOf, managerOf, maySpeak, type Viewer, viewerOf } from '../use-cases/viewer.ts';
import { done, flashOf } from './answers.ts';
import { paths } from './paths.ts';
import { deviateForm, entscheidForm } from './strategy-forms.ts';
import { entscheidBadge } from './strategy-list.ts';

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

interface Shown {
  readonly viewer: Viewer;
  readonly detail: Strategiedetail;
  /** The names of its Leistungen, by id. */
  readonly namen: ReadonlyMap<string, string>;
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
  return {
    ok: true,
    value: { viewer: viewer.value, detail: detail.value, namen, ags: kommune?.ags ?? null },
  };
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

function standSection({ detail: { dienst, stand }, viewer }: Shown) {
  const available = dienst.verfuegbarAb === null ? null : parseLocalDate(dienst.verfuegbarAb);
  const register = [
    ['Anbieter', dienst.anbieter],
    ['Stand im Register', dienst.status],
    ['Verfügbar ab', available?.ok ? formatLocalDate(available.value) : ''],
  ] as const;
  return section(
    'Was gilt',
    stand === null
      ? html`${emptyState({
          title: 'Noch nicht entschieden',
          body: viewer.darfFuehren
            ? 'Halten Sie fest, was die Gruppe entschieden hat.'
            : 'Sobald die Gruppe entschieden hat, steht es hier mit Grund, Quartal und Stelle.',
        })}${descriptionList(register)}`
      : descriptionList([
          ['Entscheid', html`${entscheidBadge(stand.entscheid)}`],
          ['Quartal', stand.quartal ? formatQuartal(stand.quartal) : ''],
          ['Grund', stand.grund],
          ['Verantwortlich', stand.verantwortlich],
          ['Entschieden', formatInstant(stand.entschiedenAm)],
          ['Beschluss der Sitzung', stand.sitzungsbeschluss],
          ...register,
        ]),
  );
}

function deviationsSection({ detail: { abweichungen }, viewer }: Shown) {
  const own = viewer.tenant === viewer.provider.id;
  return section(
    own ? 'Abweichungen der Kommunen' : 'Abweichung Ihrer Kommune',
    table({
      caption: 'Abweichungen',
      captionHidden: true,
      columns: [
        { label: 'Kommune' },
        { label: 'Tut' },
        { label: 'Quartal' },
        { label: 'Grund', width: 'wide' },
        { label: 'Angegeben' },
      ],
      rows: abweichungen.map(({ kommune, abweichung, quartal, grund, angegebenAm }) => [
        kommune,
        abweichungLabel[abweichung],
        quartal ? formatQuartal(quartal) : '–',
        grund,
        formatInstant(angegebenAm),
      ]),
      empty: emptyState({
        title: 'Keine Abweichung',
        body: 'Weicht eine Kommune ab, steht hier, was sie tut und warum.',
      }),
    }),
  );
}

function historySection({ verlauf }: Strategiedetail) {
  if (verlauf.length < 2) return '';
  return section(
    'Verlauf',
    table({
      caption: 'Frühere Entscheide',
      captionHidden: true,
      columns: [
        { label: 'Entschieden' },
        { label: 'Entscheid' },
        { label: 'Quartal' },
        { label: 'Grund', width: 'wide' },
        { label: 'Verantwortlich' },
      ],
      rows: verlauf.map(({ entschiedenAm, entscheid, quartal, grund, verantwortlich }) => [
        formatInstant(entschiedenAm),
        entscheidLabel[entscheid],
        quartal ? formatQuartal(quartal) : '–',
        grund,
        verantwortlich,
      ]),
    }),
  );
}

function leistungenSection({ detail: { dienst }, namen }: Shown) {
  return section(
    'Leistungen',
    dienst.leistungen.length === 0
      ? html`<p class="kern-body">Das Register nennt keine Leistung.</p>`
      : html`<ul class="kern-list kern-list--bullet">${dienst.leistungen.map((id) => html`<li>${textLink(paths.leistung(id), namen.get(id) ?? id)}</li>`)}</ul>`,
  );
}

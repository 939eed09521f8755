import { html } from 'hono/html';
import { formatLocalDate, parseLocalDate, parseQuartal, type Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  parseVorgangId,
  refusal,
  refusedPage,
} from '#platform';
import { alert, formatInstant, formatNumber, type Html, progress, section, table, textLink } from '#ui';
import { cancelled } from '../handlers.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { decide } from '../use-cases/decide.ts';
import { move } from '../use-cases/move.ts';
import {
  fertig,
  type Planstand,
  type Planuebersicht,
  planstand,
  planuebersicht,
} from '../use-cases/read-plan.ts';
import { done, flashOf, plannerRoute, planung } from './answers.ts';
import { compareForm, decideForm, moveForm } from './plan-forms.ts';
import { engpassSection, kopfSection, preisSection, wellenSection } from './plan-parts.ts';

const base = '/planung/plaene/:plan';

/** One plan: while it is made, when it is done, moved by hand, decided. */
export function planRoutes(deps: PlanningDeps): readonly PageRoute[] {
  const route = (
    capability: string,
    method: 'GET' | 'POST',
    path: string,
    act: (planner: Planner, request: PageRequest, stand: Planstand) => Promise<PageAnswer>,
  ) =>
    plannerRoute(deps, capability, method, path, async (planner, request) => {
      const stand = await planstand(deps, planner, request.params.plan ?? '');
      return stand.ok ? act(planner, request, stand.value) : refusal(stand.refusal);
    });
  return [
    route('planning.plan.show', 'GET', base, (planner, request, stand) =>
      show(deps, planner, request, stand, null),
    ),
    route('planning.plan.show', 'GET', `${base}/stand`, async (_, __, stand) => ({
      kind: 'json',
      body: standing(stand),
    })),
    route('planning.plan.cancel', 'POST', `${base}/abbrechen`, (planner, _, stand) =>
      cancel(deps, planner, stand),
    ),
    route('planning.plan.move', 'POST', `${base}/verschieben`, (planner, request, stand) =>
      moved(deps, planner, request, stand),
    ),
    route('planning.plan.decide', 'POST', `${base}/beschliessen`, (planner, request, stand) =>
      decided(deps, planner, request, stand),
    ),
  ];
}

async function cancel(
  deps: PlanningDeps,
  { actor, anbieter }: Planner,
  { plan }: Planstand,
): Promise<PageAnswer> {
  const vorgang = parseVorgangId(plan.vorgang);
  const here = `/planung/plaene/${plan.id}`;
  const ended = vorgang !== null && (await cancelled(deps, anbieter.tenant, actor, vorgang));
  return ended ? done(here, 'abgebrochen') : { kind: 'redirect', to: here };
}

async function moved(
  deps: PlanningDeps,
  planner: Planner,
  request: PageRequest,
  stand: Planstand,
): Promise<PageAnswer> {
  const { form: values } = request;
  const kommune = formField(values, 'kommune');
  const asked = formField(values, 'quartal');
  const quartal = asked === 'ohne' ? null : parseQuartal(asked);
  if (quartal !== null && !quartal.ok) return show(deps, planner, request, stand, quartal.refusal);
  const zug = {
    plan: stand.plan.id,
    grundlage: numberIn(values.get('grundlage')),
    massnahme: formField(values, 'massnahme'),
    ags: kommune === 'einmalig' ? null : kommune,
    quartal: quartal === null ? null : quartal.value,
    trotzdem: formField(values, 'trotzdem') === 'ja',
  };
  const next = await move(deps, planner, zug);
  return next.ok
    ? done(`/planung/plaene/${stand.plan.id}`, 'verschoben')
    : show(deps, planner, request, stand, next.refusal);
}

async function decided(
  deps: PlanningDeps,
  planner: Planner,
  request: PageRequest,
  stand: Planstand,
): Promise<PageAnswer> {
  const { form: values } = request;
  const am = parseLocalDate(formField(values, 'am'));
  if (!am.ok) {
    const { message } = am.refusal;
    return show(deps, planner, request, stand, { ...am.refusal, fields: [{ field: 'am', message }] });
  }
  const entscheid = await decide(deps, planner, {
    plan: stand.plan.id,
    grundlage: numberIn(values.get('grundlage')),
    am: am.value,
    wer: formField(values, 'wer'),
    grund: formField(values, 'grund'),
  });
  return entscheid.ok
    ? done(`/planung/plaene/${stand.plan.id}`, 'beschlossen')
    : show(deps, planner, request, stand, entscheid.refusal);
}

function standing({ vorgang, plan }: Planstand) {
  const over = plan.fassungen.length > 0 || vorgang === null || ['done', 'failed'].includes(vorgang.state);
  return { value: vorgang?.percent ?? 100, max: 100, text: vorgang?.message ?? '', done: over };
}

async function show(
  deps: PlanningDeps,
  planner: Planner,
  request: PageRequest,
  stand: Planstand,
  reason: Refusal | null,
): Promise<PageAnswer> {
  const uebersicht = await planuebersicht(deps, planner);
  const content = contentOf(deps, request, stand, uebersicht, reason);
  return reason ? refusedPage(content, reason) : page(content);
}

function contentOf(
  deps: PlanningDeps,
  request: PageRequest,
  stand: Planstand,
  uebersicht: Planuebersicht,
  reason: Refusal | null,
): PageContent {
  const { plan, vorgang } = stand;
  const head = {
    title: plan.titel,
    preline: `Plan ${plan.nummer}, gerechnet am ${formatInstant(plan.angelegtAm)}`,
    breadcrumb: [planung],
    ...flashOf(request),
  };
  const made = fertig(stand);
  if (!made.ok) {
    const over = standing(stand).done;
    return {
      ...head,
      ...(over ? {} : { refreshSeconds: 2 }),
      main: over ? failed(vorgang?.message ?? '') : waiting(stand, request.csrfToken),
      nextSteps: [{ label: over ? 'Plan noch einmal rechnen' : 'Zur Planung', href: '/planung' }],
    };
  }
  const options = {
    csrfToken: request.csrfToken,
    form: request.form,
    reason,
    path: request.path,
    today: deps.clock.today(),
  };
  return {
    ...head,
    wide: true,
    main: html`${geltung(stand, uebersicht)}${section('Wie gut der Plan ist', kopfSection(made.value))}${engpassSection(made.value)}${wellenSection(made.value)}${preisSection(made.value)}${moveForm(made.value, options)}${compareForm(made.value, uebersicht)}${decideForm(made.value, options)}${verlauf(stand)}`,
    nextSteps: [
      { label: 'Sitzung der Arbeitsgruppe, die beschließt', href: '/arbeitsgruppe' },
      { label: 'Zur Planung', href: '/planung' },
    ],
  };
}

function waiting({ plan, vorgang }: Planstand, csrfToken: string): Html {
  const here = `/planung/plaene/${plan.id}`;
  return progress({
    label: 'Der Plan wird gerechnet',
    value: vorgang?.percent ?? 0,
    max: 100,
    text: vorgang?.message ?? '',
    pollUrl: `${here}/stand`,
    cancel: { action: `${here}/abbrechen`, csrfToken },
  });
}

function failed(message: string): Html {
  return alert({
    kind: 'warning',
    title: 'Dieser Plan ist nicht gerechnet',
    body: html`${message} Von diesem Plan ist kein Teil gespeichert.`,
  });
}

function geltung({ plan, entscheide }: Planstand, uebersicht: Planuebersicht): Html | '' {
  const [newest] = entscheide;
  if (!newest) return '';
  const gilt = uebersicht.entscheide[0]?.nummer === newest.nummer;
  const older = newest.fassung < (plan.fassungen.at(-1)?.fassung ?? 0);
  return alert({
    kind: gilt ? 'success' : 'info',
    title: gilt ? 'Dieser Plan gilt' : 'Dieser Plan galt, bis ein anderer beschlossen wurde',
    body: html`Beschlossen am ${formatLocalDate(newest.am)} von ${newest.wer}: ${newest.grund}${
      newest.verstoesse > 0 ? ` Bewusst mit ${newest.verstoesse} gebrochenen Regeln.` : ''
    }${older ? ` Beschlossen ist Fassung ${newest.fassung}; was danach verschoben wurde, gilt noch nicht.` : ''}`,
  });
}

function verlauf({ plan, entscheide }: Planstand): Html {
  const rows = plan.fassungen
    .toReversed()
    .map(({ fassung, art, bemerkung, angelegtAm, zielwert }) => [
      `Fassung ${fassung}`,
      formatInstant(angelegtAm),
      art === 'gerechnet' ? 'gerechnet' : `verschoben: ${bemerkung}`,
      formatNumber(zielwert),
      entscheide.some((one) => one.fassung === fassung) ? 'beschlossen' : '–',
    ]);
  return section(
    'Fassungen',
    html`${table({
      caption: 'Alle Fassungen dieses Plans',
      captionHidden: true,
      small: true,
      columns: [
        { label: 'Fassung' },
        { label: 'Wann' },
        { label: 'Was' },
        { label: 'Verspätung', numeric: true },
        { label: 'Beschluss' },
      ],
      rows,
    })}<p class="kern-body">${textLink(`/planung/plaene/${plan.id}/zuteilung.csv`, 'Alle Zeilen als CSV')}</p>`,
    { id: 'fassungen' },
  );
}

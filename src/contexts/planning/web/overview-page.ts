import { html } from 'hono/html';
import { formatLocalDate, parseQuartal, type Refusal } from '#kernel';
import {
  formField,
  numberIn,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusedPage,
} from '#platform';
import { alert, formatNumber, refusalNotice, section, statTiles, textLink } from '#ui';
import { zielsatz } from '../domain/kosten.ts';
import { parseTage } from '../domain/tage.ts';
import { invalid } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { beginPlan } from '../use-cases/begin-plan.ts';
import { type Bestand, bestandOf, sekundenUsual } from '../use-cases/grundlage.ts';
import { type Planuebersicht, planuebersicht } from '../use-cases/read-plan.ts';
import { flashOf, plannerRoute } from './answers.ts';
import { planForm } from './plan-begin-form.ts';
import { planTable } from './plan-table.ts';

/** What is planned with, the plans, and the form that asks for another one. */
export function overviewRoutes(deps: PlanningDeps): readonly PageRoute[] {
  return [
    plannerRoute(deps, 'planning.overview', 'GET', '/planung', async (planner, request) =>
      page(await content(deps, planner, request, null)),
    ),
    plannerRoute(deps, 'planning.plan', 'POST', '/planung', (planner, request) =>
      begin(deps, planner, request),
    ),
  ];
}

export async function begin(deps: PlanningDeps, planner: Planner, request: PageRequest): Promise<PageAnswer> {
  const { form: values } = request;
  const ab = parseQuartal(formField(values, 'ab'));
  const mehr = formField(values, 'mehr');
  const tage = parseTage(mehr.replace(/^[-−]/, '') || '0');
  const titel = formField(values, 'titel');
  const problems = [
    ...(titel.length < 3 || titel.length > 200
      ? [{ field: 'titel', message: 'Der Plan braucht einen Namen mit 3 bis 200 Zeichen.' }]
      : []),
    ...(ab.ok ? [] : [{ field: 'ab', message: ab.refusal.message }]),
    ...(tage.ok ? [] : [{ field: 'mehr', message: tage.refusal }]),
  ];
  if (problems.length > 0 || !ab.ok || !tage.ok) return again(deps, planner, request, invalid(problems));
  const monatlich = /^[-−]/.test(mehr) ? -tage.value : tage.value;
  const team = formField(values, 'team');
  const begun = await beginPlan(deps, planner, {
    titel,
    ab: ab.value,
    quartale: numberIn(values.get('quartale')),
    sekunden: sekundenUsual,
    annahmen: team === '' || monatlich === 0 ? [] : [{ team, monatlich }],
  });
  return begun.ok
    ? { kind: 'redirect', to: `/planung/plaene/${begun.value.id}` }
    : again(deps, planner, request, begun.refusal);
}

async function again(
  deps: PlanningDeps,
  planner: Planner,
  request: PageRequest,
  reason: Refusal,
): Promise<PageAnswer> {
  return refusedPage(await content(deps, planner, request, reason), reason);
}

async function content(
  deps: PlanningDeps,
  planner: Planner,
  request: PageRequest,
  reason: Refusal | null,
): Promise<PageContent> {
  const [bestand, uebersicht] = await Promise.all([bestandOf(deps, planner), planuebersicht(deps, planner)]);
  return {
    title: 'Planung',
    lead: 'Aus Bedarf, Aufwand und Personentagen wird ein Plan: welche Kommune in welchem Quartal was bekommt, ohne dass ein Team mehr tut, als es kann.',
    wide: true,
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${tiles(bestand, uebersicht)}${geltend(uebersicht)}${section(
      'Pläne',
      planTable(uebersicht),
    )}${section('Plan rechnen', planForm(deps, request, bestand, reason), { id: 'rechnen', lead: zielsatz })}`,
    nextSteps: [
      { label: 'Teams und ihre Personentage', href: '/planung/teams' },
      { label: 'Aufwandsvorlagen', href: '/planung/aufwaende' },
      { label: 'Maßnahmen', href: '/planung/massnahmen' },
      { label: 'Maßnahmen aus dem Bedarf', href: '/planung/massnahmen/bedarf' },
      { label: 'Sitzung, die beschließt', href: '/arbeitsgruppe' },
    ],
  };
}

function tiles({ teams, vorlagen, massnahmen }: Bestand, { plaene }: Planuebersicht) {
  const open = teams.filter(({ beendet }) => !beendet);
  const eigene = open.filter(({ ags }) => ags === null).length;
  const active = massnahmen.filter(({ beendet }) => !beendet);
  const wishes = active.reduce((sum, { inhalt }) => sum + inhalt.kommunen.length, 0);
  return statTiles([
    {
      label: 'Teams',
      value: formatNumber(eigene),
      note: `dazu ${formatNumber(open.length - eigene)} Fachbereiche von Kommunen`,
      href: '/planung/teams',
    },
    {
      label: 'Aufwandsvorlagen',
      value: formatNumber(vorlagen.filter(({ beendet }) => !beendet).length),
      note: 'je Art der Maßnahme',
      href: '/planung/aufwaende',
    },
    {
      label: 'Maßnahmen',
      value: formatNumber(active.length),
      note: `${formatNumber(wishes)} Wünsche von Kommunen`,
      href: '/planung/massnahmen',
    },
    { label: 'Pläne', value: formatNumber(plaene.length), note: 'keiner wird überschrieben' },
  ]);
}

function geltend({ entscheide, plaene }: Planuebersicht) {
  const [newest] = entscheide;
  const plan = plaene.find(({ id }) => id === newest?.planId);
  if (!newest || !plan) return '';
  return alert({
    kind: 'success',
    title: `Es gilt: ${plan.titel}`,
    body: html`Beschlossen am ${formatLocalDate(newest.am)} von ${newest.wer}. ${textLink(`/planung/plaene/${plan.id}`, 'Plan ansehen')}`,
  });
}

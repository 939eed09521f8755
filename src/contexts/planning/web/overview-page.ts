import { html } from 'hono/html';
import { formatLocalDate, formatQuartal, nextQuartal, parseQuartal, type Refusal } from '#kernel';
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
import {
  alert,
  badge,
  button,
  buttonRow,
  emptyState,
  errorOf,
  fieldset,
  form,
  formatInstant,
  formatNumber,
  inputField,
  linkButton,
  refusalNotice,
  section,
  selectField,
  statTiles,
  table,
  textLink,
} from '#ui';
import { lueckeOf, zielsatz } from '../domain/kosten.ts';
import { parseTage } from '../domain/tage.ts';
import { invalid } from '../errors.ts';
import { prozent } from '../messages.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planzeile } from '../store-plan.ts';
import type { Planner } from '../use-cases/actors.ts';
import { beginPlan } from '../use-cases/begin-plan.ts';
import { type Bestand, bestandOf, quartaleMost, sekundenUsual, usualBegin } from '../use-cases/grundlage.ts';
import { type Planuebersicht, planuebersicht } from '../use-cases/read-plan.ts';
import { flashOf, plannerRoute } from './answers.ts';

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

async function begin(deps: PlanningDeps, planner: Planner, request: PageRequest): Promise<PageAnswer> {
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

function planTable({ plaene, entscheide }: Planuebersicht) {
  const gilt = entscheide[0]?.planId;
  return table({
    caption: 'Alle Pläne, der neueste zuerst',
    captionHidden: true,
    columns: [
      { label: 'Plan', width: 'wide' },
      { label: 'Gerechnet', width: 'narrow' },
      { label: 'Verspätung', numeric: true },
      { label: 'Höchstens über dem Besten', numeric: true },
      { label: 'Stand' },
    ],
    rows: plaene.map((plan) => [
      textLink(`/planung/plaene/${plan.id}`, plan.titel),
      formatInstant(plan.angelegtAm),
      plan.zielwert === null ? '–' : formatNumber(plan.zielwert),
      plan.zielwert === null ? '–' : prozent(lueckeOf(plan.zielwert, plan.schranke ?? 0)),
      standBadge(plan, plan.id === gilt),
    ]),
    empty: emptyState({
      title: 'Noch kein Plan',
      body: 'Mit Teams, Aufwandsvorlagen und Maßnahmen rechnet Leitwerk in wenigen Sekunden einen Plan und sagt, wo es eng wird.',
      action: linkButton('Teams angeben', '/planung/teams', { kind: 'secondary' }),
    }),
  });
}

function standBadge({ fassung }: Planzeile, gilt: boolean) {
  if (gilt) return badge('success', 'gilt');
  if (fassung === null) return badge('neutral', 'nicht fertig');
  return fassung > 1 ? badge('info', `von Hand geändert, Fassung ${fassung}`) : badge('neutral', 'gerechnet');
}

function planForm(deps: PlanningDeps, request: PageRequest, { teams }: Bestand, reason: Refusal | null) {
  const { form: values, csrfToken } = request;
  const begin = usualBegin(deps.clock.today());
  const field = (name: string, otherwise: string) => values.get(name) ?? otherwise;
  const error = (name: string) => errorOf(reason?.fields, name);
  return form(
    { action: '/planung', csrfToken, label: 'Plan rechnen' },
    html`${inputField({
      name: 'titel',
      label: 'Name des Plans',
      value: field('titel', `Plan ab ${formatQuartal(begin)}`),
      maxLength: 200,
      error: error('titel'),
    })}${selectField({
      name: 'ab',
      label: 'Erstes Quartal',
      value: field('ab', begin),
      placeholder: null,
      options: Array.from({ length: 8 }, (_, index) => {
        const quartal = nextQuartal(begin, index - 1);
        return { value: quartal, label: formatQuartal(quartal) };
      }),
      error: error('ab'),
    })}${inputField({
      name: 'quartale',
      label: 'Wie viele Quartale',
      type: 'number',
      min: 1,
      max: quartaleMost,
      value: field('quartale', '8'),
      width: 'narrow',
      error: error('quartale'),
    })}${fieldset(
      'Was wäre, wenn? (freiwillig)',
      html`${selectField({
        name: 'team',
        label: 'Ein Team hat mehr oder weniger Tage',
        optional: true,
        value: field('team', ''),
        placeholder: 'wie angegeben',
        options: teams
          .filter(({ beendet, ags }) => !beendet && ags === null)
          .map(({ id, name }) => ({ value: id, label: name })),
      })}${inputField({
        name: 'mehr',
        label: 'Personentage mehr im Monat',
        hint: 'Mit Minus weniger.',
        optional: true,
        value: field('mehr', ''),
        width: 'narrow',
        error: error('mehr'),
      })}`,
      { hint: 'Der Plan nennt die Annahme. Danach lassen sich beide Pläne nebeneinander ansehen.' },
    )}${buttonRow(button('Plan rechnen'))}`,
  );
}

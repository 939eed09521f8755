import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import {
  descriptionList,
  emptyState,
  formatNumber,
  type Html,
  section,
  statTiles,
  table,
  textLink,
} from '#ui';
import { lueckeOf } from '../domain/kosten.ts';
import { formatTage } from '../domain/tage.ts';
import type { AndereGrundlage, Unterschied, Vergleich } from '../domain/vergleich.ts';
import { dieseZahl, prozent, quartaleFrueher, quartalText } from '../messages.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { compare, type Gegenueberstellung } from '../use-cases/compare.ts';
import type { FertigerPlan } from '../use-cases/read-plan.ts';
import { plannerRoute, planung } from './answers.ts';

/** Two plans side by side: what the second wins and loses, and on what else it rests. */
export function compareRoutes(deps: PlanningDeps): readonly PageRoute[] {
  return [
    plannerRoute(
      deps,
      'planning.plan.compare',
      'GET',
      '/planung/plaene/:plan/vergleich',
      (planner, request) => show(deps, planner, request),
    ),
  ];
}

async function show(
  deps: PlanningDeps,
  planner: Planner,
  { params, query }: PageRequest,
): Promise<PageAnswer> {
  const compared = await compare(deps, planner, params.plan ?? '', query.get('mit') ?? '');
  if (!compared.ok) return refusal(compared.refusal);
  const { erster, zweiter, vergleich } = compared.value;
  return page({
    title: 'Zwei Pläne nebeneinander',
    lead: satzOf(vergleich),
    breadcrumb: [planung, { label: erster.plan.titel, href: `/planung/plaene/${erster.plan.id}` }],
    wide: true,
    main: html`<div class="lw-stack"><div>${heads(compared.value)}</div>${statTiles([
      {
        label: 'Kommen früher',
        value: formatNumber(vergleich.gewinnt.length),
        note: `in „${zweiter.plan.titel}“`,
      },
      {
        label: 'Kommen später',
        value: formatNumber(vergleich.verliert.length),
        note: `in „${zweiter.plan.titel}“`,
      },
      { label: 'Gleich', value: formatNumber(vergleich.gleich) },
    ])}</div>${section('Was der zweite Plan gewinnt', differences(vergleich.gewinnt))}${section(
      'Was der zweite Plan verliert',
      differences(vergleich.verliert),
    )}${section('Worauf er sonst noch anders ruht', grundlage(vergleich.grundlage))}`,
    nextSteps: [
      { label: erster.plan.titel, href: `/planung/plaene/${erster.plan.id}` },
      { label: zweiter.plan.titel, href: `/planung/plaene/${zweiter.plan.id}` },
      {
        label: 'Andersherum vergleichen',
        href: `/planung/plaene/${zweiter.plan.id}/vergleich?mit=${erster.plan.id}`,
      },
    ],
  });
}

/** „Sie bekommen diese drei ein Quartal früher, wenn …“ */
export function satzOf({ gewinnt, verliert, grundlage: { teams } }: Vergleich): string {
  const wenn = teams
    .map(
      ({ name, mehr }) =>
        `„${name}“ ${formatTage(Math.abs(mehr))} Personentage ${mehr > 0 ? 'mehr' : 'weniger'} hat`,
    )
    .join(' und ');
  const won = [...Map.groupBy(gewinnt, ({ frueher }) => frueher)].map(
    ([frueher, list]) => `${dieseZahl(list.length)} ${quartaleFrueher(frueher)}`,
  );
  const lost = [...Map.groupBy(verliert, ({ frueher }) => frueher)].map(
    ([frueher, list]) => `${dieseZahl(list.length)} ${quartaleFrueher(frueher)}`,
  );
  const both = [...won, ...lost].join(', ');
  if (both === '') return 'In beiden Plänen kommt alles im selben Quartal.';
  return `Mit dem zweiten Plan bekommen Sie ${both}${wenn === '' ? '' : `, wenn ${wenn}`}.`;
}

function heads({ erster, zweiter }: Gegenueberstellung): Html {
  const row = (label: string, value: (plan: FertigerPlan) => string) => [
    label,
    value(erster),
    value(zweiter),
  ];
  return table({
    caption: 'Beide Pläne',
    captionHidden: true,
    columns: [{ label: 'Was' }, { label: `1: ${erster.plan.titel}` }, { label: `2: ${zweiter.plan.titel}` }],
    rows: [
      row('Verspätung', ({ fassung }) => formatNumber(fassung.zielwert)),
      row('Höchstens über dem Besten', ({ fassung }) =>
        prozent(lueckeOf(fassung.zielwert, fassung.schranke)),
      ),
      row('Annahmen', ({ plan }) => plan.problem.annahmen.join('; ') || 'keine'),
      row('Fassung', ({ fassung }) => String(fassung.fassung)),
    ],
  });
}

const shownMost = 200;

function differences(list: readonly Unterschied[]): Html {
  return table({
    caption: 'Unterschiede',
    captionHidden: true,
    columns: [
      { label: 'Maßnahme' },
      { label: 'Kommune' },
      { label: 'Erster Plan' },
      { label: 'Zweiter Plan' },
      { label: 'Das ist' },
    ],
    rows: list
      .slice(0, shownMost)
      .map(({ titel, massnahme, kommune, vorher, nachher, frueher }) => [
        textLink(`/planung/massnahmen/${massnahme}`, titel),
        kommune,
        quartalText(vorher),
        quartalText(nachher),
        quartaleFrueher(frueher),
      ]),
    empty: emptyState({ title: 'Nichts', body: 'Hier unterscheiden sich die Pläne nicht.' }),
  });
}

function grundlage({ teams, nurErster, nurZweiter, gewichte }: AndereGrundlage): Html {
  const entries = [
    [
      'Tage der Teams',
      teams
        .map(({ name, mehr }) => `${name}: ${mehr > 0 ? '+' : '−'}${formatTage(Math.abs(mehr))}`)
        .join('; '),
    ],
    ['Nur im ersten Plan', nurErster.join('; ')],
    ['Nur im zweiten Plan', nurZweiter.join('; ')],
    [
      'Andere Gewichte',
      gewichte.map(({ titel, vorher, nachher }) => `${titel}: ${vorher} → ${nachher}`).join('; '),
    ],
  ] as const;
  return entries.every(([, value]) => value === '')
    ? html`<p class="kern-body">Auf nichts: Teams, Maßnahmen und Gewichte sind gleich.</p>`
    : descriptionList(entries);
}

import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { formatNumber, section, statTiles } from '#ui';
import { formatTage } from '../domain/tage.ts';
import type { Vergleich } from '../domain/vergleich.ts';
import { dieseZahl, quartaleFrueher } from '../messages.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { compare } from '../use-cases/compare.ts';
import { plannerRoute, planung } from './answers.ts';
import { differences, grundlage, heads } from './compare-parts.ts';

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

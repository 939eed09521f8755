import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { emptyState, section, table } from '#ui';
import { preisOf } from '../domain/preis.ts';
import { ohnePlatz } from '../domain/problem.ts';
import { spaeteWuensche } from '../domain/spaete-wuensche.ts';
import { massnahmeUnknown } from '../errors.ts';
import { einheitText, platzText } from '../messages.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { type FertigerPlan, fertig, planstand } from '../use-cases/read-plan.ts';
import { preisText } from '../views/preis-text.ts';
import { plannerRoute, planung } from './answers.ts';

/** What each late wish for one Massnahme would cost the others. */
export function wishRoutes(deps: PlanningDeps): readonly PageRoute[] {
  return [
    plannerRoute(deps, 'planning.plan.price', 'GET', '/planung/plaene/:plan/wunsch', (planner, request) =>
      show(deps, planner, request),
    ),
  ];
}

async function show(
  deps: PlanningDeps,
  planner: Planner,
  { params, query }: PageRequest,
): Promise<PageAnswer> {
  const stand = await planstand(deps, planner, params.plan ?? '');
  if (!stand.ok) return refusal(stand.refusal);
  const made = fertig(stand.value);
  if (!made.ok) return refusal(made.refusal);
  const id = query.get('massnahme') ?? '';
  const { plan } = made.value;
  const massnahme = plan.problem.massnahmen.find((one) => one.id === id);
  if (!massnahme) return refusal(massnahmeUnknown(id));
  return page({
    title: `Was „${massnahme.titel}“ im gewünschten Quartal kosten würde`,
    lead: massnahme.begruendung || `Gewicht ${massnahme.gewicht} von 100.`,
    breadcrumb: [planung, { label: plan.titel, href: `/planung/plaene/${plan.id}` }],
    wide: true,
    main: section('Wunsch für Wunsch', wishes(made.value, id)),
    nextSteps: [{ label: 'Von Hand verschieben', href: `/planung/plaene/${plan.id}#verschieben` }],
  });
}

const shownMost = 15;

function wishes({ plan: { problem }, fassung: { zuteilung } }: FertigerPlan, id: string) {
  const mine = spaeteWuensche(problem, zuteilung).find(
    ([first]) => problem.massnahmen[problem.einheiten[first?.einheit ?? -1]?.massnahme ?? -1]?.id === id,
  );
  return html`${table({
    caption: 'Wünsche',
    captionHidden: true,
    columns: [
      { label: 'Wunsch' },
      { label: 'Im Plan' },
      { label: 'Gewünscht' },
      { label: 'Wenn er erfüllt würde' },
    ],
    rows: (mine ?? [])
      .slice(0, shownMost)
      .map((wunsch) => [
        einheitText(problem, wunsch.einheit),
        platzText(problem, zuteilung[wunsch.einheit] ?? ohnePlatz),
        platzText(problem, wunsch.quartal),
        preisText(problem, preisOf(problem, zuteilung, [wunsch])),
      ]),
    empty: emptyState({
      title: 'Hier ist nichts verspätet',
      body: 'Alle Kommunen bekommen sie im gewünschten Quartal oder früher.',
      icon: 'success',
    }),
  })}${(mine?.length ?? 0) > shownMost ? html`<p class="kern-body">Gezeigt sind die ersten ${shownMost} von ${mine?.length}.</p>` : ''}`;
}

import { formatLocalDate, type Quartal } from '#kernel';
import { type PageRoute, refusal } from '#platform';
import { answerList, type ListDefinition, listEndings } from '#ui';
import { ohnePlatz } from '../domain/problem.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { type FertigerPlan, fertig, planstand } from '../use-cases/read-plan.ts';
import { plannerRoute } from './answers.ts';

interface Platzzeile {
  readonly massnahme: string;
  readonly titel: string;
  readonly kommune: string;
  readonly ags: string;
  readonly quartal: Quartal | null;
  readonly wunsch: Quartal | null;
  readonly teams: string;
}

/** All places of a plan as CSV and XLSX. */
export function placesRoutes(deps: PlanningDeps): readonly PageRoute[] {
  return listEndings.slice(1).map((ending) =>
    plannerRoute(
      deps,
      'planning.plan.show',
      'GET',
      `/planung/plaene/:plan/zuteilung${ending}`,
      async (planner, request) => {
        const stand = await planstand(deps, planner, request.params.plan ?? '');
        if (!stand.ok) return refusal(stand.refusal);
        const made = fertig(stand.value);
        if (!made.ok) return refusal(made.refusal);
        const rows = rowsOf(made.value);
        const { plan, fassung } = made.value;
        const answered = await answerList(deps, { definition, rows }, request, {
          fileName: `plan-${plan.nummer}-fassung-${fassung.fassung}`,
          title: plan.titel,
          source: `Plan ${plan.nummer} von ${planner.anbieter.name}`,
          state: formatLocalDate(deps.clock.today()),
        });
        if (answered.kind === 'list') throw new Error('a list with a format answered no file');
        return answered;
      },
    ),
  );
}

const definition: ListDefinition<Platzzeile> = {
  id: 'zuteilung',
  defaultSort: { key: 'quartal', descending: false },
  columns: [
    { key: 'quartal', label: 'Quartal', value: ({ quartal }) => quartal },
    { key: 'massnahme', label: 'Kennung', value: ({ massnahme }) => massnahme },
    { key: 'titel', label: 'Maßnahme', value: ({ titel }) => titel },
    { key: 'ags', label: 'AGS', value: ({ ags }) => ags },
    { key: 'kommune', label: 'Kommune', value: ({ kommune }) => kommune },
    { key: 'wunsch', label: 'Gewünscht', value: ({ wunsch }) => wunsch },
    { key: 'teams', label: 'Mit', value: ({ teams }) => teams },
  ],
};

function rowsOf({ plan: { problem }, fassung }: FertigerPlan): readonly Platzzeile[] {
  const namen = new Map(problem.kommunen.map(({ ags, name }) => [ags, name]));
  return problem.einheiten.map(({ massnahme, ags, wunsch, lasten }, index) => {
    const { id = '', titel = '' } = problem.massnahmen[massnahme] ?? {};
    return {
      massnahme: id,
      titel,
      ags: ags ?? '',
      kommune: ags === null ? 'einmaliger Teil' : (namen.get(ags) ?? ags),
      quartal: problem.quartale[fassung.zuteilung[index] ?? ohnePlatz] ?? null,
      wunsch: ags === null ? null : (problem.quartale[wunsch] ?? null),
      teams: lasten.map(({ team }) => problem.teams[team]?.name ?? '').join(', '),
    };
  });
}

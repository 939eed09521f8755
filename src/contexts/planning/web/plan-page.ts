import { type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { type Planstand, planstand } from '../use-cases/read-plan.ts';
import { plannerRoute } from './answers.ts';
import { standing } from './plan-progress.ts';
import { show } from './plan-show.ts';
import { cancel, decided, moved } from './plan-steps.ts';

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

import { ok, type Result } from '#kernel';
import { type Vergleich, vergleiche } from '../domain/vergleich.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from './actors.ts';
import { type FertigerPlan, fertig, planstand } from './read-plan.ts';

/** Two plans in their newest Fassungen, and what the second wins and loses. */
export interface Gegenueberstellung {
  readonly erster: FertigerPlan;
  readonly zweiter: FertigerPlan;
  readonly vergleich: Vergleich;
}

export async function compare(
  deps: PlanningDeps,
  planner: Planner,
  ersterId: string,
  zweiterId: string,
): Promise<Result<Gegenueberstellung>> {
  const plans: FertigerPlan[] = [];
  for (const id of [ersterId, zweiterId]) {
    const stand = await planstand(deps, planner, id);
    if (!stand.ok) return stand;
    const done = fertig(stand.value);
    if (!done.ok) return done;
    plans.push(done.value);
  }
  const [erster, zweiter] = plans;
  if (!erster || !zweiter) throw new Error('two plans were read and are not there');
  const seite = ({ plan, fassung }: FertigerPlan) => ({
    problem: plan.problem,
    zuteilung: fassung.zuteilung,
  });
  return ok({ erster, zweiter, vergleich: vergleiche(seite(erster), seite(zweiter)) });
}

import { ok, type Result, refuse } from '#kernel';
import { parseVorgangId, readVorgang, type Vorgang } from '#platform';
import type { Entscheid, Plan, Planfassung } from '../domain/plan.ts';
import { planUnfinished, planUnknown } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { type Planzeile, readEntscheide, readPlaene, readPlan } from '../store-plan.ts';
import type { Planner } from './actors.ts';

/** A plan as its page shows it: what became of the solve, and whether it holds. */
export interface Planstand {
  readonly plan: Plan;
  readonly vorgang: Vorgang | null;
  readonly entscheide: readonly Entscheid[];
}

/** A plan with one of its Fassungen. */
export interface FertigerPlan {
  readonly plan: Plan;
  readonly fassung: Planfassung;
}

/** A plan of the own house, finished or not. */
export function planstand(
  { db }: Pick<PlanningDeps, 'db'>,
  { actor, anbieter }: Planner,
  id: string,
): Promise<Result<Planstand>> {
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const plan = await readPlan(tx, id);
    if (plan === null) return refuse(planUnknown);
    const vorgangId = parseVorgangId(plan.vorgang);
    const vorgang = vorgangId === null ? null : await readVorgang(tx, vorgangId);
    const entscheide = (await readEntscheide(tx)).filter(({ planId }) => planId === plan.id);
    return ok({ plan, vorgang, entscheide });
  });
}

/** The newest Fassung of a plan, or the one of a number; refuses a plan that is still being made. */
export function fertig(
  { plan }: Pick<Planstand, 'plan'>,
  nummer: number | null = null,
): Result<FertigerPlan> {
  const fassung =
    nummer === null ? plan.fassungen.at(-1) : plan.fassungen.find((one) => one.fassung === nummer);
  if (fassung) return ok({ plan, fassung });
  return refuse(plan.fassungen.length === 0 ? planUnfinished : planUnknown);
}

/** Plans and decisions of a house, the newest first. */
export interface Planuebersicht {
  readonly plaene: readonly Planzeile[];
  readonly entscheide: readonly Entscheid[];
}

export function planuebersicht(
  { db }: Pick<PlanningDeps, 'db'>,
  { actor, anbieter }: Planner,
): Promise<Planuebersicht> {
  return db.withTenant(anbieter.tenant, actor, async (tx) => ({
    plaene: await readPlaene(tx),
    entscheide: await readEntscheide(tx),
  }));
}

import { nextQuartal, ok, type Result, refuse } from '#kernel';
import { newId, publish, recordAudit, startVorgang, type VorgangId } from '#platform';
import { beachteAbweichungen } from '../domain/abweichung.ts';
import { buildProblem } from '../domain/build-problem.ts';
import { invalid } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { insertPlan } from '../store-plan.ts';
import type { Planner } from './actors.ts';
import { bestandOf, type Planwunsch, quartaleMost } from './grundlage.ts';

export const planEvent = 'planning.plan.wanted';

/** Freezes what a plan rests on and hands it to the worker; gives the plan's id. Refuses what no plan can come from. */
export async function beginPlan(
  deps: PlanningDeps,
  planner: Planner,
  wunsch: Planwunsch,
): Promise<Result<{ readonly id: string; readonly nummer: number; readonly vorgang: VorgangId }>> {
  if (wunsch.quartale < 1 || wunsch.quartale > quartaleMost)
    return refuse(
      invalid([{ field: 'quartale', message: `Ein Plan reicht über 1 bis ${quartaleMost} Quartale.` }]),
    );
  const quartale = Array.from({ length: wunsch.quartale }, (_, index) => nextQuartal(wunsch.ab, index));
  const { anbieter, actor } = planner;
  const [bestand, abweichungen] = await Promise.all([
    bestandOf(deps, planner),
    deps.abweichungen(actor, anbieter.tenant),
  ]);
  const { massnahmen, hinweise } = beachteAbweichungen(bestand.massnahmen, abweichungen, bestand.kommunen);
  const built = buildProblem({ ...bestand, massnahmen, quartale, annahmen: wunsch.annahmen });
  if (!built.ok) return built;
  const problem = { ...built.value, hinweise: [...hinweise, ...built.value.hinweise] };
  const id = newId();
  const begun = await deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    const vorgang = await startVorgang(tx, planEvent, 'Wartet auf den nächsten freien Platz.');
    const { titel, sekunden } = wunsch;
    const order = { id, titel, problem, sekunden, vorgang, angelegtAm: deps.clock.now() };
    const nummer = await insertPlan(tx, anbieter.tenant, order);
    await publish(tx, planEvent, { vorgang, plan: id, actor });
    await recordAudit(tx, {
      action: 'planning.plan.wanted',
      object: { type: 'plan', id },
      summary: { einheiten: problem.einheiten.length, quartale: quartale.length },
    });
    return { id, nummer, vorgang };
  });
  return ok(begun);
}

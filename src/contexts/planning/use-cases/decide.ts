import { type FieldProblem, type LocalDate, ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { Entscheid } from '../domain/plan.ts';
import { pruefe } from '../domain/pruefung.ts';
import { zieleOf } from '../domain/ziele.ts';
import { changedMeanwhile, invalid } from '../errors.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { insertEntscheid, readEntscheide } from '../store-plan.ts';
import { formerRecipients, insertZiele } from '../store-ziele.ts';
import type { Planner } from './actors.ts';
import { type FertigerPlan, fertig, planstand } from './read-plan.ts';

/** Who decided which Fassung of a plan, when and why. */
export interface Beschluss {
  readonly plan: string;
  readonly grundlage: number;
  readonly am: LocalDate;
  readonly wer: string;
  readonly grund: string;
}

/** Keeps a decision and sets the targets of every Kommune, those of earlier decisions among them, in one step. */
export async function decide(
  deps: PlanningDeps,
  planner: Planner,
  beschluss: Beschluss,
): Promise<Result<Entscheid>> {
  const problems = problemsOf(beschluss, deps.clock.today());
  if (problems.length > 0) return refuse(invalid(problems));
  const stand = await planstand(deps, planner, beschluss.plan);
  if (!stand.ok) return stand;
  const now = fertig(stand.value);
  if (!now.ok) return now;
  if (now.value.fassung.fassung !== beschluss.grundlage) return refuse(changedMeanwhile);
  return deps.db.withTenant(planner.anbieter.tenant, planner.actor, (tx) =>
    keepDecision(deps, tx, planner, now.value, beschluss),
  );
}

/** The same within a transaction of the house, such as that of a session's decision. */
export async function keepDecision(
  deps: PlanningDeps,
  tx: Tx,
  planner: Planner,
  plan: FertigerPlan,
  beschluss: Omit<Beschluss, 'plan' | 'grundlage'>,
): Promise<Result<Entscheid>> {
  const kommunen = await deps.kreis(planner.actor, planner.anbieter);
  const nummer = ((await readEntscheide(tx))[0]?.nummer ?? 0) + 1;
  const entscheid = entscheidOf(plan, beschluss, nummer);
  if (!(await insertEntscheid(tx, planner.anbieter.tenant, entscheid, deps.clock.now())))
    return refuse(changedMeanwhile);
  await setTargets(tx, planner, plan, entscheid, kommunen);
  await recordAudit(tx, {
    action: 'planning.plan.decided',
    object: { type: 'plan', id: entscheid.planId },
    summary: { fassung: entscheid.fassung, verstoesse: entscheid.verstoesse },
  });
  return ok(entscheid);
}

function entscheidOf(
  { plan, fassung }: FertigerPlan,
  { am, wer, grund }: Omit<Beschluss, 'plan' | 'grundlage'>,
  nummer: number,
): Entscheid {
  const verstoesse = pruefe(plan.problem, fassung.zuteilung).length;
  return { nummer, planId: plan.id, fassung: fassung.fassung, am, wer, grund, verstoesse };
}

/** A Kommune that had targets before learns that it has none any more. */
async function setTargets(
  tx: Tx,
  { anbieter }: Planner,
  { plan, fassung }: FertigerPlan,
  { nummer, am, wer, grund }: Entscheid,
  kommunen: Awaited<ReturnType<PlanningDeps['kreis']>>,
): Promise<void> {
  const ziele = zieleOf(plan.problem, fassung.zuteilung);
  const recipients = new Map((await formerRecipients(tx)).map((one) => [one.ags, one.tenant]));
  for (const { ags, tenant } of kommunen) if (ziele.has(ags)) recipients.set(ags, tenant);
  for (const [ags, tenant] of recipients)
    await insertZiele(tx, anbieter.tenant, tenant, {
      nummer,
      ags,
      haus: anbieter.name,
      planTitel: plan.titel,
      am,
      wer,
      grund,
      ziele: ziele.get(ags) ?? [],
    });
}

function problemsOf({ am, wer, grund }: Beschluss, today: LocalDate): readonly FieldProblem[] {
  const of = (field: string, wrong: boolean, message: string) => (wrong ? [{ field, message }] : []);
  return [
    ...of('am', am > today, 'Ein Beschluss liegt nicht in der Zukunft.'),
    ...of(
      'wer',
      wer.length < 2 || wer.length > 200,
      'Bitte angeben, wer beschlossen hat, zum Beispiel die Arbeitsgruppe.',
    ),
    ...of(
      'grund',
      grund.length < 3 || grund.length > 2000,
      'Bitte in einem Satz sagen, warum dieser Plan gilt.',
    ),
  ];
}

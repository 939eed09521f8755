import { ok, type Quartal, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import { zielwert } from '../domain/kosten.ts';
import type { Planfassung } from '../domain/plan.ts';
import { ohnePlatz, type Planungsproblem } from '../domain/problem.ts';
import { pruefe, verstossKey } from '../domain/pruefung.ts';
import { changedMeanwhile, invalid, moveBreaks } from '../errors.ts';
import { einheitText, quartalText, verstossText } from '../messages.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { insertFassung } from '../store-plan.ts';
import type { Planner } from './actors.ts';
import { fertig, planstand } from './read-plan.ts';

/** Somebody puts a Massnahme into another quarter, for one Kommune, or (`ags` null) the part that is done once. */
export interface Zug {
  readonly plan: string;
  /** The Fassung that was read. */
  readonly grundlage: number;
  readonly massnahme: string;
  readonly ags: string | null;
  /** `null` takes it out of the plan. */
  readonly quartal: Quartal | null;
  /** Insists although rules are broken. */
  readonly trotzdem: boolean;
}

/** Moves by hand: refuses with all that it would break, unless the person insists; then the plan shows it as broken. */
export async function move(deps: PlanningDeps, planner: Planner, zug: Zug): Promise<Result<Planfassung>> {
  const stand = await planstand(deps, planner, zug.plan);
  if (!stand.ok) return stand;
  const now = fertig(stand.value);
  if (!now.ok) return now;
  const { plan, fassung } = now.value;
  if (fassung.fassung !== zug.grundlage) return refuse(changedMeanwhile);
  const moved = movedZuteilung(plan.problem, fassung.zuteilung, zug);
  if (!moved.ok) return moved;
  const { zuteilung, einheit } = moved.value;
  const before = new Set(pruefe(plan.problem, fassung.zuteilung).map(verstossKey));
  const broken = pruefe(plan.problem, zuteilung).filter((one) => !before.has(verstossKey(one)));
  const sentences = broken.map((one) => verstossText(plan.problem, one));
  if (sentences.length > 0 && !zug.trotzdem) return refuse(moveBreaks(sentences));
  const next: Planfassung = {
    ...fassung,
    fassung: fassung.fassung + 1,
    art: 'verschoben',
    zuteilung,
    zielwert: zielwert(plan.problem, zuteilung),
    // Whoever breaks rules may well be under the bound of those who keep them.
    verfahren: 'schrittweise',
    bemerkung: `${einheitText(plan.problem, einheit)}: ${quartalText(zug.quartal)}`.slice(0, 500),
    angelegtAm: deps.clock.now(),
  };
  return deps.db.withTenant(planner.anbieter.tenant, planner.actor, async (tx) => {
    if (!(await insertFassung(tx, planner.anbieter.tenant, plan.id, next))) return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: 'planning.plan.moved',
      object: { type: 'plan', id: plan.id },
      summary: { fassung: next.fassung, verstoesse: sentences.length },
    });
    return ok(next);
  });
}

function movedZuteilung(problem: Planungsproblem, zuteilung: readonly number[], zug: Zug) {
  const einheit = problem.einheiten.findIndex(
    ({ massnahme, ags }) => problem.massnahmen[massnahme]?.id === zug.massnahme && ags === zug.ags,
  );
  const platz = zug.quartal === null ? ohnePlatz : problem.quartale.indexOf(zug.quartal);
  const problems = [
    ...(einheit < 0
      ? [{ field: 'massnahme', message: 'Diese Maßnahme gibt es in diesem Plan für diese Kommune nicht.' }]
      : []),
    ...(zug.quartal !== null && platz < 0
      ? [{ field: 'quartal', message: `Der Plan reicht nicht bis ins ${quartalText(zug.quartal)}.` }]
      : []),
  ];
  if (problems.length > 0) return refuse(invalid(problems));
  return ok({ einheit, zuteilung: zuteilung.map((one, index) => (index === einheit ? platz : one)) });
}

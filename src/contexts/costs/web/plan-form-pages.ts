import type { Refusal } from '#kernel';
import {
  numberIn,
  type PageAnswer,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { declaresHundred } from '../domain/schluesselwerte.ts';
import { invalid } from '../errors.ts';
import type { Plan, Schluesselbezug } from '../plan-inhalt.ts';
import type { Manager } from '../use-cases/actors.ts';
import { planOf, savePlan } from '../use-cases/plan.ts';
import { schluesselOf } from '../use-cases/schluessel.ts';
import { done, managerRoute, planHref } from './answers.ts';
import { stelleOf } from './asked-plan.ts';
import { planForm, typedOf } from './plan-form.ts';
import { type Planwahl, readPlanForm } from './plan-form-input.ts';

/** The form in which a plan is changed. */
export function planFormRoutes(deps: CostsDeps): readonly PageRoute[] {
  const path = '/kosten/:dienst/aendern';
  return [
    managerRoute(deps, 'costs.plan.save', 'GET', path, (who, request) =>
      withKeptPlan(deps, who, request, async (plan) => {
        const wahl = await wahlOf(deps, who, plan);
        return page(planForm(request, plan, { typed: typedOf(plan.inhalt), wahl, reason: null }));
      }),
    ),
    managerRoute(deps, 'costs.plan.save', 'POST', path, (who, request) =>
      withKeptPlan(deps, who, request, (plan) => save(deps, who, request, plan)),
    ),
  ];
}

/** The form needs the plan alone, not what it comes to. */
async function withKeptPlan(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  show: (plan: Plan) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const plan = await planOf(deps, who, stelleOf(deps, request));
  return plan.ok ? show(plan.value) : refusal(plan.refusal);
}

async function save(deps: CostsDeps, who: Manager, request: PageRequest, plan: Plan): Promise<PageAnswer> {
  const wahl = await wahlOf(deps, who, plan);
  const again = (reason: Refusal) =>
    refusedPage(planForm(request, plan, { typed: request.form, wahl, reason }), reason);
  const read = readPlanForm(request.form, plan.inhalt, wahl);
  if (!('titel' in read)) return again(invalid(read));
  const { dienst, jahr, art } = plan;
  const grundlage = numberIn(request.form.get('grundlage'));
  const saved = await savePlan(deps, who, { dienst, jahr, art, grundlage, inhalt: read });
  return saved.ok ? done(planHref(dienst, jahr, art), 'plan') : again(saved.refusal);
}

/** Everything by which costs of a plan may be shared: kept tables, counted use, equal parts. */
export async function wahlOf(deps: CostsDeps, who: Manager, { jahr }: Pick<Plan, 'jahr'>): Promise<Planwahl> {
  const tables = (await schluesselOf(deps, who)).flatMap((one) => {
    const own = choice(one.id, one.name, { art: 'tabelle', id: one.id, tabelle: one.id, angepasst: false });
    if (!declaresHundred(one)) return [own];
    const id = `${one.id}-teilnehmende`;
    const adapted = { art: 'tabelle', id, tabelle: one.id, angepasst: true } as const;
    return [own, choice(id, `${one.name}, auf die Teilnehmenden bezogen`, adapted)];
  });
  const used = [jahr - 1, jahr].map((year) =>
    choice(`nutzung-${year}`, `Tatsächliche Nutzung ${year}`, {
      art: 'nutzung',
      id: `nutzung-${year}`,
      jahr: year,
    }),
  );
  const equal = choice('gleich', 'Zu gleichen Teilen', { art: 'gleich', id: 'gleich' });
  return { schluessel: [equal, ...used, ...tables], daten: await deps.grundlagen() };
}

function choice(id: string, titel: string, bezug: Schluesselbezug) {
  return { id, titel, bezug };
}

import type { Result } from '#kernel';
import { formField, type PageAnswer, type PageRequest, refusal } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import type { Manager } from '../use-cases/actors.ts';
import { type Planstand, type Planstelle, planstand } from '../use-cases/plan.ts';

/** Of which plan an address speaks; this year where it names none. */
export function stelleOf(
  { clock }: Pick<CostsDeps, 'clock'>,
  { params, query, form }: PageRequest,
): Planstelle {
  const asked = formField(query, 'jahr') || formField(form, 'jahr');
  const art = query.get('art') ?? form.get('art');
  return {
    dienst: params.dienst ?? '',
    jahr: /^20\d{2}$/.test(asked) ? Number(asked) : Number(clock.today().slice(0, 4)),
    art: art === 'ist' ? 'ist' : 'plan',
  };
}

/** Shows something of the plan that an address names. */
export async function withPlan(
  deps: CostsDeps,
  who: Manager,
  request: PageRequest,
  show: (stand: Planstand, stelle: Planstelle) => Promise<PageAnswer>,
): Promise<PageAnswer> {
  const stelle = stelleOf(deps, request);
  const stand: Result<Planstand> = await planstand(deps, who, stelle);
  return stand.ok ? show(stand.value, stelle) : refusal(stand.refusal);
}

export const artLabel = { plan: 'Geplante Kosten', ist: 'Tatsächliche Kosten' } as const;

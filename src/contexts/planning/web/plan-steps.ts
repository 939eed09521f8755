import { parseLocalDate, parseQuartal } from '#kernel';
import { formField, numberIn, type PageAnswer, type PageRequest, parseVorgangId } from '#platform';
import { cancelled } from '../handlers.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import type { Planner } from '../use-cases/actors.ts';
import { decide } from '../use-cases/decide.ts';
import { move } from '../use-cases/move.ts';
import type { Planstand } from '../use-cases/read-plan.ts';
import { done } from './answers.ts';
import { show } from './plan-show.ts';

export async function cancel(
  deps: PlanningDeps,
  { actor, anbieter }: Planner,
  { plan }: Planstand,
): Promise<PageAnswer> {
  const vorgang = parseVorgangId(plan.vorgang);
  const here = `/planung/plaene/${plan.id}`;
  const ended = vorgang !== null && (await cancelled(deps, anbieter.tenant, actor, vorgang));
  return ended ? done(here, 'abgebrochen') : { kind: 'redirect', to: here };
}

export async function moved(
  deps: PlanningDeps,
  planner: Planner,
  request: PageRequest,
  stand: Planstand,
): Promise<PageAnswer> {
  const { form: values } = request;
  const kommune = formField(values, 'kommune');
  const asked = formField(values, 'quartal');
  const quartal = asked === 'ohne' ? null : parseQuartal(asked);
  if (quartal !== null && !quartal.ok) return show(deps, planner, request, stand, quartal.refusal);
  const zug = {
    plan: stand.plan.id,
    grundlage: numberIn(values.get('grundlage')),
    massnahme: formField(values, 'massnahme'),
    ags: kommune === 'einmalig' ? null : kommune,
    quartal: quartal === null ? null : quartal.value,
    trotzdem: formField(values, 'trotzdem') === 'ja',
  };
  const next = await move(deps, planner, zug);
  return next.ok
    ? done(`/planung/plaene/${stand.plan.id}`, 'verschoben')
    : show(deps, planner, request, stand, next.refusal);
}

export async function decided(
  deps: PlanningDeps,
  planner: Planner,
  request: PageRequest,
  stand: Planstand,
): Promise<PageAnswer> {
  const { form: values } = request;
  const am = parseLocalDate(formField(values, 'am'));
  if (!am.ok) {
    const { message } = am.refusal;
    return show(deps, planner, request, stand, { ...am.refusal, fields: [{ field: 'am', message }] });
  }
  const entscheid = await decide(deps, planner, {
    plan: stand.plan.id,
    grundlage: numberIn(values.get('grundlage')),
    am: am.value,
    wer: formField(values, 'wer'),
    grund: formField(values, 'grund'),
  });
  return entscheid.ok
    ? done(`/planung/plaene/${stand.plan.id}`, 'beschlossen')
    : show(deps, planner, request, stand, entscheid.refusal);
}

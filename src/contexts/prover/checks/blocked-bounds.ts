import { type Evaluation, evaluate } from '#forms';
import { addDays } from '#kernel';
import { add } from '../finding.ts';
import { comparison, compileTerm } from '../model/compile-term.ts';
import type { ModelField } from '../model/model.ts';
import { contextIn, type Desk, keyOf, nameOf, pathTo, shownBefore } from './ask.ts';
import { hasField } from './state-of-field.ts';

/** The earliest day lies after the latest. */
export function checkBounds(desk: Desk, each: ModelField): void {
  const { field, page, condition } = each;
  if (!field.from || !field.to) return;
  const context = contextIn(desk.model, each);
  const crossed = comparison('<', compileTerm(field.to.node, context), compileTerm(field.from.node, context));
  const required = desk.model.variables.get(keyOf(each))?.required ?? null;
  const must = [...shownBefore(desk.model, each), condition, required, crossed];
  const place = `${field.place}.from`;
  const walked = pathTo(
    desk,
    place,
    `Liegt bei ${nameOf(field)} „ab“ immer vor „bis“?`,
    { page, must },
    (evaluation) =>
      evaluation.pages[page]?.reachable === true && hasField(evaluation, each) && noDayFits(evaluation, each),
  );
  if (!walked) return;
  add(desk.report, 'sackgasse', {
    place,
    message: `Bei ${nameOf(field)} liegt mit diesen Antworten der früheste Tag nach dem spätesten. Kein Tag passt.`,
    remedy: 'Ändern Sie „Von“ (from) oder „Bis“ (to), oder prüfen Sie die frühere Antwort.',
    because: [`${field.from.place}: ${field.from.source}`, `${field.to.place}: ${field.to.source}`],
    path: walked,
  });
}

/** How many days before and after today are tried: three years. */
const daysTried = 1_100;

/** Whether the engine takes no day around today; the search may not know what a function of a bound gives. */
function noDayFits({ form, answers, env, today }: Evaluation, { field, group }: ModelField): boolean {
  if (group !== null) return true;
  const context = { parameters: env.parameters, today };
  for (let step = 0; step <= 2 * daysTried; step += 1) {
    // Near days first: where any day fits, one of them mostly does.
    const offset = step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    const { pages } = evaluate(form, { ...answers, [field.id]: addDays(today, offset) }, context);
    const state = pages.flatMap(({ fields }) => fields).find((each) => each.field.id === field.id);
    if (state?.visible && state.problem === null) return false;
  }
  return true;
}

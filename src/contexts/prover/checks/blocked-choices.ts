import type { Evaluation } from '#forms';
import { add } from '../finding.ts';
import { optionTerms } from '../model/field-rules.ts';
import type { ModelField } from '../model/model.ts';
import { contextIn, type Desk, keyOf, nameOf, pathTo, shownBefore } from './ask.ts';
import type { FieldState } from './state-of-field.ts';

/** Somebody must choose and nothing stands to choose. */
export function checkChoices(desk: Desk, each: ModelField): void {
  const { model } = desk;
  const { field, page, condition } = each;
  if (!field.options) return;
  if (field.options.kind === 'table' && model.context.values === null) return;
  const options = optionTerms(field, contextIn(model, each));
  if (options.some(({ allowed }) => allowed === null)) return;
  const required = model.variables.get(keyOf(each))?.required ?? null;
  const question = {
    page,
    must: [...shownBefore(model, each), condition, required],
    mustNot: options.map(({ allowed }) => allowed),
    without: new Set([keyOf(each)]),
  };
  const place = `${field.place}.options`;
  const walked = pathTo(
    desk,
    place,
    `Steht bei ${nameOf(field)} immer etwas zur Wahl?`,
    question,
    (evaluation) => hasNothingToChoose(evaluation, each),
  );
  if (!walked) return;
  add(desk.report, 'sackgasse', {
    place,
    message: `Bei ${nameOf(field)} steht nichts zur Wahl, und ohne Wahl geht es nicht weiter.`,
    remedy: 'Sorgen Sie für mindestens eine Auswahl, oder zeigen Sie das Feld dann nicht.',
    path: walked,
  });
}

function hasNothingToChoose(evaluation: Evaluation, { field, rows }: ModelField): boolean {
  const isEmpty = (state: FieldState): boolean =>
    state.field.id === field.id &&
    state.field.kind === 'input' &&
    state.visible &&
    state.required &&
    state.field.choices?.visible(evaluation.env).length === 0;
  return someInRows(evaluation, rows?.split('/') ?? [], isEmpty);
}

/** Whether one of the fields is so that stand in rows of these groups, each asked with its rows in hand. */
function someInRows(
  { pages, env }: Evaluation,
  groups: readonly string[],
  isSo: (state: FieldState) => boolean,
): boolean {
  const look = (states: readonly FieldState[], depth: number): boolean => {
    const group = groups[depth];
    if (group === undefined) return states.some(isSo);
    return states.some(
      (state) =>
        'rows' in state &&
        state.field.id === group &&
        state.rows.some(({ row, fields }) => {
          env.rows[depth] = row;
          const found = look(fields, depth + 1);
          env.rows[depth] = undefined;
          return found;
        }),
    );
  };
  return look(
    pages.flatMap(({ fields }) => fields),
    0,
  );
}

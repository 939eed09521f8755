import type { Evaluation } from '#forms';
import { add } from '../finding.ts';
import { optionTerms } from '../model/field-rules.ts';
import type { ModelField } from '../model/model.ts';
import { type Desk, keyOf, nameOf, pathTo, shownBefore } from './ask.ts';
import type { FieldState } from './state-of-field.ts';

/** Somebody must choose and nothing stands to choose. */
export function checkChoices(desk: Desk, each: ModelField): void {
  const { model } = desk;
  const { field, page, condition, group } = each;
  if (!field.options) return;
  if (field.options.kind === 'table' && model.context.values === null) return;
  const options = optionTerms(field, group ? { ...model.context, row: group.id } : model.context);
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

function hasNothingToChoose(evaluation: Evaluation, { field, group }: ModelField): boolean {
  const states = evaluation.pages.flatMap(({ fields }) => fields);
  const isEmpty = (state: FieldState): boolean =>
    state.field.id === field.id &&
    state.field.kind === 'input' &&
    state.visible &&
    state.required &&
    state.field.choices?.visible(evaluation.env).length === 0;
  if (!group) return states.some(isEmpty);
  return states.some(
    (state) =>
      'rows' in state &&
      state.field.id === group.id &&
      state.rows.some(({ row, fields }) => {
        evaluation.env.rows[0] = row;
        const found = fields.some(isEmpty);
        evaluation.env.rows[0] = undefined;
        return found;
      }),
  );
}

import { type Answers, type Evaluation, evaluate, type FormContext, missing } from '#forms';
import { sampleAnswers } from './sample-answers.ts';

type Form = Evaluation['form'];
type Json = Answers[string];
type FieldState = Evaluation['pages'][number]['fields'][number];
type RowFieldState = Extract<
  FieldState,
  { readonly visible: boolean; readonly field: { readonly kind: string } }
>;

/** So many gaps are filled before it is given up. */
const mostGaps = 400;

/**
 * Fills what is missing before a page (or everywhere) with plain answers, so that somebody with these answers stands there.
 * What was fixed stays; null where a gap cannot be filled.
 */
export function completeAnswers(
  form: Form,
  context: FormContext,
  fixed: Answers,
  beforePage: number,
  literals: readonly Json[],
): Evaluation | null {
  let answers = fixed;
  let evaluation = evaluate(form, answers, context);
  for (let gaps = 0; gaps < mostGaps; gaps += 1) {
    const gap = missing(evaluation).find(({ page }) => (form.pageIndex.get(page) ?? 0) < beforePage);
    if (!gap) return evaluation;
    const filled = fill(evaluation, answers, gap.field, literals, context);
    if (!filled) return null;
    answers = filled.answers;
    evaluation = filled;
  }
  return null;
}

/** The evaluation with an answer that the named field takes. */
function fill(
  evaluation: Evaluation,
  answers: Answers,
  name: string,
  literals: readonly Json[],
  context: FormContext,
): Evaluation | null {
  const [id = '', row, inner] = name.split('.');
  const state = stateNamed(evaluation, id);
  if (!state) return null;
  if (state.field.kind === 'group')
    return fillRow(evaluation, answers, state, Number(row), inner ?? '', literals, context);
  if (state.field.kind !== 'input') return null;
  for (const sample of sampleAnswers(state.field, evaluation, literals)) {
    const tried = evaluate(evaluation.form, { ...answers, [id]: sample }, context);
    if (stateNamed(tried, id)?.problem === null) return tried;
  }
  return null;
}

function stateNamed(evaluation: Evaluation, id: string): FieldState | undefined {
  return evaluation.pages.flatMap(({ fields }) => fields).find(({ field }) => field.id === id);
}

function fillRow(
  evaluation: Evaluation,
  answers: Answers,
  group: FieldState,
  index: number,
  inner: string,
  literals: readonly Json[],
  context: FormContext,
): Evaluation | null {
  const { id } = group.field;
  const field =
    group.field.kind === 'group' ? group.field.fields.find((each) => each.id === inner) : undefined;
  if (field?.kind !== 'input' || !Number.isInteger(index)) return null;
  const given = answers[id];
  const rows: readonly Json[] = Array.isArray(given) ? given : [];
  for (const sample of sampleAnswers(field, evaluation, literals)) {
    const changed = Array.from({ length: Math.max(rows.length, index + 1) }, (_, at) => {
      const row = rows[at];
      const own: Answers = isRow(row) ? row : { key: String(at + 1) };
      return at === index ? { ...own, [inner]: sample } : own;
    });
    const tried = evaluate(evaluation.form, { ...answers, [id]: changed }, context);
    if (rowStateNamed(tried, id, index, inner)?.problem === null) return tried;
  }
  return null;
}

function isRow(value: Json | undefined): value is Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rowStateNamed(
  evaluation: Evaluation,
  group: string,
  index: number,
  inner: string,
): RowFieldState | undefined {
  const state = stateNamed(evaluation, group);
  if (!state || !('rows' in state)) return undefined;
  return state.rows[index]?.fields.find(({ field }) => field.id === inner);
}

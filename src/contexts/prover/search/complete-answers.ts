import {
  type Answers,
  type Evaluation,
  evaluate,
  type FormContext,
  inRow,
  missing,
  type RowAt,
} from '#forms';
import { sampleAnswers } from './sample-answers.ts';

type Form = Evaluation['form'];
type Json = Answers[string];
type FieldState = Evaluation['pages'][number]['fields'][number];

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

/** The evaluation with an answer that the named field takes, in whatever row of rows it stands. */
function fill(
  evaluation: Evaluation,
  answers: Answers,
  name: string,
  literals: readonly Json[],
  context: FormContext,
): Evaluation | null {
  const spot = spotNamed(evaluation, name);
  if (spot?.state.field.kind !== 'input') return null;
  for (const sample of sampleAnswers(spot.state.field, evaluation, literals)) {
    const tried = evaluate(
      evaluation.form,
      inRow(answers, spot.rows, (row) => ({ ...row, [spot.id]: sample })),
      context,
    );
    if (spotNamed(tried, name)?.state.problem === null) return tried;
  }
  return null;
}

/** A field of a form that is being filled in, and the rows in which it stands, the outermost first. */
interface Spot {
  readonly state: FieldState;
  readonly rows: readonly RowAt[];
  readonly id: string;
}

/** The field of a name such as `hunde.0.impfungen.1.tag`. */
function spotNamed({ pages }: Evaluation, name: string): Spot | null {
  return spotIn(
    pages.flatMap(({ fields }) => fields),
    name.split('.'),
    [],
  );
}

function spotIn(
  states: readonly FieldState[],
  names: readonly string[],
  rows: readonly RowAt[],
): Spot | null {
  const [id = '', row, ...rest] = names;
  const state = states.find(({ field }) => field.id === id);
  if (!state) return null;
  if (!('rows' in state)) return { state, rows, id };
  const index = Number(row);
  const inner = state.rows[index];
  return inner ? spotIn(inner.fields, rest, [...rows, { group: id, index }]) : null;
}

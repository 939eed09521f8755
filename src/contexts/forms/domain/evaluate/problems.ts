import {
  type AnswerProblem,
  type Evaluation,
  type FieldState,
  isGroupState,
  type PageState,
  rowPrefix,
} from './evaluation.ts';

/** Something that stands between the answers and their submission. `field` is the name in the form. */
export interface PlacedProblem {
  readonly page: string;
  readonly field: string;
  readonly kind: AnswerProblem['kind'];
  readonly message: string;
}

/** What is missing or wrong on the pages of the way, in their order. Nothing else counts. */
export function missing(evaluation: Evaluation): readonly PlacedProblem[] {
  return evaluation.pages.flatMap((page) => problemsOfPage(page));
}

/** What is missing or wrong on one page; nothing where it is not on the way. */
export function problemsOfPage(state: PageState): PlacedProblem[] {
  const found: PlacedProblem[] = [];
  for (const field of state.fields) collect(state.page.id, field, '', found);
  return found;
}

export function isComplete(state: PageState): boolean {
  return state.fields.every(isRight);
}

function isRight(state: FieldState): boolean {
  return (
    state.problem === null &&
    (!isGroupState(state) || state.rows.every(({ fields }) => fields.every(isRight)))
  );
}

function collect(page: string, state: FieldState, prefix: string, found: PlacedProblem[]): void {
  const { field, problem } = state;
  const name = prefix + field.id;
  if (problem) {
    const { kind, message, part } = problem;
    found.push({ page, field: part ? `${name}.${part}` : name, kind, message });
  }
  if (!isGroupState(state)) return;
  for (const { index, fields } of state.rows) {
    for (const inner of fields) collect(page, inner, rowPrefix(name, index), found);
  }
}

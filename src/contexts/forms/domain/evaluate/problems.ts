import {
  type AnswerProblem,
  type Evaluation,
  type FieldState,
  fieldName,
  isGroupState,
  type PageState,
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
  for (const field of state.fields) collect(state.page.id, field, found);
  return found;
}

export function isComplete(state: PageState): boolean {
  return state.fields.every(
    (field) =>
      field.problem === null &&
      (!isGroupState(field) ||
        field.rows.every((row) => row.fields.every(({ problem }) => problem === null))),
  );
}

function collect(page: string, state: FieldState, found: PlacedProblem[]): void {
  const add = (field: string, problem: AnswerProblem | null): void => {
    if (problem)
      found.push({
        page,
        field: problem.part ? `${field}.${problem.part}` : field,
        kind: problem.kind,
        message: problem.message,
      });
  };
  add(fieldName(state.field), state.problem);
  if (!isGroupState(state)) return;
  for (const [row, { fields }] of state.rows.entries()) {
    for (const { field, problem } of fields) add(fieldName(field, { id: state.field.id, row }), problem);
  }
}

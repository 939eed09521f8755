import type { Env } from '../expression/value.ts';
import {
  type AnswerProblem,
  type Evaluation,
  type FieldState,
  isGroupState,
  type PageState,
  rowPrefix,
  rowTitle,
} from './evaluation.ts';

/** Something that stands between the answers and their submission. `field` is the name in the form. */
export interface PlacedProblem {
  readonly page: string;
  readonly field: string;
  readonly kind: AnswerProblem['kind'];
  readonly message: string;
  /** The row that it is about, for a list of problems: „Hund 2, Impfung 1“. */
  readonly where?: string;
}

/** What is missing or wrong on the pages of the way, in their order. Nothing else counts. */
export function missing(evaluation: Evaluation): readonly PlacedProblem[] {
  return evaluation.pages.flatMap((page) => problemsOfPage(page, evaluation.env));
}

/** What is missing or wrong on one page; nothing where it is not on the way. */
export function problemsOfPage(state: PageState, env: Env): PlacedProblem[] {
  const found: PlacedProblem[] = [];
  for (const field of state.fields)
    collect({ page: state.page.id, prefix: '', where: '' }, field, env, found);
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

interface At {
  readonly page: string;
  readonly prefix: string;
  readonly where: string;
}

function collect(at: At, state: FieldState, env: Env, found: PlacedProblem[]): void {
  const { field, problem } = state;
  const { page, where } = at;
  const name = at.prefix + field.id;
  if (problem) {
    const { kind, message, part } = problem;
    const placed = { page, field: part ? `${name}.${part}` : name, kind, message };
    found.push(where === '' ? placed : { ...placed, where });
  }
  if (!isGroupState(state)) return;
  for (const { index, fields } of state.rows) {
    const inner = { page, prefix: rowPrefix(name, index), where: joined(where, rowTitle(state, index, env)) };
    for (const each of fields) collect(inner, each, env, found);
  }
}

function joined(where: string, title: string): string {
  return where === '' ? title : `${where}, ${title}`;
}

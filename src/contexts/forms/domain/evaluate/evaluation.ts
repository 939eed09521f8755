import type { LocalDate } from '#kernel';
import type { Form, FormPage, RepeatedGroup, RowField } from '../compile/form.ts';
import type { Env, ParameterValues, Places, Row } from '../expression/value.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Origins } from '../provenance/origin.ts';

/** What somebody answered so far: plain JSON by field id; rows of a group are objects in an array. */
export type Answers = JsonObject;

/** What an evaluation needs besides the answers: the Kommune's values, and the day whose law counts. */
export interface FormContext {
  readonly parameters: ParameterValues;
  readonly today: LocalDate;
  /** What is known of places, to fill in the town of a postcode. */
  readonly places?: Places | undefined;
}

/** What is wrong with an answer. `part` names the part of an address. */
export interface AnswerProblem {
  readonly kind: 'missing' | 'invalid';
  readonly message: string;
  readonly part?: string;
}

/** A field as it stands for these answers. */
export interface RowFieldState {
  readonly field: RowField;
  readonly visible: boolean;
  readonly required: boolean;
  readonly answer: Json | undefined;
  readonly problem: AnswerProblem | null;
}

export interface RowState {
  /** Stays with the row when others are removed. */
  readonly key: string;
  /** Which row it is, from 0, as the applicant sees them. */
  readonly index: number;
  readonly row: Row;
  readonly fields: readonly FieldState[];
}

export interface GroupState {
  readonly field: RepeatedGroup;
  readonly visible: boolean;
  readonly required: boolean;
  readonly answer: Json | undefined;
  readonly problem: AnswerProblem | null;
  readonly rows: readonly RowState[];
}

export type FieldState = RowFieldState | GroupState;

export interface PageState {
  readonly page: FormPage;
  readonly reachable: boolean;
  /** Empty where the page is not reachable. */
  readonly fields: readonly FieldState[];
}

/** Everything that follows from a form and its answers. All other questions are read off it. */
export interface Evaluation {
  readonly form: Form;
  readonly answers: Answers;
  readonly env: Env;
  readonly today: LocalDate;
  readonly pages: readonly PageState[];
  /** Where the answers come from, by their place; without an entry, from the person. */
  readonly origins?: Origins | undefined;
  /** Whether only some of the form's fields are asked for. */
  readonly isPart?: boolean;
}

export function isGroupState(state: FieldState): state is GroupState {
  return state.field.kind === 'group';
}

/** What stands before the names of a row's fields: `hunde.0.`. */
export function rowPrefix(group: string, row: number): string {
  return `${group}.${row}.`;
}

/** What a row is called: „Hund 2“, or its given name. */
export function rowTitle({ field }: GroupState, index: number, env: Env): string {
  return field.fixed?.[index]?.(env) ?? `${field.item} ${index + 1}`;
}

/** Runs something with a row in hand, so that its expressions see it. */
export function inRow<T>(env: Env, depth: number, row: Row, run: () => T): T {
  const before = env.rows[depth];
  env.rows[depth] = row;
  const result = run();
  env.rows[depth] = before;
  return result;
}

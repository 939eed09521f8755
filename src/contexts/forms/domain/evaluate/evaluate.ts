import type {
  CalculatedField,
  Form,
  FormField,
  InputField,
  RepeatedGroup,
  RowField,
} from '../compile/form.ts';
import { type Env, emptyEnv, type Row, type Value } from '../expression/value.ts';
import { isJsonObject, type Json, type JsonObject, ownValue } from '../json.ts';
import { limits } from '../limits.ts';
import type { Origins } from '../provenance/origin.ts';
import type { Messages } from '../words/messages.ts';
import type {
  AnswerProblem,
  Answers,
  Evaluation,
  FieldState,
  FormContext,
  GroupState,
  RowFieldState,
  RowState,
} from './evaluation.ts';

/** One evaluation under way. */
interface Run {
  readonly env: Env;
  readonly words: Messages;
  /** How many more rows the form takes; nested groups could otherwise multiply. */
  rowsLeft: number;
}

/**
 * Works out a form for some answers: pages on the way, visible fields, values, problems. Total and deterministic for any
 * JSON; one pass, because every expression points back. Answers that are not on the way are as if not given.
 */
export function evaluate(form: Form, answers: Answers, context: FormContext, origins?: Origins): Evaluation {
  const env = emptyEnv(context, form.slots, form.groups);
  const run: Run = { env, words: form.words, rowsLeft: limits.rowsOfForm };
  let ended = false;
  const pages = form.pages.map((page) => {
    const reachable = !ended && (page.condition === null || page.condition(env));
    const fields = reachable ? fieldStates(page.fields, answers, run, env.values, env.groups) : [];
    if (reachable && page.exit) ended = true;
    return { page, reachable, fields };
  });
  return { form, answers, env, today: context.today, pages, origins };
}

function fieldStates(
  fields: readonly FormField[],
  answers: JsonObject,
  run: Run,
  values: Value[],
  groups: (readonly Row[])[],
): FieldState[] {
  const states = new Array<FieldState>(fields.length);
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index];
    if (field === undefined) continue;
    states[index] =
      field.kind === 'group'
        ? groupState(field, ownValue(answers, field.id), run, groups)
        : rowFieldState(field, answers, run, values);
  }
  return states;
}

function rowFieldState(field: RowField, answers: JsonObject, run: Run, values: Value[]): RowFieldState {
  const { env } = run;
  const visible = field.condition === null || field.condition(env);
  if (field.kind === 'input')
    return visible ? inputState(field, answers, run, values) : hidden(field, answers);
  if (field.kind === 'calculated' && visible) calculate(field, env, values);
  if (field.kind === 'section') values[field.slot] = visible;
  return { field, visible, required: false, answer: undefined, problem: null };
}

function hidden(field: InputField, answers: JsonObject): RowFieldState {
  return { field, visible: false, required: false, answer: ownValue(answers, field.id), problem: null };
}

function calculate(field: CalculatedField, env: Env, values: Value[]): void {
  values[field.slot] = field.run(env);
}

function inputState(field: InputField, answers: JsonObject, run: Run, values: Value[]): RowFieldState {
  const answer = ownValue(answers, field.id);
  const required = typeof field.required === 'boolean' ? field.required : field.required(run.env);
  const problem = isBlank(answer)
    ? missing(field, required, run)
    : accept(field, answer, required, run, values);
  return { field, visible: true, required, answer, problem };
}

function isBlank(answer: Json | undefined): answer is undefined | null | '' {
  return (
    answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)
  );
}

function accept(
  field: InputField,
  answer: Json,
  required: boolean,
  run: Run,
  values: Value[],
): AnswerProblem | null {
  const { env } = run;
  const check = field.behaviour.check(answer, env);
  if (!check.ok) {
    const message = field.invalidMessage?.(env) ?? check.message;
    return check.part === undefined
      ? { kind: 'invalid', message }
      : { kind: 'invalid', message, part: check.part };
  }
  if (check.value === undefined) return missing(field, required, run);
  values[field.slot] = check.value;
  if (check.parts) keepParts(check.parts, values, field.slot + 1);
  if (field.checks.length === 0) return null;
  const broken = field.checks.find(({ holds }) => !holds(env));
  return broken ? { kind: 'invalid', message: broken.message(env) } : null;
}

function keepParts(parts: readonly Value[], values: Value[], from: number): void {
  for (const [index, part] of parts.entries()) values[from + index] = part;
}

function missing(field: InputField, required: boolean, { env, words }: Run): AnswerProblem | null {
  if (!required) return null;
  return { kind: 'missing', message: field.requiredMessage?.(env) ?? requiredMessage(field, env, words) };
}

const chosen: ReadonlySet<string> = new Set(['choice', 'multichoice', 'yesno', 'country', 'nationality']);

function requiredMessage(field: InputField, env: Env, words: Messages): string {
  const label = field.label(env);
  const { type } = field.definition;
  if (type === 'file') return words.required.file(label);
  if (type === 'declaration' || type === 'consent') return words.required.declaration(label);
  return chosen.has(type) ? words.required.choice(label) : words.required.text(label);
}

function groupState(
  field: RepeatedGroup,
  answer: Json | undefined,
  run: Run,
  groups: (readonly Row[])[],
): GroupState {
  const { env } = run;
  const visible = field.condition === null || field.condition(env);
  groups[field.index] = [];
  if (!visible) return { field, visible, required: false, answer, problem: null, rows: [] };
  const given: readonly unknown[] = Array.isArray(answer) ? answer.slice(0, field.max) : [];
  const wanted = Math.max(given.length, field.min);
  const count = Math.min(wanted, run.rowsLeft);
  run.rowsLeft -= count;
  const rows: RowState[] = [];
  for (let index = 0; index < count; index += 1) rows.push(rowState(field, given[index], index, run));
  env.rows[field.depth] = undefined;
  // Rows that nobody has begun are shown and asked for, but they do not count; those of a table are always there.
  const counted = field.fixed === null ? rows.slice(0, given.length) : rows;
  groups[field.index] = counted.map(({ row }) => row);
  const problem: AnswerProblem | null =
    count < wanted
      ? { kind: 'invalid', message: run.words.tooManyRowsOfForm }
      : groupProblem(field, answer, run.words);
  return { field, visible, required: field.min > 0, answer, problem, rows };
}

function groupProblem(field: RepeatedGroup, answer: Json | undefined, words: Messages): AnswerProblem | null {
  if (isBlank(answer)) return null;
  if (!Array.isArray(answer)) return { kind: 'invalid', message: words.wrongShape };
  if (answer.length <= field.max) return null;
  return { kind: 'invalid', message: words.tooManyRows(field.item, field.max) };
}

const noGroups: (readonly Row[])[] = [];
Object.freeze(noGroups);

function rowState(group: RepeatedGroup, given: unknown, index: number, run: Run): RowState {
  const answers: JsonObject = isJsonObject(given) ? given : {};
  const row: Row = {
    values: new Array<Value>(group.slots),
    groups: group.groups === 0 ? noGroups : Array.from({ length: group.groups }, () => []),
  };
  run.env.rows[group.depth] = row;
  const fields = fieldStates(group.fields, answers, run, row.values, row.groups);
  const key = ownValue(answers, 'key');
  return {
    key: typeof key === 'string' && /^\d{1,6}$/.test(key) ? key : String(index + 1),
    index,
    row,
    fields,
  };
}

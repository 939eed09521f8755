import type {
  CalculatedField,
  Form,
  FormField,
  InputField,
  RepeatedGroup,
  RowField,
} from '../compile/form.ts';
import type { Env, Value } from '../expression/value.ts';
import { isJsonObject, type Json, type JsonObject, ownValue } from '../json.ts';
import { messages } from '../messages.ts';
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

/**
 * Works out a form for some answers: pages on the way, visible fields, values, problems. Total and deterministic for any
 * JSON; one pass, because every expression points back. Answers that are not on the way are as if not given.
 */
export function evaluate(form: Form, answers: Answers, context: FormContext): Evaluation {
  const env: Env = {
    values: new Array<Value>(form.slots),
    groups: Array.from({ length: form.groups }, () => []),
    parameters: context.parameters,
    today: context.today,
    row: undefined,
    entry: undefined,
  };
  let ended = false;
  const pages = form.pages.map((page) => {
    const reachable = !ended && (page.condition === null || page.condition(env));
    const fields = reachable ? page.fields.map((field) => fieldState(field, answers, env)) : [];
    if (reachable && page.exit) ended = true;
    return { page, reachable, fields };
  });
  return { form, answers, env, pages };
}

function fieldState(field: FormField, answers: Answers, env: Env): FieldState {
  if (field.kind === 'group') return groupState(field, ownValue(answers, field.id), env);
  return rowFieldState(field, answers, env, env.values);
}

function rowFieldState(field: RowField, answers: JsonObject, env: Env, values: Value[]): RowFieldState {
  const visible = field.condition === null || field.condition(env);
  if (field.kind === 'input')
    return visible ? inputState(field, answers, env, values) : hidden(field, answers);
  if (field.kind === 'calculated' && visible) calculate(field, env, values);
  return { field, visible, required: false, answer: undefined, problem: null };
}

function hidden(field: InputField, answers: JsonObject): RowFieldState {
  return { field, visible: false, required: false, answer: ownValue(answers, field.id), problem: null };
}

function calculate(field: CalculatedField, env: Env, values: Value[]): void {
  values[field.slot] = field.run(env);
}

function inputState(field: InputField, answers: JsonObject, env: Env, values: Value[]): RowFieldState {
  const answer = ownValue(answers, field.id);
  const required = typeof field.required === 'boolean' ? field.required : field.required(env);
  const problem = isBlank(answer)
    ? missing(field, required, env)
    : accept(field, answer, required, env, values);
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
  env: Env,
  values: Value[],
): AnswerProblem | null {
  const check = field.behaviour.check(answer, env);
  if (!check.ok) {
    const message = field.invalidMessage?.(env) ?? check.message;
    return check.part === undefined
      ? { kind: 'invalid', message }
      : { kind: 'invalid', message, part: check.part };
  }
  if (check.value === undefined) return missing(field, required, env);
  values[field.slot] = check.value;
  check.parts?.forEach((part, index) => {
    values[field.slot + 1 + index] = part;
  });
  const broken = field.checks.find(({ holds }) => !holds(env));
  return broken ? { kind: 'invalid', message: broken.message(env) } : null;
}

function missing(field: InputField, required: boolean, env: Env): AnswerProblem | null {
  if (!required) return null;
  return { kind: 'missing', message: field.requiredMessage?.(env) ?? requiredMessage(field, env) };
}

function requiredMessage(field: InputField, env: Env): string {
  const label = field.label(env);
  const { type } = field.definition;
  if (type === 'file') return messages.required.file(label);
  if (type === 'declaration') return messages.required.declaration(label);
  if (type === 'choice' || type === 'multichoice' || type === 'yesno') return messages.required.choice(label);
  return messages.required.text(label);
}

function groupState(field: RepeatedGroup, answer: Json | undefined, env: Env): GroupState {
  const visible = field.condition === null || field.condition(env);
  if (!visible) return { field, visible, required: false, answer, problem: null, rows: [] };
  const given: readonly unknown[] = Array.isArray(answer) ? answer.slice(0, field.max) : [];
  const rows = Array.from({ length: Math.max(given.length, field.min) }, (_, index) =>
    rowState(field, given[index], index, env),
  );
  // Rows that nobody has begun are shown and asked for, but they do not count.
  env.groups[field.index] = rows.slice(0, given.length).map((row) => row.values);
  return { field, visible, required: field.min > 0, answer, problem: groupProblem(field, answer), rows };
}

function groupProblem(field: RepeatedGroup, answer: Json | undefined): AnswerProblem | null {
  if (isBlank(answer)) return null;
  if (!Array.isArray(answer)) return { kind: 'invalid', message: messages.wrongShape };
  if (answer.length <= field.max) return null;
  return { kind: 'invalid', message: messages.tooManyRows(field.definition.item, field.max) };
}

function rowState(group: RepeatedGroup, given: unknown, index: number, env: Env): RowState {
  const answers: JsonObject = isJsonObject(given) ? given : {};
  const values = new Array<Value>(group.slots);
  env.row = values;
  const fields = group.fields.map((field) => rowFieldState(field, answers, env, values));
  env.row = undefined;
  const key = ownValue(answers, 'key');
  return {
    key: typeof key === 'string' && /^\d{1,6}$/.test(key) ? key : String(index + 1),
    index,
    values,
    fields,
  };
}

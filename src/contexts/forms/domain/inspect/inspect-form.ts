import type { Form, FormField, FormPage } from '../compile/form.ts';
import { simpleFunctions } from '../expression/simple-functions.ts';
import type { ExprType } from '../expression/types.ts';
import { emptyEnv, type Value } from '../expression/value.ts';
import { isJsonObject, ownValue } from '../json.ts';
import { type InspectedOptions, inspectOptions } from './inspect-options.ts';
import { expressionOf, type InspectedExpression } from './inspected-expression.ts';

/** One field as its author wrote it, with the expressions read; kinds of fields that come later look the same. */
export interface InspectedField {
  readonly id: string;
  readonly place: string;
  readonly kind: FormField['kind'];
  readonly compiled: FormField;
  readonly condition: InspectedExpression | null;
  /** The conditions of the sections around it. */
  readonly around: readonly InspectedExpression[];
  /** What an answer is in expressions; null for hints and groups. */
  readonly type: ExprType | null;
  readonly parts: Readonly<Record<string, ExprType>>;
  readonly required: boolean | InspectedExpression;
  readonly checks: readonly InspectedExpression[];
  readonly from: InspectedExpression | null;
  readonly to: InspectedExpression | null;
  readonly options: InspectedOptions | null;
  readonly formula: InspectedExpression | null;
  /** The fields of a group's row, groups in it included. */
  readonly fields: readonly InspectedField[];
}

export interface InspectedPage {
  readonly id: string;
  readonly place: string;
  readonly compiled: FormPage;
  readonly condition: InspectedExpression | null;
  /** The page is there only where one of these is shown; null where nothing depends on that. */
  readonly anyShown: readonly InspectedField[] | null;
  readonly fields: readonly InspectedField[];
}

export interface InspectedFeeLine {
  readonly id: string;
  readonly place: string;
  readonly group: string | null;
  readonly condition: InspectedExpression | null;
  readonly amount: InspectedExpression;
}

/** A proven form with every expression as a tree, for those who reason about it instead of running it. */
export interface FormInspection {
  readonly form: Form;
  readonly pages: readonly InspectedPage[];
  readonly fee: readonly InspectedFeeLine[];
  /** Runs a function of the language on values; no value where it knows none for them. */
  readonly call: (name: string, args: readonly Value[], today: string) => Value;
}

/** Looks into a proven form. */
export function inspectForm(form: Form): FormInspection {
  return {
    form,
    pages: form.pages.map((page) => inspectPage(page, form)),
    fee: (form.definition.fee?.lines ?? []).flatMap((line, index) => {
      const place = `fee.lines[${index}]`;
      const amount = expressionOf(`${place}.amount`, line.amount);
      const condition = expressionOf(`${place}.condition`, line.condition);
      return amount ? [{ id: line.id, place, group: line.forEach ?? null, condition, amount }] : [];
    }),
    call,
  };
}

function call(name: string, args: readonly Value[], today: string): Value {
  if (args.includes(undefined)) return undefined;
  const env = emptyEnv({ parameters: { single: {}, tables: {} }, today });
  return simpleFunctions.get(name)?.run(args, env);
}

function inspectPage(page: FormPage, form: Form): InspectedPage {
  const { definition } = form;
  const at = definition.pages.findIndex(({ id }) => id === page.authored);
  const place = `pages[${at}]`;
  const fields = page.fields.map((field) => inspectField(field, form, ''));
  const questions = fields.filter(({ kind }) => kind === 'input' || kind === 'group');
  const isFurther = page.id !== page.authored;
  return {
    id: page.id,
    place,
    compiled: page,
    condition: expressionOf(`${place}.condition`, definition.pages[at]?.condition),
    anyShown: isFurther && questions.every(isConditional) ? questions : null,
    fields,
  };
}

function isConditional({ condition, around }: InspectedField): boolean {
  return condition !== null || around.length > 0;
}

function inspectField(field: FormField, form: Form, path: string): InspectedField {
  const { place } = field;
  const definition: unknown = field.definition;
  const written = (name: string): unknown =>
    isJsonObject(definition) ? ownValue(definition, name) : undefined;
  return {
    id: field.id,
    place,
    kind: field.kind,
    compiled: field,
    condition: expressionOf(`${place}.condition`, written('condition')),
    around: aroundOf(field),
    ...typeOf(field),
    required: requiredOf(field, written('required')),
    checks: [...checksOf(written('checks'), place), ...rulesOf(form, path + field.id)],
    from: expressionOf(`${place}.from`, written('from')),
    to: expressionOf(`${place}.to`, written('to')),
    options:
      field.kind === 'input' ? inspectOptions(written('options'), `${place}.options`, form.definition) : null,
    formula: field.kind === 'calculated' ? expressionOf(`${place}.value`, written('value')) : null,
    fields:
      field.kind === 'group'
        ? field.fields.map((inner) => inspectField(inner, form, `${path}${field.id}.`))
        : [],
  };
}

function aroundOf({ section }: FormField): InspectedExpression[] {
  if (!section) return [];
  const own = expressionOf(`${section.place}.condition`, section.definition.condition);
  return [...aroundOf(section), ...(own ? [own] : [])];
}

function requiredOf(field: FormField, written: unknown): InspectedField['required'] {
  if (field.kind !== 'input') return false;
  if (typeof field.required === 'boolean') return field.required;
  return expressionOf(`${field.place}.required`, written) ?? false;
}

function typeOf(field: FormField): Pick<InspectedField, 'type' | 'parts'> {
  if (field.kind === 'input') return { type: field.behaviour.type, parts: field.behaviour.parts ?? {} };
  if (field.kind !== 'calculated') return { type: null, parts: {} };
  return { type: { kind: field.type }, parts: {} };
}

function checksOf(checks: unknown, place: string): InspectedExpression[] {
  if (!Array.isArray(checks)) return [];
  return checks.flatMap((check: unknown, index) => {
    const holds = isJsonObject(check) ? ownValue(check, 'holds') : undefined;
    return expressionOf(`${place}.checks[${index}].holds`, holds) ?? [];
  });
}

/** The machine rules of the definition that are checked at a field. */
function rulesOf({ definition }: Form, path: string): InspectedExpression[] {
  return (definition.rules ?? []).flatMap(({ field, holds }, index) =>
    field === path ? (expressionOf(`rules[${index}].holds`, holds) ?? []) : [],
  );
}

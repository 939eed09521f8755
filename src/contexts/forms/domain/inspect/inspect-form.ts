import type { Form, FormField, FormPage, RowField } from '../compile/form.ts';
import { parseExpression } from '../expression/parse.ts';
import { simpleFunctions } from '../expression/simple-functions.ts';
import type { Node } from '../expression/syntax.ts';
import type { ExprType } from '../expression/types.ts';
import type { Value } from '../expression/value.ts';
import { isJsonObject, ownValue } from '../json.ts';

/** A condition, check or formula with its place in the definition. */
export interface InspectedExpression {
  readonly place: string;
  readonly source: string;
  readonly node: Node;
}

/** Something that can be chosen: a fixed value, or the rows of a parameter table. */
export type InspectedOptions =
  | {
      readonly kind: 'fixed';
      readonly options: readonly {
        readonly value: string;
        readonly place: string;
        readonly condition: InspectedExpression | null;
      }[];
    }
  | {
      readonly kind: 'table';
      readonly place: string;
      readonly table: string;
      readonly column: string;
      readonly condition: InspectedExpression | null;
    };

/** One field as its author wrote it, with the expressions read; kinds of fields that come later look the same. */
export interface InspectedField {
  readonly id: string;
  readonly place: string;
  readonly kind: FormField['kind'];
  readonly compiled: FormField;
  readonly condition: InspectedExpression | null;
  /** What an answer is in expressions; null for hints and groups. */
  readonly type: ExprType | null;
  readonly parts: Readonly<Record<string, ExprType>>;
  readonly required: boolean | InspectedExpression;
  readonly checks: readonly InspectedExpression[];
  readonly from: InspectedExpression | null;
  readonly to: InspectedExpression | null;
  readonly options: InspectedOptions | null;
  readonly formula: InspectedExpression | null;
  /** The fields of a group's row. */
  readonly fields: readonly InspectedField[];
}

export interface InspectedPage {
  readonly id: string;
  readonly place: string;
  readonly compiled: FormPage;
  readonly condition: InspectedExpression | null;
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
    pages: form.pages.map((page, index) => inspectPage(page, `pages[${index}]`, form)),
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
  const env = {
    values: [],
    groups: [],
    parameters: { single: {}, tables: {} },
    today,
    row: undefined,
    entry: undefined,
  };
  return simpleFunctions.get(name)?.run(args, env);
}

function expressionOf(place: string, source: unknown): InspectedExpression | null {
  if (typeof source !== 'string') return null;
  const parsed = parseExpression(source);
  return parsed.ok ? { place, source, node: parsed.node } : null;
}

function inspectPage(page: FormPage, place: string, { definition }: Form): InspectedPage {
  return {
    id: page.id,
    place,
    compiled: page,
    condition: expressionOf(`${place}.condition`, definition.pages[page.index]?.condition),
    fields: page.fields.map((field, index) => inspectField(field, `${place}.fields[${index}]`)),
  };
}

function inspectField(field: FormField, place: string): InspectedField {
  const definition: unknown = field.definition;
  const written = (name: string): unknown =>
    isJsonObject(definition) ? ownValue(definition, name) : undefined;
  const required = written('required');
  return {
    id: field.id,
    place,
    kind: field.kind,
    compiled: field,
    condition: expressionOf(`${place}.condition`, written('condition')),
    ...typeOf(field),
    required:
      field.kind !== 'input'
        ? false
        : (expressionOf(`${place}.required`, required) ?? (typeof required === 'boolean' ? required : true)),
    checks: checksOf(written('checks'), place),
    from: expressionOf(`${place}.from`, written('from')),
    to: expressionOf(`${place}.to`, written('to')),
    options: field.kind === 'input' ? optionsOf(written('options'), `${place}.options`) : null,
    formula: field.kind === 'calculated' ? expressionOf(`${place}.value`, written('value')) : null,
    fields:
      field.kind === 'group'
        ? field.fields.map((inner, index) => inspectField(inner, `${place}.fields[${index}]`))
        : [],
  };
}

function typeOf(field: FormField): Pick<InspectedField, 'type' | 'parts'> {
  if (field.kind === 'input') return { type: field.behaviour.type, parts: field.behaviour.parts ?? {} };
  return { type: isCalculated(field) ? { kind: field.type } : null, parts: {} };
}

function isCalculated(field: FormField): field is Extract<RowField, { kind: 'calculated' }> {
  return field.kind === 'calculated';
}

function checksOf(checks: unknown, place: string): InspectedExpression[] {
  if (!Array.isArray(checks)) return [];
  return checks.flatMap((check: unknown, index) => {
    const holds = isJsonObject(check) ? ownValue(check, 'holds') : undefined;
    return expressionOf(`${place}.checks[${index}].holds`, holds) ?? [];
  });
}

function optionsOf(options: unknown, place: string): InspectedOptions | null {
  if (Array.isArray(options)) {
    return {
      kind: 'fixed',
      options: options.flatMap((option: unknown, index) => {
        if (!isJsonObject(option)) return [];
        const at = `${place}[${index}]`;
        const condition = expressionOf(`${at}.condition`, ownValue(option, 'condition'));
        return [{ value: String(ownValue(option, 'value')), place: at, condition }];
      }),
    };
  }
  if (!isJsonObject(options)) return null;
  const [table, column] = [ownValue(options, 'from'), ownValue(options, 'value')];
  if (typeof table !== 'string' || typeof column !== 'string') return null;
  const condition = expressionOf(`${place}.condition`, ownValue(options, 'condition'));
  return { kind: 'table', place, table, column, condition };
}

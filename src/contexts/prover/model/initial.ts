import type { ParameterValues } from '#forms';
import { type Abstract, either, numbers, textOf, withNone, yes } from '../values/abstract.ts';
import { allOfKind } from './literals.ts';
import type { InspectedField } from './model.ts';

/** Every answer that the field itself accepts, or none. Kinds of fields that this does not know may hold anything of their type. */
export function initialValue(field: InspectedField, values: ParameterValues | null): Abstract {
  const kind = field.type?.kind ?? 'unknown';
  const written = field.compiled.definition;
  if (kind === 'boolean') return withNone(written.type === 'declaration' ? yes : either);
  if (kind === 'text') return withNone(textValues(field, values));
  if (kind === 'texts') return withNone(textsValues(field, values));
  if (kind === 'integer' || kind === 'decimal' || kind === 'money')
    return withNone(numberValues(field, kind));
  return withNone(allOfKind(kind));
}

function numberAt(field: InspectedField, name: string): number | undefined {
  const definition: object = field.compiled.definition;
  const value: unknown = Reflect.get(definition, name);
  return typeof value === 'number' ? value : undefined;
}

const largest = 10_000_000_000;

function numberValues(field: InspectedField, kind: 'integer' | 'decimal' | 'money'): Abstract {
  const { type } = field.compiled.definition;
  if (type === 'file') return numbers('integer', 1, Math.max(1, numberAt(field, 'maxCount') ?? 1));
  if (kind === 'money') {
    const low = numberAt(field, 'minCents') ?? (type === 'money' ? 0 : -largest);
    return numbers('money', low, numberAt(field, 'maxCents') ?? largest * 100);
  }
  const factor = kind === 'decimal' ? 1000 : 1;
  const low = Math.ceil((numberAt(field, 'min') ?? -largest) * factor);
  return numbers(kind, low, Math.floor((numberAt(field, 'max') ?? largest) * factor));
}

/** The values that can be chosen where they are known. */
function choicesOf(
  { type, options }: InspectedField,
  values: ParameterValues | null,
): readonly string[] | null {
  if (type && 'values' in type && type.values) return type.values;
  if (options?.kind !== 'table' || !values) return null;
  const column = (values.tables[options.table] ?? []).map((row) => row[options.column]);
  return [...new Set(column.filter((value) => typeof value === 'string'))];
}

function textValues(field: InspectedField, values: ParameterValues | null): Abstract {
  const choices = choicesOf(field, values);
  if (choices) return textOf(choices, null);
  const shortest = numberAt(field, 'minLength') ?? 1;
  return textOf([], { shortest, longest: numberAt(field, 'maxLength') ?? 10_000 });
}

function textsValues(field: InspectedField, values: ParameterValues | null): Abstract {
  const choices = choicesOf(field, values);
  if (!choices) return allOfKind('texts');
  return {
    none: false,
    known:
      choices.length > 0 ? { kind: 'texts', sure: new Set(), maybe: new Set(choices), other: false } : null,
  };
}

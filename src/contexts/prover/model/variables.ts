import type { Onlinedienst } from '#forms/onlinedienst';
import { type Abstract, numbers } from '../values/abstract.ts';
import { compileTerm, type TermContext, termOf } from './compile-term.ts';
import { rulesOf } from './field-rules.ts';
import { initialValue } from './initial.ts';
import { allOfKind, exactly } from './literals.ts';
import type { InspectedField, Variable } from './model.ts';
import { countKey, groupWithin, keyIn } from './row-path.ts';
import { allOf, type Term, valueTerm } from './term.ts';

/** The names of all answers under a field, those in rows of rows included. */
export function keysOf(field: InspectedField, rows: string | null): readonly string[] {
  if (field.kind === 'group') {
    const own = groupWithin(rows, field.id);
    return field.fields.flatMap((inner) => keysOf(inner, own));
  }
  if (!field.type) return [];
  return [field.id, ...Object.keys(field.parts).map((part) => `${field.id}.${part}`)].map((name) =>
    keyIn(rows, name),
  );
}

/** The groups at and under a field. */
export function groupsOf({ kind, id, fields }: InspectedField, rows: string | null): readonly string[] {
  if (kind !== 'group') return [];
  const own = groupWithin(rows, id);
  return [own, ...fields.flatMap((inner) => groupsOf(inner, own))];
}

/** The conditions of the sections in which a field stands. */
export function aroundOf({ around }: InspectedField, context: TermContext): Term[] {
  return around.map(({ node }) => compileTerm(node, context));
}

/** Something that no page asks for. */
export function standing(key: string, initial: Abstract): Variable {
  const nothing = { condition: null, required: null, rules: [], formula: null, part: null };
  return { key, place: key, page: -1, group: null, initial, ...nothing };
}

export function parameterVariables({ parameters }: Onlinedienst['form']): readonly Variable[] {
  return Object.entries(parameters).flatMap(([name, definition]) => {
    if (definition.type === 'table') return [];
    const all = allOfKind(definition.type);
    return [standing(`param.${name}`, definition.optional ? { ...all, none: true } : all)];
  });
}

/** What a field can be answered with; of a group the number of its rows, and what stands in a row. */
export function variablesOf(field: InspectedField, page: number, context: TermContext): readonly Variable[] {
  if (field.kind === 'group') {
    const inside = { ...context, row: groupWithin(context.row, field.id) };
    const inner = field.fields.flatMap((each) => variablesOf(each, page, inside));
    return [countVariable(field, page, context), ...inner];
  }
  if (!field.type) return [];
  const key = keyIn(context.row, field.id);
  const common = { place: field.place, page, group: context.row, condition: shownTerm(field, context) };
  const isInput = field.kind === 'input';
  const main: Variable = {
    ...common,
    key,
    required: isInput ? requiredTerm(field, context) : null,
    initial: isInput ? initialValue(field, context.values) : allOfKind(field.type.kind),
    rules: isInput ? rulesOf(field, key, context) : [],
    formula: termOf(field.formula, context),
    part: null,
  };
  const parts = Object.entries(field.parts).map(
    ([part, type]): Variable => ({
      ...common,
      key: `${key}.${part}`,
      condition: null,
      required: null,
      initial: allOfKind(type.kind, 200),
      rules: [],
      formula: null,
      part: { of: key, always: isWhole(field) },
    }),
  );
  return [main, ...parts];
}

/** Whether each part is there as soon as the answer is. */
function isWhole({ compiled }: InspectedField): boolean {
  return compiled.definition.type === 'address' && compiled.definition.country !== true;
}

function shownTerm(field: InspectedField, context: TermContext): Term | null {
  const own = termOf(field.condition, context);
  const terms = [...aroundOf(field, context), ...(own ? [own] : [])];
  return terms.length > 1 ? allOf(terms) : (terms[0] ?? null);
}

function requiredTerm({ required }: InspectedField, context: TermContext): Term {
  if (typeof required !== 'boolean') return compileTerm(required.node, context);
  return valueTerm(exactly('boolean', required), String(required));
}

function countVariable(group: InspectedField, page: number, context: TermContext): Variable {
  const { compiled } = group;
  const [min, max] = compiled.kind === 'group' ? [compiled.min, compiled.max] : [0, 500];
  const isFixed = compiled.kind === 'group' && compiled.fixed !== null;
  const asks = group.fields.some(
    ({ required, condition, around }) => required === true && condition === null && around.length === 0,
  );
  return {
    ...standing(
      countKey(groupWithin(context.row, group.id)),
      numbers('integer', asks || isFixed ? min : 0, max),
    ),
    place: group.place,
    page,
    group: context.row,
    condition: shownTerm(group, context),
  };
}

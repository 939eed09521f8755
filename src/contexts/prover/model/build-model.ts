import { inspectForm, type ParameterValues } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import { type Abstract, numbers } from '../values/abstract.ts';
import { dayOf } from '../values/dates.ts';
import { withCandidates } from './candidates.ts';
import { compileTerm, type TermContext, termOf } from './compile-term.ts';
import { rulesOf } from './field-rules.ts';
import { initialValue } from './initial.ts';
import { allOfKind, exactly } from './literals.ts';
import type { InspectedField, Model, ModelFeeLine, ModelField, ModelPage, Variable } from './model.ts';
import { allOf, anyOf, notTerm, type Term, valueTerm } from './term.ts';

type Form = Onlinedienst['form'];
type InspectedPage = ReturnType<typeof inspectForm>['pages'][number];

/** Days after the day of the proof for which it holds. */
const horizon = 366;

/**
 * Makes a form ready to be searched: for one Kommune with its values, or (`null`) for every Kommune. The proof holds from
 * `today` for a year.
 */
export function buildModel(form: Form, values: ParameterValues | null, today: string): Model {
  const inspection = inspectForm(form);
  const keys = inspection.pages.flatMap(({ fields }) => fields.flatMap(keysOf));
  const groups = new Set(
    inspection.pages.flatMap(({ fields }) =>
      fields.filter(({ kind }) => kind === 'group').map(({ id }) => id),
    ),
  );
  const context: TermContext = {
    values,
    definitions: form.parameters,
    groups,
    known: new Set(keys),
    row: null,
    entry: null,
  };
  const pages = inspection.pages.map(
    (page, index): ModelPage => ({
      id: page.id,
      index,
      place: page.place,
      condition: pageCondition(page, context),
      exit: page.compiled.exit,
    }),
  );
  const found = new Map<string, Variable>();
  const add = (variables: readonly Variable[]): void => {
    for (const each of variables) found.set(each.key, each);
  };
  add([standing('today', numbers('date', dayOf(today), dayOf(today) + horizon))]);
  add(parameterVariables(form));
  for (const [index, { fields }] of inspection.pages.entries())
    for (const field of fields) add(variablesOf(field, index, context, null));
  const fields = inspection.pages.flatMap((page, index) =>
    page.fields.flatMap((field) => modelFields(field, index, context, null)),
  );
  const fee = inspection.fee.map((line) => feeLine(line, context));
  const model = { inspection, pages, variables: found, fields, fee, context, today };
  return { ...model, variables: withCandidates(model) };
}

function pageCondition({ condition, anyShown }: InspectedPage, context: TermContext): Term | null {
  const own = termOf(condition, context);
  if (!anyShown) return own;
  const shown = anyOf(
    anyShown.map((field) =>
      allOf([...aroundOf(field, context), termOf(field.condition, context)].filter((term) => term !== null)),
    ),
  );
  return own ? allOf([own, shown]) : shown;
}

/** The conditions of the sections in which a field stands. */
function aroundOf({ around }: InspectedField, context: TermContext): Term[] {
  return around.map(({ node }) => compileTerm(node, context));
}

function shownTerm(field: InspectedField, context: TermContext): Term | null {
  const own = termOf(field.condition, context);
  const terms = [...aroundOf(field, context), ...(own ? [own] : [])];
  return terms.length > 1 ? allOf(terms) : (terms[0] ?? null);
}

function modelFields(
  field: InspectedField,
  page: number,
  context: TermContext,
  group: InspectedField | null,
): ModelField[] {
  const inner = field.kind === 'group' && group === null ? field.fields : [];
  return [
    { field, page, group, condition: termOf(field.condition, context), around: aroundOf(field, context) },
    ...inner.flatMap((each) => modelFields(each, page, { ...context, row: field.id }, field)),
  ];
}

function feeLine(line: ModelFeeLine['line'], context: TermContext): ModelFeeLine {
  const own = line.group === null ? context : { ...context, row: line.group };
  return { line, condition: termOf(line.condition, own), amount: compileTerm(line.amount.node, own) };
}

function keysOf(field: InspectedField): string[] {
  if (field.kind === 'group')
    return field.fields.flatMap((inner) => keysOf(inner).map((key) => `row:${field.id}.${key}`));
  if (!field.type) return [];
  return [field.id, ...Object.keys(field.parts).map((part) => `${field.id}.${part}`)];
}

function standing(key: string, initial: Abstract): Variable {
  const nothing = { condition: null, required: null, rules: [], formula: null, part: null };
  return { key, place: key, page: -1, group: null, initial, ...nothing };
}

function parameterVariables({ parameters }: Form): Variable[] {
  return Object.entries(parameters).flatMap(([name, definition]) => {
    if (definition.type === 'table') return [];
    const all = allOfKind(definition.type);
    return [standing(`param.${name}`, definition.optional ? { ...all, none: true } : all)];
  });
}

function variablesOf(
  field: InspectedField,
  page: number,
  context: TermContext,
  group: InspectedField | null,
): Variable[] {
  if (field.kind === 'group') {
    if (group) return [];
    const inner = field.fields.flatMap((each) =>
      variablesOf(each, page, { ...context, row: field.id }, field),
    );
    return [countVariable(field, page, context), ...inner];
  }
  if (!field.type) return [];
  const key = group ? `row:${group.id}.${field.id}` : field.id;
  const common = {
    place: field.place,
    page,
    group: group?.id ?? null,
    condition: shownTerm(field, context),
  };
  const main: Variable = {
    ...common,
    key,
    required: field.kind === 'input' ? requiredTerm(field, context) : null,
    initial: field.kind === 'input' ? initialValue(field, context.values) : allOfKind(field.type.kind),
    rules: field.kind === 'input' ? rulesOf(field, key, context) : [],
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
    ...standing(`count:${group.id}`, numbers('integer', asks || isFixed ? min : 0, max)),
    place: group.place,
    page,
    condition: shownTerm(group, context),
  };
}

/** What must hold for a page to be on the way: its condition, and no exit before it. */
export function wayTo({ pages }: Pick<Model, 'pages'>, index: number): Term {
  const before = pages.slice(0, index).filter(({ exit }) => exit);
  const own = pages[index]?.condition ?? null;
  const stops = before.map(({ condition }) =>
    notTerm(condition ?? valueTerm(exactly('boolean', true), 'true')),
  );
  return allOf([...(own ? [own] : []), ...stops]);
}

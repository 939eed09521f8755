import { inspectForm, type ParameterValues } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import { numbers } from '../values/abstract.ts';
import { dayOf } from '../values/dates.ts';
import { withCandidates } from './candidates.ts';
import { compileTerm, type TermContext, termOf } from './compile-term.ts';
import { exactly } from './literals.ts';
import type { InspectedField, Model, ModelFeeLine, ModelField, ModelPage, Variable } from './model.ts';
import { countKey, groupsTo, groupWithin } from './row-path.ts';
import { allOf, anyOf, notTerm, type Term, valueTerm } from './term.ts';
import { aroundOf, groupsOf, keysOf, parameterVariables, standing, variablesOf } from './variables.ts';

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
  const keys = inspection.pages.flatMap(({ fields }) => fields.flatMap((field) => keysOf(field, null)));
  const groups = new Set(
    inspection.pages.flatMap(({ fields }) => fields.flatMap((field) => groupsOf(field, null))),
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
    for (const field of fields) add(variablesOf(field, index, context));
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

function modelFields(
  field: InspectedField,
  page: number,
  context: TermContext,
  group: InspectedField | null,
): ModelField[] {
  const inside = { ...context, row: groupWithin(context.row, field.id) };
  const rows = context.row;
  const condition = termOf(field.condition, context);
  return [
    { field, page, group, rows, condition, around: aroundOf(field, context) },
    ...(field.kind === 'group' ? field.fields : []).flatMap((each) => modelFields(each, page, inside, field)),
  ];
}

function feeLine(line: ModelFeeLine['line'], context: TermContext): ModelFeeLine {
  const own = line.group === null ? context : { ...context, row: line.group };
  return { line, condition: termOf(line.condition, own), amount: compileTerm(line.amount.node, own) };
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

/** What must hold for rows to be there: their page is on the way, and the groups around them are shown. */
export function wayInto(
  model: Pick<Model, 'pages' | 'variables'>,
  page: number,
  rows: string | null,
): readonly Term[] {
  const groups = groupsTo(rows).map((group) => model.variables.get(countKey(group))?.condition ?? null);
  return [wayTo(model, page), ...groups].filter((term) => term !== null);
}

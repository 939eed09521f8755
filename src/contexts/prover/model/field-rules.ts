import { comparison, compileTerm, type TermContext, termOf } from './compile-term.ts';
import { exactly } from './literals.ts';
import type { InspectedField } from './model.ts';
import { anyOf, notTerm, type Term, valueTerm, variable } from './term.ts';

/** Checks, bounds of days and conditions of options: what an accepted answer fulfils. */
export function rulesOf(field: InspectedField, key: string, context: TermContext): Term[] {
  const own = variable(key);
  const bounds = [
    ...(field.from ? [notTerm(comparison('<', own, compileTerm(field.from.node, context)))] : []),
    ...(field.to ? [notTerm(comparison('<', compileTerm(field.to.node, context), own))] : []),
  ];
  const checks = field.checks.map(({ node }) => compileTerm(node, context));
  return [...bounds, ...optionRules(field, own, context), ...checks];
}

function optionRules(field: InspectedField, own: Term, context: TermContext): Term[] {
  return optionTerms(field, context).flatMap(({ value, allowed }) =>
    allowed ? [anyOf([notTerm(isChosen(field, own, value)), allowed])] : [],
  );
}

function isChosen({ type }: InspectedField, own: Term, value: string): Term {
  const literal = valueTerm(exactly('text', value), `text:${value}`);
  if (type?.kind === 'texts')
    return { op: 'member', id: `(${literal.id} in ${own.id})`, value: literal, list: own };
  return comparison('=', own, literal);
}

/** Each value that can be chosen, and when; the rows of a table only where the Kommune's values are known. */
export function optionTerms(
  { options }: InspectedField,
  context: TermContext,
): readonly { readonly value: string; readonly place: string; readonly allowed: Term | null }[] {
  if (!options) return [];
  if (options.kind === 'fixed') {
    return options.options.map(({ value, place, condition }) => ({
      value,
      place,
      allowed: termOf(condition, context),
    }));
  }
  if (options.kind === 'list') return listTerms(options, context);
  const rows = context.values?.tables[options.table] ?? [];
  const { condition, column, place, table } = options;
  const byValue = new Map<string, (Term | null)[]>();
  for (const row of rows) {
    const value = row[column];
    if (typeof value !== 'string') continue;
    const term = condition ? compileTerm(condition.node, { ...context, entry: { table, row } }) : null;
    byValue.set(value, [...(byValue.get(value) ?? []), term]);
  }
  return [...byValue].map(([value, terms]) => {
    const some = terms.filter((term) => term !== null);
    return { value, place, allowed: some.length < terms.length ? null : anyOf(some) };
  });
}

type ListOptions = Extract<NonNullable<InspectedField['options']>, { kind: 'list' }>;

/** Longer lists are not written out. */
const mostEntries = 300;

function listTerms(
  { entries, condition, place }: ListOptions,
  context: TermContext,
): ReturnType<typeof optionTerms> {
  if (entries.length > mostEntries) return condition ? [] : [{ value: '', place, allowed: null }];
  return entries.map(({ value, label }) => {
    const entry = { table: '', row: { value, label } };
    return { value, place, allowed: condition ? compileTerm(condition.node, { ...context, entry }) : null };
  });
}

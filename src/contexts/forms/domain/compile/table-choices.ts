import type { TableOptions } from '../definition/option-schema.ts';
import type { Env, TableRow } from '../expression/value.ts';
import type { Choice, Choices } from '../fields/choice-fields.ts';
import { choicesLike } from '../fields/search-choices.ts';
import { complain, optionalTemplate, template, test } from './compiler.ts';
import { scopeOf } from './declarations.ts';
import { tableColumns } from './parameter-names.ts';
import type { Place } from './place.ts';

/** Runs something with an entry in hand, so that its expressions see it. */
export function withEntry<T>(env: Env, entry: TableRow, run: () => T): T {
  const before = env.entry;
  env.entry = entry;
  const result = run();
  env.entry = before;
  return result;
}

/** Rows of a parameter table as choices; they are known only with the values of a Kommune. */
export function fromTable(place: Place, options: TableOptions, display: string | undefined): Choices {
  const { compiler, declarations, group } = place;
  const at = `${place.at}.options`;
  if (display === 'search')
    complain(
      compiler,
      `${place.at}.display`,
      'Suchen lässt sich nur in einer Codeliste oder in festen Einträgen.',
    );
  const known = declarations.parameters;
  const table = Object.hasOwn(known, options.from) ? known[options.from] : undefined;
  if (table?.type !== 'table') {
    complain(compiler, `${at}.from`, `Eine Tabelle „${options.from}“ gibt es in den Parametern nicht.`);
  } else if (!Object.hasOwn(table.columns, options.value) || table.columns[options.value]?.type !== 'text') {
    complain(
      compiler,
      `${at}.value`,
      `Die Tabelle „${options.from}“ hat keine Textspalte „${options.value}“.`,
    );
  }
  const scope = scopeOf(declarations, group, tableColumns(known, options.from));
  const label = template(compiler, `${at}.label`, options.label, scope);
  const hint = optionalTemplate(compiler, `${at}.hint`, options.hint, scope);
  const condition = test(compiler, `${at}.condition`, options.condition, scope);
  const each = <T>(env: Env, pick: (value: string) => T | undefined): T[] => {
    const seen = new Map<string, T>();
    for (const entry of env.parameters.tables[options.from] ?? []) {
      const value = entry[options.value];
      if (typeof value !== 'string' || seen.has(value)) continue;
      const picked = withEntry(env, entry, () =>
        condition === null || condition(env) ? pick(value) : undefined,
      );
      if (picked !== undefined) seen.set(value, picked);
    }
    return [...seen.values()];
  };
  const visible = (env: Env): Choice[] =>
    each(env, (value) => ({ value, label: label(env), hint: hint?.(env) ?? null }));
  return {
    values: undefined,
    allows: (wanted, env) => each(env, (value) => (value === wanted ? true : undefined)).length > 0,
    visible,
    labelOf: (wanted, env) => each(env, (value) => (value === wanted ? label(env) : undefined))[0] ?? wanted,
    named: () => null,
    like: (text, env) => choicesLike(visible(env), text),
  };
}

import { foldGerman } from '#kernel';
import type { FixedOptions, ListOptions, Options, TableOptions } from '../definition/option-schema.ts';
import type { Columns } from '../expression/scope.ts';
import type { Template } from '../expression/template.ts';
import { textType } from '../expression/types.ts';
import type { Env, TableRow } from '../expression/value.ts';
import type { Choice, Choices } from '../fields/choice-fields.ts';
import { countryChoices, nationalityChoices } from '../fields/countries.ts';
import { choicesLike, searchable } from '../fields/search-choices.ts';
import { type Compiler, complain, optionalTemplate, template, test } from './compiler.ts';
import { scopeOf } from './declarations.ts';
import type { InputDefinition, Test } from './form.ts';
import { tableColumns } from './parameter-names.ts';
import { type Place, scopeAt } from './place.ts';

/** The choices of a field, whether written down, of a code list, or rows of a parameter table; null where it has none. */
export function compileChoices(place: Place, field: InputDefinition): Choices | null {
  const { compiler } = place;
  if (field.type === 'country') return shared(compiler, 'country', () => countryChoices(compiler.language));
  if (field.type === 'nationality')
    return shared(compiler, 'nationality', () => nationalityChoices(compiler.language));
  if (field.type !== 'choice' && field.type !== 'multichoice') return null;
  const { options } = field;
  const display = field.type === 'choice' ? field.display : undefined;
  return isFixed(options) ? fixed(place, options) : further(place, options, display);
}

function isFixed(options: Options): options is FixedOptions {
  return Array.isArray(options);
}

function further(place: Place, options: TableOptions | ListOptions, display: string | undefined): Choices {
  return 'list' in options ? fromList(place, options) : fromTable(place, options, display);
}

// Names of code lists have no colon, so these can be no author's.
function shared(compiler: Compiler, name: string, make: () => Choices): Choices {
  const known = compiler.lists.get(`:${name}`) ?? make();
  compiler.lists.set(`:${name}`, known);
  return known;
}

interface FixedChoice {
  readonly value: string;
  readonly label: Template;
  readonly hint: Template | null;
  readonly condition: Test | null;
}

function fixed(place: Place, options: FixedOptions): Choices {
  const { compiler } = place;
  const scope = scopeAt(place);
  const choices = new Map<string, FixedChoice>();
  for (const [index, option] of options.entries()) {
    const at = `${place.at}.options[${index}]`;
    if (choices.has(option.value)) {
      complain(
        compiler,
        `${at}.value`,
        `Der Wert „${option.value}“ kommt zweimal vor. Geben Sie jedem Eintrag einen eigenen.`,
      );
    }
    choices.set(option.value, {
      value: option.value,
      label: template(compiler, `${at}.label`, option.label, scope),
      hint: optionalTemplate(compiler, `${at}.hint`, option.hint, scope),
      condition: test(compiler, `${at}.condition`, option.condition, scope),
    });
  }
  const all = [...choices.values()];
  const applies = (choice: FixedChoice, env: Env): boolean =>
    choice.condition === null || choice.condition(env);
  const visible = (env: Env): Choice[] =>
    all
      .filter((choice) => applies(choice, env))
      .map(({ value, label, hint }) => ({ value, label: label(env), hint: hint?.(env) ?? null }));
  return {
    values: [...choices.keys()],
    allows: (value, env) => {
      const choice = choices.get(value);
      return choice !== undefined && applies(choice, env);
    },
    visible,
    labelOf: (value, env) => choices.get(value)?.label(env) ?? value,
    named: (text) => (choices.has(text) ? text : namedBy(options, text)),
    like: (text, env) => choicesLike(visible(env), text),
  };
}

/** The value of the one option whose label is the text; labels that are filled in later cannot be typed. */
function namedBy(options: FixedOptions, text: string): string | null {
  const wanted = foldGerman(text);
  const found = options.filter(({ label }) => foldGerman(label) === wanted);
  return found.length === 1 ? (found[0]?.value ?? null) : null;
}

const entryColumns: Columns = ([column = '']) => {
  if (column !== 'value' && column !== 'label')
    return { problem: `Ein Eintrag hat kein „${column}“. Möglich: value, label.` };
  return { type: textType, key: 'entry', read: (env) => env.entry?.[column] };
};

function fromList(place: Place, { list, condition }: ListOptions): Choices {
  const { compiler, declarations, group, at } = place;
  const found = Object.hasOwn(compiler.codeLists, list) ? compiler.codeLists[list] : undefined;
  if (!found) {
    complain(compiler, `${at}.options.list`, `Eine Codeliste „${list}“ gibt es in codeLists nicht.`);
    return searchable([]);
  }
  const all = compiler.lists.get(list) ?? listChoices(compiler, list);
  compiler.lists.set(list, all);
  const holds = test(
    compiler,
    `${at}.options.condition`,
    condition,
    scopeOf(declarations, group, entryColumns),
  );
  return holds === null ? all : narrowed(all, holds);
}

function listChoices(compiler: Compiler, list: string): Choices {
  const entries = compiler.codeLists[list]?.entries ?? [];
  const seen = new Set<string>();
  for (const [index, { value }] of entries.entries()) {
    if (seen.has(value))
      complain(
        compiler,
        `codeLists.${list}.entries[${index}].value`,
        `Der Wert „${value}“ kommt zweimal vor.`,
      );
    seen.add(value);
  }
  return searchable(entries.map(({ value, label, hint = null }) => ({ value, label, hint })));
}

/** Those of a list's entries for which a condition holds. */
function narrowed(all: Choices, holds: Test): Choices {
  const fits = ({ value, label }: Choice, env: Env): boolean =>
    withEntry(env, { value, label }, () => holds(env));
  const visible = (env: Env): readonly Choice[] => all.visible(env).filter((choice) => fits(choice, env));
  return {
    ...all,
    allows: (value, env) =>
      all.allows(value, env) && fits({ value, label: all.labelOf(value, env), hint: null }, env),
    visible,
    like: (text, env) => choicesLike(visible(env), text),
  };
}

function withEntry<T>(env: Env, entry: TableRow, run: () => T): T {
  const before = env.entry;
  env.entry = entry;
  const result = run();
  env.entry = before;
  return result;
}

function fromTable(place: Place, options: TableOptions, display: string | undefined): Choices {
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

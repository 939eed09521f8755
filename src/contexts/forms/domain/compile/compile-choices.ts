import { foldGerman } from '#kernel';
import type { FixedOptions, ListOptions, Options, TableOptions } from '../definition/option-schema.ts';
import type { Columns } from '../expression/scope.ts';
import type { Template } from '../expression/template.ts';
import { textType } from '../expression/types.ts';
import type { Env } from '../expression/value.ts';
import type { Choice, Choices } from '../fields/choice-fields.ts';
import { countryChoices, nationalityChoices } from '../fields/countries.ts';
import { choicesLike, searchable } from '../fields/search-choices.ts';
import { type Compiler, complain, optionalTemplate, template, test } from './compiler.ts';
import { scopeOf } from './declarations.ts';
import type { InputDefinition, Test } from './form.ts';
import { type Place, scopeAt } from './place.ts';
import { fromTable, withEntry } from './table-choices.ts';

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

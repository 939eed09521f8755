import type { SimpleField } from '../definition/field-schema.ts';
import type { Scope } from '../expression/scope.ts';
import type { Template } from '../expression/template.ts';
import type { Env } from '../expression/value.ts';
import type { Choices } from '../fields/choice-fields.ts';
import { type Compiler, complain, optionalTemplate, template, test } from './compiler.ts';
import { type Declarations, type DeclaredGroup, scopeOf } from './declarations.ts';
import type { Test } from './form.ts';

type Options = Extract<SimpleField, { type: 'choice' }>['options'];
type FixedOptions = Extract<Options, readonly unknown[]>;
type TableOptions = Exclude<Options, readonly unknown[]>;

/** The choices of a field, whether they are written down or rows of a parameter table. */
export function compileChoices(
  compiler: Compiler,
  place: string,
  options: Options,
  declarations: Declarations,
  row: DeclaredGroup | null,
): Choices {
  if (Array.isArray(options)) return fixed(compiler, place, options, scopeOf(declarations, row));
  return fromTable(compiler, place, options, declarations, row);
}

interface FixedChoice {
  readonly value: string;
  readonly label: Template;
  readonly hint: Template | null;
  readonly condition: Test | null;
}

function fixed(compiler: Compiler, place: string, options: FixedOptions, scope: Scope): Choices {
  const choices = new Map<string, FixedChoice>();
  for (const [index, option] of options.entries()) {
    const at = `${place}[${index}]`;
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
  const applies = (choice: FixedChoice, env: Env): boolean =>
    choice.condition === null || choice.condition(env);
  return {
    values: [...choices.keys()],
    allows: (value, env) => {
      const choice = choices.get(value);
      return choice !== undefined && applies(choice, env);
    },
    visible: (env) =>
      [...choices.values()]
        .filter((choice) => applies(choice, env))
        .map(({ value, label, hint }) => ({ value, label: label(env), hint: hint?.(env) ?? null })),
    labelOf: (value, env) => choices.get(value)?.label(env) ?? value,
  };
}

function fromTable(
  compiler: Compiler,
  place: string,
  options: TableOptions,
  declarations: Declarations,
  row: DeclaredGroup | null,
): Choices {
  const known = declarations.parameters;
  const table = Object.hasOwn(known, options.from) ? known[options.from] : undefined;
  if (table?.type !== 'table') {
    complain(compiler, `${place}.from`, `Eine Tabelle „${options.from}“ gibt es in den Parametern nicht.`);
  } else if (!Object.hasOwn(table.columns, options.value) || table.columns[options.value]?.type !== 'text') {
    complain(
      compiler,
      `${place}.value`,
      `Die Tabelle „${options.from}“ hat keine Textspalte „${options.value}“.`,
    );
  }
  const scope = scopeOf(declarations, row, options.from);
  const label = template(compiler, `${place}.label`, options.label, scope);
  const hint = optionalTemplate(compiler, `${place}.hint`, options.hint, scope);
  const condition = test(compiler, `${place}.condition`, options.condition, scope);
  const each = <T>(env: Env, pick: (value: string) => T | undefined): T[] => {
    const before = env.entry;
    const seen = new Map<string, T>();
    for (const entry of env.parameters.tables[options.from] ?? []) {
      env.entry = entry;
      const value = entry[options.value];
      if (typeof value !== 'string' || seen.has(value) || (condition && !condition(env))) continue;
      const picked = pick(value);
      if (picked !== undefined) seen.set(value, picked);
    }
    env.entry = before;
    return [...seen.values()];
  };
  return {
    values: undefined,
    allows: (wanted, env) => each(env, (value) => (value === wanted ? true : undefined)).length > 0,
    visible: (env) => each(env, (value) => ({ value, label: label(env), hint: hint?.(env) ?? null })),
    labelOf: (wanted, env) => each(env, (value) => (value === wanted ? label(env) : undefined))[0] ?? wanted,
  };
}

import type { CommonParts } from '../definition/common-parts.ts';
import { reservedWords } from '../expression/compile-expression.ts';
import type { Scope } from '../expression/scope.ts';
import { type Compiler, complain, optionalTemplate, template, test } from './compiler.ts';
import { type Declarations, type DeclaredGroup, scopeOf } from './declarations.ts';
import type { FormSection, InfoField, Test } from './form.ts';

/** Where a field is being compiled. */
export interface Place {
  readonly compiler: Compiler;
  readonly declarations: Declarations;
  /** The group whose row it stands in. */
  readonly group: DeclaredGroup | null;
  readonly section: FormSection | null;
  /** In the definition: `pages[2].fields[1]`. */
  readonly at: string;
  /** By names, the groups around included: `hunde.chip`. */
  readonly path: string;
  /** How many sections and groups stand around it. */
  readonly depth: number;
}

/** The name space of a place: the row, or the form. */
export function namesAt({ group, declarations }: Place): Declarations | DeclaredGroup {
  return group ?? declarations;
}

export function scopeAt({ declarations, group }: Place): Scope {
  return scopeOf(declarations, group);
}

export function checkId(place: Place, id: string): void {
  const { compiler, at } = place;
  const names = namesAt(place);
  if (reservedWords.has(id))
    complain(
      compiler,
      `${at}.id`,
      `„${id}“ ist ein Wort der Formularsprache. Wählen Sie einen anderen Namen.`,
    );
  if (names.fields.has(id) || names.groups.has(id))
    complain(compiler, `${at}.id`, `„${id}“ gibt es schon. Geben Sie jedem Feld einen eigenen Namen.`);
}

/** What every part of a page has. */
export function commonParts(
  place: Place,
  field: CommonParts,
): Pick<InfoField, 'id' | 'place' | 'label' | 'hint' | 'help' | 'condition' | 'section'> {
  const { compiler, at, section } = place;
  const scope = scopeAt(place);
  return {
    id: field.id,
    place: at,
    label: template(compiler, `${at}.label`, field.label, scope),
    hint: optionalTemplate(compiler, `${at}.hint`, field.hint, scope),
    help: optionalTemplate(compiler, `${at}.help`, field.help, scope),
    condition: shownWhere(place, test(compiler, `${at}.condition`, field.condition, scope)),
    section,
  };
}

/** A part is shown where its section is and its own condition holds. */
function shownWhere({ section, group }: Place, own: Test | null): Test | null {
  if (section === null) return own;
  const { slot } = section;
  const depth = group === null ? -1 : rowsAround(group);
  const inSection: Test =
    depth < 0 ? (env) => env.values[slot] === true : (env) => env.rows[depth]?.values[slot] === true;
  return own === null ? inSection : (env) => inSection(env) && own(env);
}

function rowsAround(group: DeclaredGroup): number {
  return group.parent === null ? 0 : rowsAround(group.parent) + 1;
}

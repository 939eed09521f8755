import { nearest } from '#kernel';
import type { Definition } from '../definition/definition-schema.ts';
import type { Field } from '../definition/field-schema.ts';
import type { ParameterDefinitions } from '../definition/parameter-schema.ts';
import type { Columns, Resolution, RowLevel, RowSource, Scope, Unresolved } from '../expression/scope.ts';
import type { ExprType } from '../expression/types.ts';
import { parameterNamed, tableNamed } from './parameter-names.ts';

/** An answer or a calculated value that later places may name. */
interface Declared {
  readonly type: ExprType;
  readonly slot: number;
  readonly parts: Readonly<Record<string, ExprType>> | undefined;
}

/** What has been declared in one name space: the form's, or that of a group's row. */
interface Names {
  readonly fields: Map<string, Declared>;
  readonly groups: Map<string, DeclaredGroup>;
  /** Where every name stands, declared or yet to come. */
  readonly places: ReadonlyMap<string, string>;
  slots: number;
}

/** The fields of one repeated group, in order of declaration. */
export interface DeclaredGroup extends Names {
  readonly id: string;
  readonly index: number;
  readonly parent: DeclaredGroup | null;
}

/** What has been declared up to the place that is being compiled; names may only point back to it. */
export interface Declarations extends Names {
  readonly parameters: ParameterDefinitions;
}

export function createDeclarations(definition: Definition, parameters: ParameterDefinitions): Declarations {
  const places = new Map<string, string>();
  for (const [page, { fields }] of definition.pages.entries()) notePlaces(fields, `pages[${page}]`, places);
  return { parameters, fields: new Map(), groups: new Map(), places, slots: 0 };
}

export function createGroup(
  group: { readonly id: string; readonly fields: readonly Field[] },
  place: string,
  within: Declarations | DeclaredGroup,
): DeclaredGroup {
  const places = new Map<string, string>();
  notePlaces(group.fields, place, places);
  const parent = 'parent' in within ? within : null;
  const index = within.groups.size;
  return { id: group.id, index, parent, fields: new Map(), groups: new Map(), places, slots: 0 };
}

/** Sections have no name space of their own; groups have. */
function notePlaces(fields: readonly Field[], place: string, into: Map<string, string>): void {
  for (const [index, field] of fields.entries()) {
    const at = `${place}.fields[${index}]`;
    into.set(field.id, at);
    if (field.type === 'section') notePlaces(field.fields, at, into);
  }
}

/** Gives a field its slots: one for its value, one for each of its parts. */
export function declare(
  target: Names,
  id: string,
  type: ExprType,
  parts: Readonly<Record<string, ExprType>> | undefined,
): number {
  const slot = target.slots;
  target.slots += 1 + Object.keys(parts ?? {}).length;
  target.fields.set(id, { type, slot, parts });
  return slot;
}

/** A slot that no expression names. */
export function hiddenSlot(target: Names): number {
  target.slots += 1;
  return target.slots - 1;
}

/** What an expression may name here: everything declared so far, and inside a group its row and those around it. */
export function scopeOf(
  declarations: Declarations,
  row: DeclaredGroup | null = null,
  entry: Columns | null = null,
): Scope {
  const { parameters } = declarations;
  return {
    resolve: (path) =>
      path[0] === 'param' ? parameterNamed(parameters, path[1] ?? '') : answer(declarations, path),
    rowsOf: (path) => rowsOf(declarations, path),
    levels: levelsOf(row),
    entry,
  };
}

function levelsOf(row: DeclaredGroup | null): readonly RowLevel[] {
  const chain: DeclaredGroup[] = [];
  for (let group = row; group; group = group.parent) chain.unshift(group);
  return chain.map((group, depth) => levelOf(group, depth));
}

/** How many rows stand around a group's rows. */
export function depthOf(group: DeclaredGroup): number {
  let depth = 0;
  for (let outer = group.parent; outer; outer = outer.parent) depth += 1;
  return depth;
}

function answer(declarations: Declarations, path: readonly string[]): Resolution {
  const [id = ''] = path;
  const declared = declarations.fields.get(id);
  if (declared) return inForm(declared, path);
  if (declarations.groups.has(id)) {
    return { problem: `„${id}“ ist eine Gruppe. Fragen Sie sie mit count, sum, any oder all ab.` };
  }
  return notYet(declarations, id, id);
}

function notYet(names: Names, id: string, shown: string): Unresolved {
  const place = names.places.get(id);
  if (place)
    return {
      problem: `„${shown}“ steht erst später oder an dieser Stelle selbst (${place}). Ausdrücke zeigen nur zurück.`,
    };
  return unknownName(id, [...names.fields.keys(), ...names.groups.keys()]);
}

function unknownName(id: string, known: readonly string[]): Unresolved {
  const near = nearest(id, known, (name) => name, 1)[0];
  return { problem: `Ein Feld „${id}“ gibt es nicht.${near ? ` Meinten Sie „${near}“?` : ''}` };
}

/** The value in a slot, or of one of its parts (`adresse.plz`). */
function located(
  declared: Declared,
  id: string,
  part: string | undefined,
): { slot: number; type: ExprType } | Unresolved {
  if (part === undefined) return declared;
  const names = Object.keys(declared.parts ?? {});
  const index = names.indexOf(part);
  const type = index < 0 ? undefined : declared.parts?.[part];
  if (type) return { slot: declared.slot + 1 + index, type };
  const possible = names.length > 0 ? ` Möglich: ${names.join(', ')}.` : '';
  return { problem: `„${id}“ hat keinen Teil „${part}“.${possible}` };
}

function inForm(declared: Declared, path: readonly string[]): Resolution {
  const found = located(declared, path[0] ?? '', path[1]);
  if ('problem' in found) return found;
  const { slot, type } = found;
  return { type, key: path[0] ?? '', read: (env) => env.values[slot] };
}

/** One row at a depth: `row.…` reads its fields that stand before this place, `row.…` in an aggregate its groups. */
function levelOf(group: DeclaredGroup, depth: number): RowLevel {
  return {
    columns: (path) => {
      const [id = '', part] = path;
      const declared = group.fields.get(id);
      if (!declared) return notYet(group, id, `row.${id}`);
      const found = located(declared, id, part);
      if ('problem' in found) return found;
      const { slot, type } = found;
      return { type, key: `${group.id}.${id}`, read: (env) => env.rows[depth]?.values[slot] };
    },
    rowsOf: (id) => {
      const inner = group.groups.get(id);
      if (!inner) return { problem: `„${id}“ ist in „${group.id}“ keine Gruppe oder steht erst später.` };
      return {
        over: 'row',
        key: `${group.id}.${id}`,
        levelAt: (at) => levelOf(inner, at),
        rows: (env) => env.rows[depth]?.groups[inner.index] ?? [],
      };
    },
  };
}

function rowsOf(declarations: Declarations, path: readonly string[]): RowSource | Unresolved {
  const [id = '', name = ''] = path;
  if (id === 'param') return tableNamed(declarations.parameters, name);
  const group = declarations.groups.get(id);
  if (group)
    return {
      over: 'row',
      key: id,
      levelAt: (depth) => levelOf(group, depth),
      rows: (env) => env.groups[group.index] ?? [],
    };
  const place = declarations.places.get(id);
  if (place && !declarations.fields.has(id))
    return { problem: `„${id}“ steht erst später (${place}). Ausdrücke zeigen nur zurück.` };
  return { problem: `„${id}“ ist keine Gruppe und keine Tabelle.` };
}

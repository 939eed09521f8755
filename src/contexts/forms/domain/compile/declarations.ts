import { nearest } from '#kernel';
import type { Definition } from '../definition/definition-schema.ts';
import type { ParameterDefinitions } from '../definition/parameter-schema.ts';
import type { Columns, Resolution, RowSource, Scope, Unresolved } from '../expression/scope.ts';
import type { ExprType } from '../expression/types.ts';
import { parameterNamed, tableColumns, tableNamed } from './parameter-names.ts';

/** An answer or a calculated value that later places may name. */
interface Declared {
  readonly type: ExprType;
  readonly slot: number;
  readonly parts: Readonly<Record<string, ExprType>> | undefined;
}

/** The fields of one repeated group, in order of declaration. */
export interface DeclaredGroup {
  readonly id: string;
  readonly index: number;
  readonly fields: Map<string, Declared>;
  readonly places: ReadonlyMap<string, string>;
  slots: number;
}

/** What has been declared up to the place that is being compiled; names may only point back to it. */
export interface Declarations {
  readonly parameters: ParameterDefinitions;
  readonly fields: Map<string, Declared>;
  readonly groups: Map<string, DeclaredGroup>;
  /** Where every name of the form stands, declared or yet to come. */
  readonly places: ReadonlyMap<string, string>;
  slots: number;
}

export function createDeclarations(definition: Definition, parameters: ParameterDefinitions): Declarations {
  const places = new Map<string, string>();
  for (const [page, { fields }] of definition.pages.entries()) {
    for (const [index, field] of fields.entries()) places.set(field.id, `pages[${page}].fields[${index}]`);
  }
  return { parameters, fields: new Map(), groups: new Map(), places, slots: 0 };
}

/** Gives a field its slots: one for its value, one for each of its parts. */
export function declare(
  target: Declarations | DeclaredGroup,
  id: string,
  type: ExprType,
  parts: Readonly<Record<string, ExprType>> | undefined,
): number {
  const slot = target.slots;
  target.slots += 1 + Object.keys(parts ?? {}).length;
  target.fields.set(id, { type, slot, parts });
  return slot;
}

/** What an expression may name here: everything declared so far, and inside a group its row. */
export function scopeOf(
  declarations: Declarations,
  row: DeclaredGroup | null = null,
  entry: string | null = null,
): Scope {
  const { parameters } = declarations;
  return {
    resolve: (path) =>
      path[0] === 'param' ? parameterNamed(parameters, path[1] ?? '') : answer(declarations, path),
    rowsOf: (path) => rowsOf(declarations, path),
    row: row ? rowColumns(row) : null,
    entry: entry === null ? null : tableColumns(parameters, entry),
  };
}

function answer(declarations: Declarations, path: readonly string[]): Resolution {
  const [id = ''] = path;
  const declared = declarations.fields.get(id);
  if (declared) return inForm(declared, path);
  if (declarations.groups.has(id)) {
    return { problem: `„${id}“ ist eine Gruppe. Fragen Sie sie mit count, sum, any oder all ab.` };
  }
  const place = declarations.places.get(id);
  if (place)
    return {
      problem: `„${id}“ steht erst später oder an dieser Stelle selbst (${place}). Ausdrücke zeigen nur zurück.`,
    };
  return unknownName(id, [...declarations.fields.keys(), ...declarations.groups.keys()]);
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
  const type = declared.parts?.[part];
  if (index >= 0 && type) return { slot: declared.slot + 1 + index, type };
  const possible = names.length > 0 ? ` Möglich: ${names.join(', ')}.` : '';
  return { problem: `„${id}“ hat keinen Teil „${part}“.${possible}` };
}

function inForm(declared: Declared, path: readonly string[]): Resolution {
  const found = located(declared, path[0] ?? '', path[1]);
  if ('problem' in found) return found;
  const { slot, type } = found;
  return { type, key: path[0] ?? '', read: (env) => env.values[slot] };
}

/** `row.…`: the fields of the group's own row that stand before this place. */
export function rowColumns(group: DeclaredGroup): Columns {
  return (path) => {
    const [id = '', part] = path;
    const declared = group.fields.get(id);
    if (declared) {
      const found = located(declared, id, part);
      if ('problem' in found) return found;
      const { slot, type } = found;
      return { type, key: `${group.id}.${id}`, read: (env) => env.row?.[slot] };
    }
    const place = group.places.get(id);
    if (place)
      return {
        problem: `„row.${id}“ steht erst später oder an dieser Stelle selbst (${place}). Ausdrücke zeigen nur zurück.`,
      };
    return unknownName(id, [...group.fields.keys()]);
  };
}

function rowsOf(declarations: Declarations, path: readonly string[]): RowSource | Unresolved {
  const [id = '', name = ''] = path;
  if (id === 'param') return tableNamed(declarations.parameters, name);
  const group = declarations.groups.get(id);
  if (group)
    return { over: 'row', key: id, columns: rowColumns(group), rows: (env) => env.groups[group.index] ?? [] };
  const place = declarations.places.get(id);
  if (place && !declarations.fields.has(id))
    return { problem: `„${id}“ steht erst später (${place}). Ausdrücke zeigen nur zurück.` };
  return { problem: `„${id}“ ist keine Gruppe und keine Tabelle.` };
}

import { nearest } from '#kernel';
import type { ParameterDefinitions } from '../definition/parameter-schema.ts';
import type { Columns, Resolution, RowSource, Unresolved } from '../expression/scope.ts';
import type { ExprType } from '../expression/types.ts';

/** `entry.…`: the columns of a parameter table. */
export function tableColumns(parameters: ParameterDefinitions, name: string): Columns {
  const table = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  const columns = table?.type === 'table' ? table.columns : {};
  return ([column = '']) => {
    const found = Object.hasOwn(columns, column) ? columns[column] : undefined;
    if (!found)
      return {
        problem: `Die Tabelle „${name}“ hat keine Spalte „${column}“. Möglich: ${Object.keys(columns).join(', ')}.`,
      };
    return { type: { kind: found.type }, key: `param.${name}`, read: (env) => env.entry?.[column] };
  };
}

/** `param.name` as a single value. */
export function parameterNamed(known: ParameterDefinitions, name: string): Resolution {
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!found) {
    const near = nearest(name, Object.keys(known), (key) => key, 1)[0];
    return { problem: `Einen Parameter „${name}“ gibt es nicht.${near ? ` Meinten Sie „${near}“?` : ''}` };
  }
  if (found.type === 'table')
    return {
      problem: `„param.${name}“ ist eine Tabelle. Fragen Sie sie mit lookup, any, all, count oder sum ab.`,
    };
  const type: ExprType = { kind: found.type === 'url' ? 'text' : found.type };
  return { type, key: `param.${name}`, read: (env) => env.parameters.single[name] };
}

/** `param.name` as a table with rows. */
export function tableNamed(known: ParameterDefinitions, name: string): RowSource | Unresolved {
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found?.type !== 'table') return { problem: `Eine Tabelle „param.${name}“ gibt es nicht.` };
  return {
    over: 'entry',
    key: `param.${name}`,
    columns: tableColumns(known, name),
    rows: (env) => env.parameters.tables[name] ?? [],
  };
}

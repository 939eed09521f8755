import { exact, isNumeric } from './numbers.ts';
import type { Context, RowSource, Typed } from './scope.ts';
import type { Node } from './syntax.ts';
import { booleanType, type ExprType, integerType, typeName, unknownType } from './types.ts';
import type { Env, Value } from './value.ts';

/** Calls `visit` once for each row, which the expression's parts then see; stops when it says so. */
function eachRow(source: RowSource, env: Env, visit: () => boolean): void {
  const before = [env.row, env.entry] as const;
  if (source.over === 'row') {
    for (const row of source.rows(env)) {
      env.row = row;
      if (!visit()) break;
    }
  } else {
    for (const entry of source.rows(env)) {
      env.entry = entry;
      if (!visit()) break;
    }
  }
  [env.row, env.entry] = before;
}

/** `count`, `any`, `all`: how many rows fulfil the condition, or whether one or each does. */
export function counted(name: string, source: RowSource, condition: Typed | null): Typed {
  const count = (env: Env, most: number): { rows: number; hits: number } => {
    let [rows, hits] = [0, 0];
    eachRow(source, env, () => {
      rows += 1;
      if (condition === null || condition.run(env) === true) hits += 1;
      return hits < most;
    });
    return { rows, hits };
  };
  if (name === 'any') return { type: booleanType, run: (env) => count(env, 1).hits > 0 };
  if (name === 'count') return { type: integerType, run: (env) => count(env, Number.POSITIVE_INFINITY).hits };
  return {
    type: booleanType,
    run: (env) => {
      const { rows, hits } = count(env, Number.POSITIVE_INFINITY);
      return rows === hits;
    },
  };
}

/** The sum over all rows; rows without value count nothing. */
export function sum(source: RowSource, part: Typed, node: Node, context: Context): Typed {
  if (!isNumeric(part.type.kind)) {
    if (part.type.kind !== 'unknown') {
      context.problems.push({
        at: node.at,
        message: `„sum“ addiert Zahlen oder Beträge, nicht ${typeName(part.type.kind)}.`,
      });
    }
    return { type: unknownType, run: () => undefined };
  }
  return {
    type: part.type,
    run: (env) => {
      let total = 0;
      eachRow(source, env, () => {
        const value: Value = part.run(env);
        if (typeof value === 'number') total += value;
        return true;
      });
      return exact(total);
    },
  };
}

/** A value of the first entry that fulfils the condition. */
export function lookup(source: RowSource, condition: Typed, part: Typed): Typed {
  const type: ExprType = part.type;
  return {
    type,
    run: (env) => {
      let found: Value;
      eachRow(source, env, () => {
        if (condition.run(env) !== true) return true;
        found = part.run(env);
        return false;
      });
      return found;
    },
  };
}

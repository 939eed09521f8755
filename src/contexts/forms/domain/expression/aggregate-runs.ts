import { exact, isNumeric } from './numbers.ts';
import type { Context, RowSource, Typed } from './scope.ts';
import type { Node } from './syntax.ts';
import { booleanType, type ExprType, integerType, typeName, unknownType } from './types.ts';
import type { Env, Value } from './value.ts';

/** Rows that an aggregate goes over, bound to the depth at which its parts read them. */
export interface BoundRows {
  readonly source: RowSource;
  readonly depth: number;
}

/** Calls `visit` once for each row, which the expression's parts then see; stops when it says so. */
function eachRow({ source, depth }: BoundRows, env: Env, visit: () => boolean): void {
  if (source.over === 'row') {
    const before = env.rows[depth];
    for (const row of source.rows(env)) {
      env.rows[depth] = row;
      if (!visit()) break;
    }
    env.rows[depth] = before;
    return;
  }
  const before = env.entry;
  for (const entry of source.rows(env)) {
    env.entry = entry;
    if (!visit()) break;
  }
  env.entry = before;
}

/** `count`, `any`, `all`: how many rows fulfil the condition, or whether one or each does. */
export function counted(name: string, rows: BoundRows, condition: Typed | null): Typed {
  const count = (env: Env, most: number): { rows: number; hits: number } => {
    let [seen, hits] = [0, 0];
    eachRow(rows, env, () => {
      seen += 1;
      if (condition === null || condition.run(env) === true) hits += 1;
      return hits < most;
    });
    return { rows: seen, hits };
  };
  if (name === 'any') return { type: booleanType, run: (env) => count(env, 1).hits > 0 };
  if (name === 'count') return { type: integerType, run: (env) => count(env, Number.POSITIVE_INFINITY).hits };
  return {
    type: booleanType,
    run: (env) => {
      const counts = count(env, Number.POSITIVE_INFINITY);
      return counts.rows === counts.hits;
    },
  };
}

/** The sum over all rows; rows without value count nothing. */
export function sum(rows: BoundRows, part: Typed, node: Node, context: Context): Typed {
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
      eachRow(rows, env, () => {
        const value: Value = part.run(env);
        if (typeof value === 'number') total += value;
        return true;
      });
      return exact(total);
    },
  };
}

/** A value of the first entry that fulfils the condition. */
export function lookup(rows: BoundRows, condition: Typed, part: Typed): Typed {
  const type: ExprType = part.type;
  return {
    type,
    run: (env) => {
      let found: Value;
      eachRow(rows, env, () => {
        if (condition.run(env) !== true) return true;
        found = part.run(env);
        return false;
      });
      return found;
    },
  };
}

/** The smallest or greatest value of all rows; rows without value do not count. */
export function extremeOf(
  name: 'least' | 'greatest',
  rows: BoundRows,
  part: Typed,
  node: Node,
  context: Context,
): Typed {
  if (!isNumeric(part.type.kind) && part.type.kind !== 'date' && part.type.kind !== 'unknown') {
    const message = `„${name}“ vergleicht Zahlen, Beträge oder Tage, nicht ${typeName(part.type.kind)}.`;
    context.problems.push({ at: node.at, message });
  }
  const isBetter = (a: Value, b: Value): boolean =>
    a !== undefined && (b === undefined || (name === 'least' ? a < b : a > b));
  return {
    type: part.type,
    run: (env) => {
      let best: Value;
      eachRow(rows, env, () => {
        const value = part.run(env);
        if (isBetter(value, best)) best = value;
        return true;
      });
      return best;
    },
  };
}

/** The texts of all rows, each once, in the order of the rows. */
export function collected(rows: BoundRows, part: Typed, node: Node, context: Context): Typed {
  if (part.type.kind !== 'text' && part.type.kind !== 'unknown') {
    const message = `„collect“ sammelt Texte, nicht ${typeName(part.type.kind)}.`;
    context.problems.push({ at: node.at, message });
  }
  return {
    type: { kind: 'texts', values: part.type.kind === 'text' ? part.type.values : undefined },
    run: (env) => {
      const found = new Set<string>();
      eachRow(rows, env, () => {
        const value = part.run(env);
        if (typeof value === 'string') found.add(value);
        return true;
      });
      return [...found];
    },
  };
}

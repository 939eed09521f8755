import { exact, isNumeric } from './numbers.ts';
import type { Context, RowSource, Typed } from './scope.ts';
import type { Node } from './syntax.ts';
import { booleanType, type ExprType, integerType, typeName, unknownType } from './types.ts';
import type { Env, Value } from './value.ts';

type Call = Extract<Node, { op: 'call' }>;
type Compile = (node: Node, context: Context) => Typed;

/** Functions over rows: the first argument names a repeated group or a parameter table. */
export const aggregateNames = ['count', 'sum', 'any', 'all', 'lookup'] as const;

export type AggregateName = (typeof aggregateNames)[number];

const arity: Readonly<Record<AggregateName, readonly [number, number]>> = {
  count: [1, 2],
  sum: [2, 2],
  any: [2, 2],
  all: [2, 2],
  lookup: [3, 3],
};

export function isAggregate(name: string): name is AggregateName {
  return Object.hasOwn(arity, name);
}

export function aggregate(node: Call, name: AggregateName, context: Context, compile: Compile): Typed {
  const over = sourceOf(node, name, context);
  if ('problem' in over) {
    context.problems.push({ at: over.at, message: over.problem });
    return { type: unknownType, run: () => undefined };
  }
  const { source } = over;
  const [, second, third] = node.args;
  context.keys.add(source.key);
  const inner = insideOf(source, context);
  if (name === 'sum')
    return second ? sum(source, compile(second, inner), second, context) : counted(name, source, null);
  const condition = second ? boolean(compile(second, inner), second, context) : null;
  if (name === 'lookup' && condition && third) return lookup(source, condition, compile(third, inner));
  return counted(name, source, condition);
}

/** What the call goes over, or why it cannot. */
function sourceOf(
  node: Call,
  name: AggregateName,
  context: Context,
): { readonly source: RowSource } | { readonly problem: string; readonly at: number } {
  const [least, most] = arity[name];
  const { at } = node;
  if (node.args.length < least || node.args.length > most) {
    return { problem: `„${name}“ braucht ${least === most ? least : `${least} bis ${most}`} Angaben.`, at };
  }
  const [over] = node.args;
  if (over?.op !== 'ref')
    return { problem: `„${name}“ beginnt mit dem Namen einer Gruppe oder Tabelle.`, at };
  const source = context.scope.rowsOf(over.path);
  if ('problem' in source) return { problem: source.problem, at: over.at };
  if (name === 'lookup' && source.over === 'row') {
    return { problem: '„lookup“ sucht in einer Tabelle der Parameter (param.…).', at: over.at };
  }
  if (!context.inside[source.over]) return { source };
  return {
    problem: `„${name}“ darf nicht innerhalb einer anderen Funktion über ${source.over}-Zeilen stehen.`,
    at,
  };
}

function insideOf(source: RowSource, context: Context): Context {
  return {
    ...context,
    [source.over]: source.columns,
    inside: { ...context.inside, [source.over]: true },
  };
}

function boolean(part: Typed, node: Node, context: Context): Typed {
  if (part.type.kind !== 'boolean' && part.type.kind !== 'unknown') {
    const message = `Hier steht eine Bedingung (ja/nein), nicht ${typeName(part.type.kind)}.`;
    context.problems.push({ at: node.at, message });
  }
  return part;
}

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

function counted(name: AggregateName, source: RowSource, condition: Typed | null): Typed {
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

function sum(source: RowSource, part: Typed, node: Node, context: Context): Typed {
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

function lookup(source: RowSource, condition: Typed, part: Typed): Typed {
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

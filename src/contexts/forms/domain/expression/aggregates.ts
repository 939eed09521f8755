import { counted, lookup, sum } from './aggregate-runs.ts';
import type { Context, RowSource, Typed } from './scope.ts';
import type { Node } from './syntax.ts';
import { typeName, unknownType } from './types.ts';

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

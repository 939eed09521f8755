import { type BoundRows, collected, counted, extremeOf, lookup, sum } from './aggregate-runs.ts';
import { type Context, outwardSteps, type RowSource, type Typed, type Unresolved } from './scope.ts';
import type { Node } from './syntax.ts';
import { typeName, unknownType } from './types.ts';

type Call = Extract<Node, { op: 'call' }>;
type Compile = (node: Node, context: Context) => Typed;

/** Functions over rows: the first argument names a repeated group or a parameter table. */
export const aggregateNames = [
  'count',
  'sum',
  'any',
  'all',
  'lookup',
  'least',
  'greatest',
  'collect',
] as const;

export type AggregateName = (typeof aggregateNames)[number];

const arity: Readonly<Record<AggregateName, readonly [number, number]>> = {
  count: [1, 2],
  sum: [2, 2],
  any: [2, 2],
  all: [2, 2],
  lookup: [3, 3],
  least: [2, 2],
  greatest: [2, 2],
  collect: [2, 2],
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
  const rows: BoundRows = { source, depth: context.levels.length };
  context.keys.add(source.key);
  return runOver(node, name, rows, { context, inner: insideOf(source, context), compile });
}

interface Inside {
  readonly context: Context;
  /** What the parts of the call see: the row or entry in hand. */
  readonly inner: Context;
  readonly compile: Compile;
}

function runOver(node: Call, name: AggregateName, rows: BoundRows, at: Inside): Typed {
  const [, second, third] = node.args;
  const { context, inner, compile } = at;
  const part = second ? compile(second, inner) : null;
  if (second && part && name === 'sum') return sum(rows, part, second, context);
  if (second && part && (name === 'least' || name === 'greatest'))
    return extremeOf(name, rows, part, second, context);
  if (second && part && name === 'collect') return collected(rows, part, second, context);
  const condition = second && part ? boolean(part, second, context) : null;
  if (name === 'lookup' && condition && third) return lookup(rows, condition, compile(third, inner));
  return counted(name, rows, condition);
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
  const source = rowsNamed(over.path, context);
  if ('problem' in source) return { problem: source.problem, at: over.at };
  if (name === 'lookup' && source.over === 'row') {
    return { problem: '„lookup“ sucht in einer Tabelle der Parameter (param.…).', at: over.at };
  }
  const isOwn = source.over === 'row' && over.path[0] === 'row';
  if (isOwn || !context.inside[source.over]) return { source };
  return {
    problem: `„${name}“ darf nicht innerhalb einer anderen Funktion über ${source.over}-Zeilen stehen, außer über eine Gruppe der Zeile selbst (row.…).`,
    at,
  };
}

/** A group of the form, a parameter table, or a group inside one of the rows at hand (`row.…`, `outer.…`). */
function rowsNamed(path: readonly string[], context: Context): RowSource | Unresolved {
  const steps = outwardSteps(path);
  const level = steps === null ? undefined : context.levels.at(-1 - steps);
  if (steps === null || !level) return context.scope.rowsOf(path);
  return level.rowsOf(path[Math.max(1, steps)] ?? '');
}

function insideOf(source: RowSource, context: Context): Context {
  const inside = { ...context.inside, [source.over]: true };
  if (source.over === 'entry') return { ...context, entry: source.columns, inside };
  return { ...context, levels: [...context.levels, source.levelAt(context.levels.length)], inside };
}

function boolean(part: Typed, node: Node, context: Context): Typed {
  if (part.type.kind !== 'boolean' && part.type.kind !== 'unknown') {
    const message = `Hier steht eine Bedingung (ja/nein), nicht ${typeName(part.type.kind)}.`;
    context.problems.push({ at: node.at, message });
  }
  return part;
}

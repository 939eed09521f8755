import { comparison, membership, membershipInList } from './comparisons.ts';
import { call, reservedFunctions } from './functions.ts';
import { arithmetic, isNumeric, numbers } from './numbers.ts';
import { parseExpression } from './parse.ts';
import { type Context, outwardSteps, type Resolution, type Scope, type Typed } from './scope.ts';
import type { ExpressionProblem, LiteralKind, Node } from './syntax.ts';
import { booleanType, dateType, type ExprKind, type ExprType, typeName, unknownType } from './types.ts';
import type { Env, Value } from './value.ts';

/** An expression ready to run: total, without side effects, the same for the same `Env`. */
export interface Expression {
  readonly type: ExprType;
  readonly run: (env: Env) => Value;
  /** The answers it reads. */
  readonly keys: ReadonlySet<string>;
  readonly node: Node;
}

export type CompiledExpression =
  | { readonly ok: true; readonly value: Expression }
  | { readonly ok: false; readonly problems: readonly ExpressionProblem[] };

/** Words that no answer may bear as its name. */
export const reservedWords: ReadonlySet<string> = new Set([
  ...['and', 'or', 'not', 'in', 'true', 'false', 'today', 'row', 'entry', 'param', 'EUR', 'key', 'csrf'],
  ...['constructor', 'prototype'],
  ...reservedFunctions,
]);

/** Reads, types and compiles an expression; `expected` names the types that may come out. */
export function compileExpression(
  source: string,
  scope: Scope,
  expected: readonly ExprKind[] | null,
): CompiledExpression {
  const parsed = parseExpression(source);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const context: Context = {
    scope,
    levels: scope.levels,
    entry: scope.entry,
    inside: { row: false, entry: false },
    problems: [],
    keys: new Set(),
  };
  const typed = compile(parsed.node, context);
  if (expected && typed.type.kind !== 'unknown' && !expected.includes(typed.type.kind)) {
    const message = `Hier muss ${expected.map(typeName).join(' oder ')} herauskommen, nicht ${typeName(typed.type.kind)}.`;
    context.problems.push({ at: 0, message });
  }
  if (context.problems.length > 0) return { ok: false, problems: context.problems };
  return { ok: true, value: { ...typed, keys: context.keys, node: parsed.node } };
}

function compile(node: Node, context: Context): Typed {
  switch (node.op) {
    case 'literal':
      return { type: typeOfLiteral(node.kind, node.value), run: () => node.value };
    case 'list':
      return list(node, context);
    case 'ref':
      return reference(node, context);
    case 'call':
      return call(node, context, compile);
    case 'not': {
      const operand = condition(node.operand, context);
      return { type: booleanType, run: (env) => operand.run(env) !== true };
    }
    case 'negate':
      return negated(node, context);
    case 'binary':
      return binary(node, context);
  }
}

function typeOfLiteral(kind: LiteralKind, value: string | number | boolean): ExprType {
  return kind === 'text' ? { kind, values: [String(value)] } : { kind };
}

function list(node: Extract<Node, { op: 'list' }>, context: Context): Typed {
  const values = node.items.flatMap((item) =>
    item.op === 'literal' && item.kind === 'text' ? [String(item.value)] : [],
  );
  if (values.length !== node.items.length) {
    context.problems.push({
      at: node.at,
      message: 'Eine Liste aus anderem als Texten steht nur rechts von „in“.',
    });
  }
  return { type: { kind: 'texts', values }, run: () => values };
}

function negated(node: Extract<Node, { op: 'not' | 'negate' }>, context: Context): Typed {
  const operand = compile(node.operand, context);
  if (!isNumeric(operand.type.kind) && operand.type.kind !== 'unknown') {
    context.problems.push({
      at: node.at,
      message: `Ein Minus steht vor Zahlen und Beträgen, nicht vor ${typeName(operand.type.kind)}.`,
    });
  }
  return { type: operand.type, run: numbers(operand, operand, (value) => (value === 0 ? 0 : -value)) };
}

function condition(node: Node, context: Context): Typed {
  const part = compile(node, context);
  if (part.type.kind !== 'boolean' && part.type.kind !== 'unknown') {
    const message = `Hier steht eine Bedingung (ja/nein), nicht ${typeName(part.type.kind)}.`;
    context.problems.push({ at: node.at, message });
  }
  return part;
}

function binary(node: Extract<Node, { op: 'binary' }>, context: Context): Typed {
  if (node.operator === 'and' || node.operator === 'or') return logical(node, node.operator, context);
  const left = compile(node.left, context);
  if (node.operator === 'in') {
    if (node.right.op !== 'list') return membership(node, left, compile(node.right, context), context);
    const items = node.right.items.map((item) => compile(item, context));
    return membershipInList(node, left, items, context);
  }
  const right = compile(node.right, context);
  if (node.operator === '+' || node.operator === '-' || node.operator === '*') {
    return arithmetic(node, left, right, context);
  }
  return comparison(node, node.operator, left, right, context);
}

function logical(node: Extract<Node, { op: 'binary' }>, operator: 'and' | 'or', context: Context): Typed {
  const [left, right] = [condition(node.left, context), condition(node.right, context)];
  return {
    type: booleanType,
    run:
      operator === 'and'
        ? (env) => left.run(env) === true && right.run(env) === true
        : (env) => left.run(env) === true || right.run(env) === true,
  };
}

function reference(node: Extract<Node, { op: 'ref' }>, context: Context): Typed {
  const [first = '', ...rest] = node.path;
  if (first === 'today' && rest.length === 0) return { type: dateType, run: (env) => env.today };
  const found = resolve(first, node.path, context);
  if ('problem' in found) {
    context.problems.push({ at: node.at, message: found.problem });
    return { type: unknownType, run: () => undefined };
  }
  context.keys.add(found.key);
  return { type: found.type, run: found.read };
}

function resolve(first: string, path: readonly string[], context: Context): Resolution {
  if (first === 'entry')
    return context.entry?.(path.slice(1)) ?? { problem: `„entry.“ gilt nur ${whereEntry}.` };
  const steps = outwardSteps(path);
  if (steps === null || (first === 'outer' && context.levels.length === 0))
    return context.scope.resolve(path);
  const level = context.levels.at(-1 - steps);
  if (level) return level.columns(path.slice(Math.max(1, steps)));
  return {
    problem:
      first === 'row' ? `„row.“ gilt nur ${whereRow}.` : `Um diese Zeile herum ist keine weitere Gruppe.`,
  };
}

const whereRow = 'in den Feldern einer Gruppe und in count, sum, any, all';
const whereEntry = 'in lookup, count, sum, any, all über eine Tabelle und in Auswahllisten';

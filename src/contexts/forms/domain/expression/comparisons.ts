import { onOneScale } from './numbers.ts';
import type { Context, Typed } from './scope.ts';
import type { Comparison, Node } from './syntax.ts';
import { booleanType, type ExprType, typeName } from './types.ts';
import type { Value } from './value.ts';

type Binary = Extract<Node, { op: 'binary' }>;

const tests: Readonly<
  Record<Comparison, (a: string | number | boolean, b: string | number | boolean) => boolean>
> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Compares two values of one type. Where one has no answer the result is false, for `!=` too. */
export function comparison(
  node: Binary,
  operator: Comparison,
  left: Typed,
  right: Typed,
  context: Context,
): Typed {
  const pair = onOneScale(left, right) ?? samePair(left, right);
  if (!pair) {
    const message = `„${operator}“ vergleicht ${typeName(left.type.kind)} mit ${typeName(right.type.kind)}. Vergleichen Sie Gleiches mit Gleichem.`;
    context.problems.push({ at: node.at, message });
  } else if (operator !== '=' && operator !== '!=' && !isOrdered(left.type)) {
    const message = `„${operator}“ geht nur mit Zahlen, Beträgen und Tagen, nicht mit ${typeName(left.type.kind)}.`;
    context.problems.push({ at: node.at, message });
  }
  checkLiteral(node.left, right.type, context);
  checkLiteral(node.right, left.type, context);
  const test = tests[operator];
  const [a, b] = [pair?.left ?? left, pair?.right ?? right];
  return { type: booleanType, run: (env) => compare(a.run(env), b.run(env), test) };
}

function compare(a: Value, b: Value, test: (typeof tests)['=']): boolean {
  if (a === undefined || b === undefined || typeof a === 'object' || typeof b === 'object') return false;
  return test(a, b);
}

function samePair(left: Typed, right: Typed): { left: Typed; right: Typed } | null {
  const [a, b] = [left.type.kind, right.type.kind];
  if (a === 'unknown' || b === 'unknown') return { left, right };
  return a === b && a !== 'texts' ? { left, right } : null;
}

function isOrdered(type: ExprType): boolean {
  return type.kind !== 'text' && type.kind !== 'texts' && type.kind !== 'boolean';
}

/** A text that is compared with a choice must be one of its values. */
export function checkLiteral(node: Node, type: ExprType, context: Context): void {
  if (node.op !== 'literal' || node.kind !== 'text') return;
  if ((type.kind !== 'text' && type.kind !== 'texts') || !type.values) return;
  if (type.values.includes(String(node.value))) return;
  const message = `„${node.value}“ kommt in der Auswahl nicht vor. Möglich: ${type.values.join(', ')}.`;
  context.problems.push({ at: node.at, message });
}

/** `text in texts`. */
export function membership(node: Binary, left: Typed, list: Typed, context: Context): Typed {
  checkLiteral(node.left, list.type, context);
  if (!isOneOf(left.type, 'text') || !isOneOf(list.type, 'texts')) {
    const message = `„in“ braucht links einen Text und rechts eine Liste; hier stehen ${typeName(left.type.kind)} und ${typeName(list.type.kind)}.`;
    context.problems.push({ at: node.at, message });
  }
  return {
    type: booleanType,
    run: (env) => {
      const [value, values] = [left.run(env), list.run(env)];
      return typeof value === 'string' && Array.isArray(values) && values.includes(value);
    },
  };
}

function isOneOf(type: ExprType, kind: 'text' | 'texts'): boolean {
  return type.kind === kind || type.kind === 'unknown';
}

/** `value in [a, b]`: equal to one of them. */
export function membershipInList(
  node: Binary,
  left: Typed,
  items: readonly Typed[],
  context: Context,
): Typed {
  const listed = node.right.op === 'list' ? node.right.items : [];
  const equal = items.map((item, index) =>
    comparison({ ...node, right: listed[index] ?? node.right }, '=', left, item, context),
  );
  return { type: booleanType, run: (env) => equal.some((test) => test.run(env) === true) };
}

import type { Context, Typed } from './scope.ts';
import type { Node } from './syntax.ts';
import { decimalType, type ExprKind, integerType, moneyType, typeName, unknownType } from './types.ts';
import type { Env, Value } from './value.ts';

export type Numeric = 'integer' | 'decimal' | 'money';

export function isNumeric(kind: ExprKind): kind is Numeric {
  return kind === 'integer' || kind === 'decimal' || kind === 'money';
}

/** A number that is still exact, or nothing. */
export function exact(value: number): Value {
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Both sides on one scale: an integer beside a decimal becomes a decimal. */
export function onOneScale(left: Typed, right: Typed): { kind: Numeric; left: Typed; right: Typed } | null {
  const [a, b] = [left.type.kind, right.type.kind];
  if (!isNumeric(a) || !isNumeric(b)) return null;
  if (a === b) return { kind: a, left, right };
  if (a === 'money' || b === 'money') return null;
  return { kind: 'decimal', left: asDecimal(left), right: asDecimal(right) };
}

function asDecimal(part: Typed): Typed {
  if (part.type.kind === 'decimal') return part;
  return {
    type: decimalType,
    run: (env) => {
      const value = part.run(env);
      return typeof value === 'number' ? exact(value * 1000) : undefined;
    },
  };
}

export const typeOfNumeric = { integer: integerType, decimal: decimalType, money: moneyType } as const;

export function numbers(
  left: Typed,
  right: Typed,
  combine: (a: number, b: number) => Value,
): (env: Env) => Value {
  return (env) => {
    const a = left.run(env);
    const b = right.run(env);
    return typeof a === 'number' && typeof b === 'number' ? combine(a, b) : undefined;
  };
}

/** `+`, `-`, `*` on integers, decimals and money; a result that is no longer exact is no answer. */
export function arithmetic(
  node: Extract<Node, { op: 'binary' }>,
  left: Typed,
  right: Typed,
  context: Context,
): Typed {
  const broken: Typed = { type: unknownType, run: () => undefined };
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return broken;
  if (node.operator === '*') return product(node, left, right, context) ?? broken;
  const scaled = onOneScale(left, right);
  if (!scaled) {
    const message = `„${node.operator}“ verbindet hier ${typeName(left.type.kind)} mit ${typeName(right.type.kind)}. Beide Seiten müssen Zahlen oder beide Geldbeträge sein.`;
    context.problems.push({ at: node.at, message });
    return broken;
  }
  const sign = node.operator === '-' ? -1 : 1;
  return {
    type: typeOfNumeric[scaled.kind],
    run: numbers(scaled.left, scaled.right, (a, b) => exact(a + sign * b)),
  };
}

function product(
  node: Extract<Node, { op: 'binary' }>,
  left: Typed,
  right: Typed,
  context: Context,
): Typed | null {
  const kinds = [left.type.kind, right.type.kind];
  const other = kinds[0] === 'integer' ? kinds[1] : kinds[0];
  if (kinds.includes('integer') && other !== undefined && isNumeric(other)) {
    return { type: typeOfNumeric[other], run: numbers(left, right, (a, b) => exact(a * b)) };
  }
  const message = `„*“ braucht mindestens eine ganze Zahl; hier stehen ${kinds.map((kind) => typeName(kind)).join(' und ')}.`;
  context.problems.push({ at: node.at, message });
  return null;
}

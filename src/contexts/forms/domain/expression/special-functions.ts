import { limits } from '../limits.ts';
import { compilePattern } from '../pattern/pattern.ts';
import { broken, type Call, complain, expectKind, wrongCount } from './call-checks.ts';
import { formatValue } from './format-value.ts';
import { exact, isNumeric, numbers, onOneScale, typeOfNumeric } from './numbers.ts';
import type { Context, Typed } from './scope.ts';
import { booleanType, type ExprType, integerType, textType, typeName } from './types.ts';

/** Functions with rules of their own, by name. */
export const specialFunctions: Readonly<
  Record<string, (node: Call, args: readonly Typed[], context: Context) => Typed>
> = {
  answered: (node, [value = broken], context) => {
    wrongCount(node, 1, context);
    return {
      type: booleanType,
      run: (env) => {
        const found = value.run(env);
        return found !== undefined && found !== '' && !(typeof found === 'object' && found.length === 0);
      },
    };
  },
  if: (node, [condition = broken, yes = broken, no = broken], context) => {
    wrongCount(node, 3, context);
    expectKind(node.args[0], condition, 'boolean', context);
    const [a, b, type] = alike(node, yes, no, context);
    return { type, run: (env) => (condition.run(env) === true ? a.run(env) : b.run(env)) };
  },
  default: (node, [value = broken, instead = broken], context) => {
    wrongCount(node, 2, context);
    const [a, b, type] = alike(node, value, instead, context);
    return { type, run: (env) => a.run(env) ?? b.run(env) };
  },
  min: (node, args, context) => extreme(node, args, context, Math.min),
  max: (node, args, context) => extreme(node, args, context, Math.max),
  div: (node, [value = broken, by = broken], context) => {
    wrongCount(node, 2, context);
    expectKind(node.args[1], by, 'integer', context);
    if (!isNumeric(value.type.kind))
      complain(node, `„div“ teilt Zahlen und Beträge, nicht ${typeName(value.type.kind)}.`, context);
    return {
      type: value.type,
      run: numbers(value, by, (a, b) => (b === 0 ? undefined : exact(Math.floor(a / b)))),
    };
  },
  times: (node, [value = broken, factor = broken], context) => {
    wrongCount(node, 2, context);
    expectKind(node.args[1], factor, 'decimal', context);
    if (!isNumeric(value.type.kind) && value.type.kind !== 'unknown')
      complain(node, `„times“ vervielfacht Zahlen und Beträge, nicht ${typeName(value.type.kind)}.`, context);
    const type = value.type.kind === 'integer' ? factor.type : value.type;
    const scale = value.type.kind === 'integer' ? 1 : 1000;
    return { type, run: numbers(value, factor, (a, b) => halfUp(a * b, scale)) };
  },
  round: (node, args, context) => toWhole(node, args, context, (value) => halfUp(value, 1000)),
  floor: (node, args, context) => toWhole(node, args, context, (value) => Math.floor(value / 1000)),
  ceil: (node, args, context) => toWhole(node, args, context, (value) => Math.ceil(value / 1000) + 0),
  text: (node, [value = broken], context) => {
    wrongCount(node, 1, context);
    const { kind } = value.type;
    return {
      type: textType,
      run: (env) => {
        const found = value.run(env);
        return found === undefined ? undefined : formatValue(kind, found);
      },
    };
  },
  concat: (node, args, context) => {
    if (args.length < 2) complain(node, '„concat“ braucht mindestens zwei Texte.', context);
    for (const [index, arg] of args.entries()) expectKind(node.args[index], arg, 'text', context);
    return { type: textType, run: (env) => joined(args.map((arg) => arg.run(env))) };
  },
  matches: (node, [value = broken], context) => {
    wrongCount(node, 2, context);
    expectKind(node.args[0], value, 'text', context);
    const pattern = patternOf(node, context);
    return {
      type: booleanType,
      run: (env) => {
        const text = value.run(env);
        return typeof text === 'string' && pattern !== null && pattern(text);
      },
    };
  },
};

/** A quotient rounded to the nearest whole, halves away from zero; nothing where the numerator is no longer exact. */
function halfUp(value: number, by: number): number | undefined {
  if (!Number.isSafeInteger(value)) return undefined;
  const size = Math.floor(Math.abs(value) / by + 0.5);
  return value < 0 && size > 0 ? -size : size;
}

function toWhole(
  node: Call,
  [value = broken]: readonly Typed[],
  context: Context,
  turn: (value: number) => number | undefined,
): Typed {
  wrongCount(node, 1, context);
  if (value.type.kind === 'integer') return value;
  expectKind(node.args[0], value, 'decimal', context);
  return { type: integerType, run: numbers(value, value, turn) };
}

// Without answers a text cannot be put together; what is longer than any answer is none.
function joined(
  values: readonly (string | number | boolean | readonly string[] | undefined)[],
): string | undefined {
  if (!values.every((value) => typeof value === 'string')) return undefined;
  const text = values.join('');
  return text.length > limits.textLength ? undefined : text;
}

/** The pattern of `matches`, which must stand there as it is, so that it is proven before anybody answers. */
function patternOf(node: Call, context: Context): ((text: string) => boolean) | null {
  const source = node.args[1];
  if (!source) return null;
  if (source.op !== 'literal' || source.kind !== 'text') {
    context.problems.push({ at: source.at, message: 'Das Muster steht hier als Text in Anführungszeichen.' });
    return null;
  }
  const pattern = compilePattern(String(source.value));
  if (pattern.ok) return pattern.matches;
  context.problems.push({ at: source.at + 1 + pattern.at, message: pattern.message });
  return null;
}

function alike(node: Call, left: Typed, right: Typed, context: Context): [Typed, Typed, ExprType] {
  const scaled = onOneScale(left, right);
  if (scaled) return [scaled.left, scaled.right, typeOfNumeric[scaled.kind]];
  const kinds = [left.type.kind, right.type.kind];
  if (kinds[0] !== kinds[1] && !kinds.includes('unknown')) {
    complain(
      node,
      `„${node.name}“ gibt einmal ${typeName(left.type.kind)} und einmal ${typeName(right.type.kind)}.`,
      context,
    );
  }
  return [left, right, kinds[0] === 'text' ? { kind: 'text' } : left.type];
}

function extreme(
  node: Call,
  [left = broken, right = broken]: readonly Typed[],
  context: Context,
  pick: (a: number, b: number) => number,
): Typed {
  wrongCount(node, 2, context);
  if (left.type.kind === 'date' && right.type.kind === 'date') return extremeDay(left, right, pick);
  const scaled = onOneScale(left, right);
  if (!scaled) {
    complain(node, `„${node.name}“ vergleicht zwei Zahlen, zwei Beträge oder zwei Tage.`, context);
    return broken;
  }
  return { type: typeOfNumeric[scaled.kind], run: numbers(scaled.left, scaled.right, pick) };
}

function extremeDay(left: Typed, right: Typed, pick: (a: number, b: number) => number): Typed {
  const wantsFirst = pick(0, 1) === 0;
  return {
    type: left.type,
    run: (env) => {
      const [a, b] = [left.run(env), right.run(env)];
      if (typeof a !== 'string' || typeof b !== 'string') return undefined;
      return a < b === wantsFirst ? a : b;
    },
  };
}

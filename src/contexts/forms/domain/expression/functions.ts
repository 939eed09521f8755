import { nearest } from '#kernel';
import { aggregate, aggregateNames, isAggregate } from './aggregates.ts';
import { exact, isNumeric, numbers, onOneScale, typeOfNumeric } from './numbers.ts';
import type { Context, Typed } from './scope.ts';
import { type SimpleFunction, simpleFunctions } from './simple-functions.ts';
import type { Node } from './syntax.ts';
import { booleanType, type ExprKind, type ExprType, typeName, unknownType } from './types.ts';

type Call = Extract<Node, { op: 'call' }>;
type Compile = (node: Node, context: Context) => Typed;

const broken: Typed = { type: unknownType, run: () => undefined };

const special: Readonly<Record<string, (node: Call, args: readonly Typed[], context: Context) => Typed>> = {
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
};

/** The names of all functions; no answer may bear one of them. */
export const functionNames: readonly string[] = [
  ...Object.keys(special),
  ...aggregateNames,
  ...simpleFunctions.keys(),
];

/** A call: over rows, with fixed types, or one of the few with rules of their own. */
export function call(node: Call, context: Context, compile: Compile): Typed {
  if (isAggregate(node.name)) return aggregate(node, node.name, context, compile);
  const args = node.args.map((arg) => compile(arg, context));
  const simple = simpleFunctions.get(node.name);
  if (simple) return simpleCall(node, simple, args, context);
  if (Object.hasOwn(special, node.name)) return special[node.name]?.(node, args, context) ?? broken;
  const near = nearest(node.name, functionNames, (name) => name, 1)[0];
  complain(
    node,
    `Die Funktion „${node.name}“ gibt es nicht.${near ? ` Meinten Sie „${near}“?` : ''}`,
    context,
  );
  return broken;
}

function complain(node: Node, message: string, context: Context): void {
  context.problems.push({ at: node.at, message });
}

function wrongCount(node: Call, wanted: number, context: Context): void {
  if (node.args.length !== wanted) complain(node, `„${node.name}“ braucht genau ${wanted} Angaben.`, context);
}

function expectKind(node: Node | undefined, part: Typed, kind: ExprKind, context: Context): void {
  if (!node || part.type.kind === kind || part.type.kind === 'unknown') return;
  complain(node, `Hier muss ${typeName(kind)} stehen, nicht ${typeName(part.type.kind)}.`, context);
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
  const scaled = onOneScale(left, right);
  if (!scaled) {
    complain(node, `„${node.name}“ vergleicht zwei Zahlen oder zwei Beträge.`, context);
    return broken;
  }
  return { type: typeOfNumeric[scaled.kind], run: numbers(scaled.left, scaled.right, pick) };
}

function simpleCall(node: Call, simple: SimpleFunction, args: readonly Typed[], context: Context): Typed {
  const least = simple.takes.length - (simple.optional ?? 0);
  if (args.length < least || args.length > simple.takes.length) {
    complain(
      node,
      `„${node.name}“ braucht ${least === simple.takes.length ? least : `${least} bis ${simple.takes.length}`} Angaben.`,
      context,
    );
  }
  for (const [index, kind] of simple.takes.entries()) {
    const part = args[index];
    if (part) expectKind(node.args[index], part, kind, context);
  }
  return {
    type: simple.gives,
    run: (env) => {
      const values = args.map((arg) => arg.run(env));
      return values.includes(undefined) ? undefined : simple.run(values, env);
    },
  };
}

import { nearest } from '#kernel';
import { aggregate, aggregateNames, isAggregate } from './aggregates.ts';
import { broken, type Call, complain, expectKind } from './call-checks.ts';
import type { Context, Typed } from './scope.ts';
import type { SimpleFunction } from './simple-function.ts';
import { simpleFunctions } from './simple-functions.ts';
import { specialFunctions } from './special-functions.ts';
import type { Node } from './syntax.ts';

type Compile = (node: Node, context: Context) => Typed;

/** The names of all functions. */
export const functionNames: readonly string[] = [
  ...Object.keys(specialFunctions),
  ...aggregateNames,
  ...simpleFunctions.keys(),
];

/** The functions of the first edition, whose names no answer may bear. Later ones are told by their bracket alone. */
export const reservedFunctions: readonly string[] = [
  ...['answered', 'if', 'default', 'min', 'max', 'div', 'count', 'sum', 'any', 'all', 'lookup'],
  ...['age', 'days', 'year', 'add_days', 'length', 'street_in'],
];

/** A call: over rows, with fixed types, or one of the few with rules of their own. */
export function call(node: Call, context: Context, compile: Compile): Typed {
  if (isAggregate(node.name)) return aggregate(node, node.name, context, compile);
  const args = node.args.map((arg) => compile(arg, context));
  const simple = simpleFunctions.get(node.name);
  if (simple) return simpleCall(node, simple, args, context);
  if (Object.hasOwn(specialFunctions, node.name))
    return specialFunctions[node.name]?.(node, args, context) ?? broken;
  const near = nearest(node.name, functionNames, (name) => name, 1)[0];
  complain(
    node,
    `Die Funktion „${node.name}“ gibt es nicht.${near ? ` Meinten Sie „${near}“?` : ''}`,
    context,
  );
  return broken;
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

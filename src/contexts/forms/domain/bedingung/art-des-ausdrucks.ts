import { parseExpression } from '../expression/parse.ts';
import { simpleFunctions } from '../expression/simple-functions.ts';
import type { Node } from '../expression/syntax.ts';
import type { ExprKind } from '../expression/types.ts';
import type { Sicht } from './name.ts';
import { benannt, reihenBenannt } from './sicht.ts';

/** What an expression gives, as far as its text tells; the compiler has the last word. */
export function artDesAusdrucks(source: string, sicht: Sicht): ExprKind {
  const parsed = parseExpression(source);
  return parsed.ok ? artVon(parsed.node, sicht) : 'unknown';
}

/** The same of its tree. */
export function artVon(node: Node, sicht: Sicht): ExprKind {
  switch (node.op) {
    case 'literal':
      return node.kind;
    case 'list':
      return 'texts';
    case 'not':
      return 'boolean';
    case 'negate':
      return artVon(node.operand, sicht);
    case 'ref':
      return artDesNamens(node.path, sicht);
    case 'call':
      return artDesAufrufs(node, sicht);
    case 'binary':
      return '+-*'.includes(node.operator) ? genauere(node.left, node.right, sicht) : 'boolean';
  }
}

function artDesNamens(path: readonly string[], sicht: Sicht): ExprKind {
  if (path.length === 1 && path[0] === 'today') return 'date';
  const found = benannt(path, sicht);
  return (found?.teil ?? found?.name)?.art ?? 'unknown';
}

/** Of two numbers the finer one: 2 * 1.5 is a decimal, 2 * 3.00 EUR an amount. */
function genauere(left: Node, right: Node, sicht: Sicht): ExprKind {
  const [a, b] = [artVon(left, sicht), artVon(right, sicht)];
  return a === 'integer' || a === 'unknown' ? b : a;
}

const fest: Readonly<Record<string, ExprKind>> = {
  answered: 'boolean',
  any: 'boolean',
  all: 'boolean',
  matches: 'boolean',
  count: 'integer',
  round: 'integer',
  floor: 'integer',
  ceil: 'integer',
  collect: 'texts',
  concat: 'text',
  text: 'text',
};

/** Which argument of a function tells what it gives. */
const wie: Readonly<Record<string, number>> = {
  ...{ if: 1, default: 0, min: 0, max: 0, div: 0, times: 0 },
  ...{ sum: 1, least: 1, greatest: 1, lookup: 2 },
};

function artDesAufrufs({ name, args }: Extract<Node, { op: 'call' }>, sicht: Sicht): ExprKind {
  const known = Object.hasOwn(fest, name) ? fest[name] : simpleFunctions.get(name)?.gives.kind;
  if (known !== undefined) return known;
  const decisive = Object.hasOwn(wie, name) ? args[wie[name] ?? 0] : undefined;
  const [over] = args;
  const rows = over?.op === 'ref' && args.length > 1 ? reihenBenannt(over.path, sicht) : null;
  return decisive === undefined ? 'unknown' : artVon(decisive, rows?.innen ?? sicht);
}

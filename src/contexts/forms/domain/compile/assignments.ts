import type { Node } from '../expression/syntax.ts';

type Answer = string | boolean | undefined;

/** What each answer can be, by its name; the proof tries all combinations. */
export type Domains = ReadonlyMap<string, readonly Answer[]>;

export type Assignment = ReadonlyMap<string, Answer>;

/** More combinations than this are not tried for one condition; it then counts as possible. */
const most = 20_000;

/** How many combinations may still be tried for a form, so that no form takes long to prove. */
export interface Budget {
  left: number;
}

export function newBudget(): Budget {
  return { left: 200_000 };
}

/**
 * The unknowns of a condition: answers with few values (choice, yes/no) by name, and every other part that is true or
 * false as a whole, by its own text. Equal parts are one unknown, so `x > 1 and not (x > 1)` is seen as impossible.
 */
export function collectUnknowns(node: Node, domains: Domains, into: Map<string, readonly Answer[]>): void {
  if (node.op === 'not') {
    collectUnknowns(node.operand, domains, into);
    return;
  }
  if (node.op === 'binary' && (node.operator === 'and' || node.operator === 'or')) {
    collectUnknowns(node.left, domains, into);
    collectUnknowns(node.right, domains, into);
    return;
  }
  if (node.op === 'literal') return;
  const enumerable = enumerableName(node, domains);
  if (enumerable !== null) into.set(enumerable, domains.get(enumerable) ?? [true, false]);
  else into.set(keyOf(node), [true, false]);
}

/** The answer that this part tests, if it tests nothing else. */
function enumerableName(node: Node, domains: Domains): string | null {
  const ref =
    node.op === 'ref'
      ? node
      : node.op === 'binary'
        ? node.left
        : node.op === 'call'
          ? node.args[0]
          : undefined;
  if (ref?.op !== 'ref' || ref.path.length !== 1) return null;
  const [name = ''] = ref.path;
  if (!domains.has(name)) return null;
  if (node.op === 'ref') return name;
  if (node.op === 'call') return node.name === 'answered' ? name : null;
  return node.op === 'binary' && isLiteralTest(node) ? name : null;
}

function isLiteralTest(node: Extract<Node, { op: 'binary' }>): boolean {
  if (node.operator === 'in')
    return node.right.op === 'list' && node.right.items.every((item) => item.op === 'literal');
  return (node.operator === '=' || node.operator === '!=') && node.right.op === 'literal';
}

function keyOf(node: Node): string {
  return JSON.stringify(node, (key, value: unknown) => (key === 'at' ? undefined : value));
}

/** Whether the condition holds under these values. */
export function holds(node: Node, domains: Domains, values: Assignment): boolean {
  if (node.op === 'literal') return node.value === true;
  if (node.op === 'not') return !holds(node.operand, domains, values);
  if (node.op === 'binary' && node.operator === 'and')
    return holds(node.left, domains, values) && holds(node.right, domains, values);
  if (node.op === 'binary' && node.operator === 'or')
    return holds(node.left, domains, values) || holds(node.right, domains, values);
  const name = enumerableName(node, domains);
  return name === null ? values.get(keyOf(node)) === true : literalTest(node, values.get(name));
}

function literalTest(node: Node, value: Answer): boolean {
  if (node.op === 'ref') return value === true;
  if (node.op === 'call') return value !== undefined;
  if (node.op !== 'binary' || value === undefined) return false;
  const { right } = node;
  if (node.operator === 'in')
    return right.op === 'list' && right.items.some((item) => item.op === 'literal' && item.value === value);
  const equal = right.op === 'literal' && right.value === value;
  return node.operator === '=' ? equal : !equal;
}

/** Whether some combination of values fulfils the test; true where there are too many to try. */
export function isPossible(
  unknowns: ReadonlyMap<string, readonly Answer[]>,
  test: (values: Assignment) => boolean,
  budget: Budget,
): boolean {
  const names = [...unknowns];
  const combinations = names.reduce((product, [, values]) => product * values.length, 1);
  if (combinations > Math.min(most, budget.left)) return true;
  for (let number = 0; number < combinations; number += 1) {
    const values = new Map<string, Answer>();
    let rest = number;
    for (const [name, domain] of names) {
      values.set(name, domain[rest % domain.length]);
      rest = Math.floor(rest / domain.length);
    }
    budget.left -= 1;
    if (test(values)) return true;
  }
  return false;
}

import { parseExpression } from '../expression/parse.ts';
import type { Node } from '../expression/syntax.ts';

/** Whether two expressions are the same but for where their parts stand in the text. */
export function gleicherBaum(one: Node, other: Node): boolean {
  return ohnePlaetze(one) === ohnePlaetze(other);
}

/** The same of two texts; what is no expression is like nothing else. */
export function gleicheBedingung(one: string, other: string): boolean {
  const [a, b] = [parseExpression(one), parseExpression(other)];
  return a.ok && b.ok && gleicherBaum(a.node, b.node);
}

function ohnePlaetze(node: Node): string {
  return JSON.stringify(node, (key, value: unknown) => (key === 'at' ? undefined : value));
}

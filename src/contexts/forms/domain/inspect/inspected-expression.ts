import { parseExpression } from '../expression/parse.ts';
import type { Node } from '../expression/syntax.ts';

/** A condition, check or formula with its place in the definition. */
export interface InspectedExpression {
  readonly place: string;
  readonly source: string;
  readonly node: Node;
}

/** An expression as a tree; null where there is none. */
export function expressionOf(place: string, source: unknown): InspectedExpression | null {
  if (typeof source !== 'string') return null;
  const parsed = parseExpression(source);
  return parsed.ok ? { place, source, node: parsed.node } : null;
}

import type { Context, Typed } from './scope.ts';
import type { Node } from './syntax.ts';
import { type ExprKind, typeName, unknownType } from './types.ts';

export type Call = Extract<Node, { op: 'call' }>;

/** What stands in for a part that is wrong; it has been complained of. */
export const broken: Typed = { type: unknownType, run: () => undefined };

export function complain(node: Node, message: string, context: Context): void {
  context.problems.push({ at: node.at, message });
}

export function wrongCount(node: Call, wanted: number, context: Context): void {
  if (node.args.length !== wanted) complain(node, `„${node.name}“ braucht genau ${wanted} Angaben.`, context);
}

export function expectKind(node: Node | undefined, part: Typed, kind: ExprKind, context: Context): void {
  if (!node || part.type.kind === kind || part.type.kind === 'unknown') return;
  complain(node, `Hier muss ${typeName(kind)} stehen, nicht ${typeName(part.type.kind)}.`, context);
}

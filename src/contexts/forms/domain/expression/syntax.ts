/** The tree of an expression; `at` is the character at which the part begins. */
export type Node =
  | {
      readonly op: 'literal';
      readonly kind: LiteralKind;
      readonly value: string | number | boolean;
      readonly at: number;
    }
  | { readonly op: 'list'; readonly items: readonly Node[]; readonly at: number }
  | { readonly op: 'ref'; readonly path: readonly string[]; readonly at: number }
  | { readonly op: 'call'; readonly name: string; readonly args: readonly Node[]; readonly at: number }
  | {
      readonly op: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Node;
      readonly right: Node;
      readonly at: number;
    }
  | { readonly op: 'not' | 'negate'; readonly operand: Node; readonly at: number };

export type LiteralKind = 'boolean' | 'integer' | 'decimal' | 'money' | 'date' | 'text';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type BinaryOperator = 'and' | 'or' | 'in' | Comparison | '+' | '-' | '*';

/** What is wrong with an expression, and where in it. */
export interface ExpressionProblem {
  readonly at: number;
  readonly message: string;
}

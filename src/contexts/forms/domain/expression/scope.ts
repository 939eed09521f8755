import type { ExpressionProblem } from './syntax.ts';
import type { ExprType } from './types.ts';
import type { Env, TableRow, Value } from './value.ts';

/** What a name stands for. `key` names the answer, so that the compiler knows what an expression depends on. */
export interface Reference {
  readonly type: ExprType;
  readonly key: string;
  readonly read: (env: Env) => Value;
}

/** A name that cannot be used here, and why. */
export interface Unresolved {
  readonly problem: string;
}

export type Resolution = Reference | Unresolved;

/** The columns of a repeated group or a parameter table. */
export type Columns = (path: readonly string[]) => Resolution;

/** Something that has rows: `row.…` reads a group's, `entry.…` a parameter table's. */
export type RowSource =
  | {
      readonly over: 'row';
      readonly key: string;
      readonly columns: Columns;
      readonly rows: (env: Env) => readonly (readonly Value[])[];
    }
  | {
      readonly over: 'entry';
      readonly key: string;
      readonly columns: Columns;
      readonly rows: (env: Env) => readonly TableRow[];
    };

/** What an expression may name at its place. */
export interface Scope {
  /** An answer (`name`, `name.part`) or a parameter (`param.name`). */
  readonly resolve: (path: readonly string[]) => Resolution;
  readonly rowsOf: (path: readonly string[]) => RowSource | Unresolved;
  /** What `row.…` and `entry.…` mean from the start, inside a group or an option list. */
  readonly row: Columns | null;
  readonly entry: Columns | null;
}

/** Where the compiler stands. */
export interface Context {
  readonly scope: Scope;
  readonly row: Columns | null;
  readonly entry: Columns | null;
  /** Aggregates over answers do not nest, so that the work stays rows × entries. */
  readonly inside: { readonly row: boolean; readonly entry: boolean };
  readonly problems: ExpressionProblem[];
  readonly keys: Set<string>;
}

/** A part of an expression with its type. */
export interface Typed {
  readonly type: ExprType;
  readonly run: (env: Env) => Value;
}

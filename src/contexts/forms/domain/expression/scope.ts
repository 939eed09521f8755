import type { ExpressionProblem } from './syntax.ts';
import type { ExprType } from './types.ts';
import type { Env, Row, TableRow, Value } from './value.ts';

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

/** One row that an expression stands in: its fields, and the groups inside it. */
export interface RowLevel {
  readonly columns: Columns;
  readonly rowsOf: (id: string) => RowSource | Unresolved;
}

/** Something that has rows: `row.…` reads a group's, `entry.…` a parameter table's. */
export type RowSource =
  | {
      readonly over: 'row';
      readonly key: string;
      /** What a row of it offers to expressions that stand so many rows deep. */
      readonly levelAt: (depth: number) => RowLevel;
      readonly rows: (env: Env) => readonly Row[];
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
  /** The rows that the expression stands in from the start, the outermost first. */
  readonly levels: readonly RowLevel[];
  /** What `entry.…` means from the start, inside an option list. */
  readonly entry: Columns | null;
}

/** Where the compiler stands. */
export interface Context {
  readonly scope: Scope;
  readonly levels: readonly RowLevel[];
  readonly entry: Columns | null;
  /** Aggregates nest only from a row into its own groups, so that the work stays rows × entries. */
  readonly inside: { readonly row: boolean; readonly entry: boolean };
  readonly problems: ExpressionProblem[];
  readonly keys: Set<string>;
}

/** A part of an expression with its type. */
export interface Typed {
  readonly type: ExprType;
  readonly run: (env: Env) => Value;
}

/** How many rows outward a path begins: 0 for `row.…`, 1 for `outer.…`, 2 for `outer.outer.…`; null for other names. */
export function outwardSteps(path: readonly string[]): number | null {
  if (path[0] === 'row') return 0;
  const steps = path.findIndex((part) => part !== 'outer');
  return steps > 0 ? steps : null;
}

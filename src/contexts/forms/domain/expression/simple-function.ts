import type { ExprKind, ExprType } from './types.ts';
import type { Env, Value } from './value.ts';

/** A function whose arguments have fixed types; any argument without an answer gives none. */
export interface SimpleFunction {
  readonly takes: readonly ExprKind[];
  /** How many of the last arguments may be left out. */
  readonly optional?: number;
  readonly gives: ExprType;
  readonly run: (args: readonly Value[], env: Env) => Value;
}

export const asText = (value: Value): string => (typeof value === 'string' ? value : '');
export const asNumber = (value: Value): number => (typeof value === 'number' ? value : 0);
export const asTexts = (value: Value): readonly string[] => (typeof value === 'object' ? value : []);

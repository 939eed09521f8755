import { daysBetween, fullYears, shiftedDate } from './dates.ts';
import { streetIn } from './street.ts';
import { booleanType, dateType, type ExprKind, type ExprType, integerType } from './types.ts';
import type { Env, Value } from './value.ts';

/** A function whose arguments have fixed types; any argument without an answer gives none. */
export interface SimpleFunction {
  readonly takes: readonly ExprKind[];
  /** How many of the last arguments may be left out. */
  readonly optional?: number;
  readonly gives: ExprType;
  readonly run: (args: readonly Value[], env: Env) => Value;
}

const text = (value: Value): string => (typeof value === 'string' ? value : '');
const whole = (value: Value): number => (typeof value === 'number' ? value : 0);

export const simpleFunctions: ReadonlyMap<string, SimpleFunction> = new Map<string, SimpleFunction>([
  [
    'age',
    {
      takes: ['date', 'date'],
      optional: 1,
      gives: integerType,
      run: ([born, on], env) => fullYears(text(born), text(on) || env.today),
    },
  ],
  ['days', { takes: ['date', 'date'], gives: integerType, run: ([a, b]) => daysBetween(text(a), text(b)) }],
  ['year', { takes: ['date'], gives: integerType, run: ([date]) => Number(text(date).slice(0, 4)) }],
  [
    'add_days',
    {
      takes: ['date', 'integer'],
      gives: dateType,
      run: ([date, days]) => shiftedDate(text(date), whole(days)),
    },
  ],
  ['length', { takes: ['text'], gives: integerType, run: ([value]) => text(value).length }],
  [
    'street_in',
    {
      takes: ['text', 'texts'],
      gives: booleanType,
      run: ([street, list]) => typeof list === 'object' && streetIn(text(street), list),
    },
  ],
]);

import type { ParameterValues } from '#forms';
import {
  type Abstract,
  anything,
  either,
  no,
  noValue,
  numbers,
  type Scale,
  textOf,
  yes,
} from '../values/abstract.ts';
import { dayOf } from '../values/dates.ts';

type Value = ParameterValues['single'][string];

const scales: Readonly<Record<string, Scale>> = {
  integer: 'integer',
  decimal: 'decimal',
  money: 'money',
  date: 'date',
};

/** The set that holds just this value. */
export function exactly(kind: string, value: Value): Abstract {
  if (value === undefined) return noValue;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'object')
    return { none: false, known: { kind: 'texts', sure: new Set(value), maybe: new Set(), other: false } };
  if (kind === 'date' && typeof value === 'string') return numbers('date', dayOf(value), dayOf(value));
  if (typeof value === 'string') return textOf([value], null);
  const scale = scales[kind];
  return scale ? numbers(scale, value, value) : anything;
}

/** All values of a kind; `longest` bounds texts. */
export function allOfKind(kind: string, longest = 10_000): Abstract {
  const scale = scales[kind];
  if (scale === 'date') return numbers('date', dayOf('1900-01-01'), dayOf('2100-12-31'));
  if (scale) return numbers(scale, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  if (kind === 'boolean') return either;
  if (kind === 'text' || kind === 'url') return textOf([], { shortest: 1, longest });
  if (kind === 'texts')
    return { none: false, known: { kind: 'texts', sure: new Set(), maybe: new Set(), other: true } };
  return anything;
}

import type { Refusal } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

/** An exact fraction in lowest terms; the denominator is positive. Shares and prices are these, never binary floats. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Rational = { n: 0n, d: 1n };
export const one: Rational = { n: 1n, d: 1n };

/** The fraction `n / d` in lowest terms. A denominator of zero is a fault. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than zero.');
  const shared = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / shared, d: d / shared };
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function sub(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
}

export function mul(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

export function div(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function cmp(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sum(all: Iterable<Rational>): Rational {
  let total = zero;
  for (const each of all) total = add(total, each);
  return total;
}

const decimal = /^(-?)(\d{1,60})(?:[.,](\d{1,60}))?$/;
const fraction = /^(-?\d{1,400})\/(\d{1,400})$/;

const wholeNumber = /^\d{1,60}$/;

/** Parses `3.06053`, `3,06053` or the fraction `1/3`, exactly. */
export function parse(text: string): Result<Rational> {
  if (wholeNumber.test(text)) return ok({ n: BigInt(text), d: 1n });
  const [, sign = '', whole = '0', rest = ''] = decimal.exec(text.trim()) ?? [];
  if (decimal.test(text.trim()))
    return ok(rational(BigInt(`${sign}${whole}${rest}`), 10n ** BigInt(rest.length)));
  const [, n = '0', d = '0'] = fraction.exec(text.trim()) ?? [];
  return BigInt(d) === 0n ? refuse(notANumber(text)) : ok(rational(BigInt(n), BigInt(d)));
}

/** Parses a number that stands in our own code or data; throws where it is none. */
export function ofDecimal(text: string): Rational {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}

/** With a point and this many digits after it, rounded half away from zero: `toDecimal(1/3, 4)` is `0.3333`. */
export function toDecimal(value: Rational, digits: number): string {
  const rounded = roundHalfAway({ n: value.n * 10n ** BigInt(digits), d: value.d });
  const text = String(rounded < 0n ? -rounded : rounded).padStart(digits + 1, '0');
  const cut = text.length - digits;
  return `${rounded < 0n ? '-' : ''}${text.slice(0, cut)}${digits > 0 ? `.${text.slice(cut)}` : ''}`;
}

/** Loses nothing: `5` or `1/3`; `parse` reads it back. */
export function toText({ n, d }: Rational): string {
  return d === 1n ? String(n) : `${n}/${d}`;
}

/** The nearest whole number; halves go away from zero, as in commerce. */
export function roundHalfAway({ n, d }: Rational): bigint {
  return n < 0n ? -((-n * 2n + d) / (d * 2n)) : (n * 2n + d) / (d * 2n);
}

/** The whole number at or below. */
export function floor({ n, d }: Rational): bigint {
  const whole = n / d;
  return n < 0n && whole * d !== n ? whole - 1n : whole;
}

/** The whole number at or above. */
export function ceil({ n, d }: Rational): bigint {
  return -floor({ n: -n, d });
}

/** The smallest positive number that both divide. */
export function lcm(a: bigint, b: bigint): bigint {
  return b === 1n || a === b ? a : (a / gcd(a, b)) * b;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

function notANumber(text: string): Refusal {
  const message = `„${text}“ ist keine Zahl. Schreiben Sie zum Beispiel 3,06053 oder 1/3.`;
  return { kind: 'invalid', code: 'NUMBER_INVALID', message, fields: [{ field: 'zahl', message }] };
}

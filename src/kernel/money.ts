import { ceil, floor, lcm, mul, type Rational, rational, roundHalfAway } from './rational.ts';

/** An amount of money in whole cents; negative amounts are credits. */
export type Cents = bigint;

/** Who gets how much of a whole; only the proportion of the weights counts. */
export interface Weighted {
  readonly key: string;
  readonly weight: Rational;
}

/** Exact shares over one denominator: the share of `keys[i]` is `numerators[i] / denominator` cents. */
export interface ExactShares {
  readonly keys: readonly string[];
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

/** The exact shares of `total` by weight. Weights that are negative or all zero are a fault: refuse them before. */
export function exactShares(total: Cents, weights: readonly Weighted[]): ExactShares {
  const common = weights.reduce((shared, { weight }) => lcm(shared, weight.d), 1n);
  const whole = weights.map(({ weight }) => weight.n * (common / weight.d));
  const sum = whole.reduce((all, weight) => all + weight, 0n);
  if (sum <= 0n || whole.some((weight) => weight < 0n))
    throw new RangeError('Weights must not be negative, nor all zero.');
  return {
    keys: weights.map(({ key }) => key),
    numerators: whole.map((weight) => total * weight),
    denominator: sum,
  };
}

/**
 * Largest remainder (Hare): each gets the whole cents below its exact share, the cents left to `total` go to the largest
 * remainders, among equals to the smaller key. The order in which the keys come does not matter. `total` is the sum of the shares
 * (which must be whole then) or one of the whole numbers next to it.
 */
export function roundLargestRemainder(
  shares: ExactShares,
  total: Cents = exactTotal(shares),
): ReadonlyMap<string, Cents> {
  const { keys, numerators, denominator } = shares;
  const floors = numerators.map((n) => floor({ n, d: denominator }));
  const left = total - floors.reduce((all, cents) => all + cents, 0n);
  const remainders = numerators.map((n, index) => n - (floors[index] ?? 0n) * denominator);
  const lucky = new Set(inOrder(remainders, keys, Number(left)).slice(0, Number(left)));
  return new Map(keys.map((key, index) => [key, (floors[index] ?? 0n) + (lucky.has(index) ? 1n : 0n)]));
}

/** The places of the largest remainders first. Those without one are only looked at when all others have got their cent. */
function inOrder(remainders: readonly bigint[], keys: readonly string[], wanted: number): readonly number[] {
  const all = [...keys.keys()];
  const some = all.filter((index) => remainders[index] !== 0n);
  return (some.length < wanted ? all : some).sort((a, b) => byRemainder(remainders, keys, a, b));
}

function byRemainder(remainders: readonly bigint[], keys: readonly string[], a: number, b: number): number {
  const [left, right] = [remainders[a] ?? 0n, remainders[b] ?? 0n];
  if (left !== right) return left > right ? -1 : 1;
  return (keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1;
}

/** Whole cents by largest remainder; they sum to `total` exactly. */
export function largestRemainder(total: Cents, weights: readonly Weighted[]): ReadonlyMap<string, Cents> {
  return roundLargestRemainder(exactShares(total, weights));
}

/** Every share rounded as in commerce; the residue is what the sum lacks (or, negative, has too much). */
export function commercial(
  total: Cents,
  weights: readonly Weighted[],
): { readonly shares: ReadonlyMap<string, Cents>; readonly residue: Cents } {
  const exact = exactShares(total, weights);
  const shares = eachOf(exact, (share) => roundHalfAway(share));
  return { shares, residue: total - sumOf(shares) };
}

/** Every share up to the full euro, in cents; the surplus is what is asked for beyond the total. */
export function ceilToEuro(
  total: Cents,
  weights: readonly Weighted[],
): { readonly shares: ReadonlyMap<string, Cents>; readonly surplus: Cents } {
  const shares = eachOf(exactShares(total, weights), fullEuro);
  return { shares, surplus: sumOf(shares) - total };
}

/** An exact amount of cents up to the full euro, in cents. */
export function fullEuro({ n, d }: Rational): Cents {
  return ceil({ n, d: d * 100n }) * 100n;
}

/** `rate` of an amount, rounded as in commerce to whole cents. */
export function rateOf(amount: Cents, rate: Rational): Cents {
  return roundHalfAway(mul(rational(amount), rate));
}

/** `1.234.567,89 €`, as German readers write it, with a true minus. */
export function formatCents(amount: Cents): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  const euros = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0n ? '−' : ''}${euros},${digits.slice(-2)} €`;
}

function eachOf(
  { keys, numerators, denominator }: ExactShares,
  round: (share: Rational) => Cents,
): ReadonlyMap<string, Cents> {
  return new Map(keys.map((key, index) => [key, round({ n: numerators[index] ?? 0n, d: denominator })]));
}

function exactTotal({ numerators, denominator }: ExactShares): bigint {
  const sum = numerators.reduce((all, n) => all + n, 0n);
  if (sum % denominator !== 0n)
    throw new RangeError('Largest remainder needs shares of a whole number of cents.');
  return sum / denominator;
}

function sumOf(shares: ReadonlyMap<string, Cents>): Cents {
  return [...shares.values()].reduce((all, cents) => all + cents, 0n);
}

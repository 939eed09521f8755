/** How a number counts: decimals as thousandths, money as cents, dates as days since 1970-01-01. */
export type Scale = 'integer' | 'decimal' | 'money' | 'date';

/** A set of values, never smaller than the real one. */
export type Known =
  | { readonly kind: 'truth'; readonly yes: boolean; readonly no: boolean }
  | { readonly kind: 'number'; readonly scale: Scale; readonly low: number; readonly high: number }
  | {
      readonly kind: 'text';
      readonly values: ReadonlySet<string>;
      /** Any text besides those, so long. */
      readonly other: { readonly shortest: number; readonly longest: number } | null;
    }
  | {
      readonly kind: 'texts';
      readonly sure: ReadonlySet<string>;
      readonly maybe: ReadonlySet<string>;
      /** Whether values that nobody names may be among them. */
      readonly other: boolean;
    }
  | { readonly kind: 'any' };

/** What an expression can yield: perhaps no value, perhaps one of a set. Empty where both are missing. */
export interface Abstract {
  readonly none: boolean;
  readonly known: Known | null;
}

export const noValue: Abstract = { none: true, known: null };
export const anything: Abstract = { none: true, known: { kind: 'any' } };
export const yes: Abstract = { none: false, known: { kind: 'truth', yes: true, no: false } };
export const no: Abstract = { none: false, known: { kind: 'truth', yes: false, no: true } };
export const either: Abstract = { none: false, known: { kind: 'truth', yes: true, no: true } };

export function truth(isYes: boolean, isNo: boolean): Abstract {
  return { none: false, known: { kind: 'truth', yes: isYes, no: isNo } };
}

export function numbers(scale: Scale, low: number, high: number, none = false): Abstract {
  return { none, known: low <= high ? { kind: 'number', scale, low, high } : null };
}

export function textOf(
  values: Iterable<string>,
  other: { shortest: number; longest: number } | null,
): Abstract {
  return { none: false, known: { kind: 'text', values: new Set(values), other } };
}

export function isEmpty({ none, known }: Abstract): boolean {
  return !none && known === null;
}

export function withNone(value: Abstract): Abstract {
  return value.none ? value : { ...value, none: true };
}

export function withoutNone(value: Abstract): Abstract {
  return value.none ? { ...value, none: false } : value;
}

/** Whether a condition may hold, and whether it may not; no value counts as no. */
export function truthOf({ none, known }: Abstract): { readonly yes: boolean; readonly no: boolean } {
  if (known === null) return { yes: false, no: true };
  if (known.kind === 'truth') return { yes: known.yes, no: known.no || none };
  return { yes: true, no: true };
}

/** The only value of a set, if it has just one. */
export function pointOf({ none, known }: Abstract): string | number | boolean | undefined {
  if (none || known === null) return undefined;
  switch (known.kind) {
    case 'truth':
      return known.yes === known.no ? undefined : known.yes;
    case 'number':
      return known.low === known.high ? known.low : undefined;
    case 'text':
      return known.other === null && known.values.size === 1 ? [...known.values][0] : undefined;
    default:
      return undefined;
  }
}

/** Two numbers on one scale: an integer beside a decimal becomes a decimal. */
export function onOneScale(
  a: Extract<Known, { kind: 'number' }>,
  b: Extract<Known, { kind: 'number' }>,
): readonly [Extract<Known, { kind: 'number' }>, Extract<Known, { kind: 'number' }>] | null {
  if (a.scale === b.scale) return [a, b];
  if (a.scale === 'integer' && b.scale === 'decimal') return [asDecimal(a), b];
  if (a.scale === 'decimal' && b.scale === 'integer') return [a, asDecimal(b)];
  return null;
}

export function asDecimal(value: Extract<Known, { kind: 'number' }>): Extract<Known, { kind: 'number' }> {
  return { kind: 'number', scale: 'decimal', low: value.low * 1000, high: value.high * 1000 };
}

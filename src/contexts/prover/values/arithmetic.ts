import type { Arithmetic, Operator } from '../model/term.ts';
import { type Abstract, anything, type Known, numbers, onOneScale, truth } from './abstract.ts';

type NumberSet = Extract<Known, { kind: 'number' }>;

/** The result of an operation on two sets of numbers; what is no longer exact is no value, as in the language. */
export function calculate(operator: Arithmetic, left: Abstract, right: Abstract): Abstract {
  const none = left.none || right.none;
  if (left.known === null || right.known === null) return { none: true, known: null };
  if (left.known.kind !== 'number' || right.known.kind !== 'number') return anything;
  if (operator === '*') return product(left.known, right.known, none);
  if (operator === 'div') return quotient(left.known, right.known, none);
  const pair = onOneScale(left.known, right.known);
  if (!pair) return anything;
  const [a, b] = pair;
  switch (operator) {
    case '+':
      return exact(a, a.low + b.low, a.high + b.high, none);
    case '-':
      return exact(a, a.low - b.high, a.high - b.low, none);
    case 'min':
      return exact(a, Math.min(a.low, b.low), Math.min(a.high, b.high), none);
    case 'max':
      return exact(a, Math.max(a.low, b.low), Math.max(a.high, b.high), none);
  }
}

function exact({ scale }: NumberSet, low: number, high: number, none: boolean): Abstract {
  if (Number.isSafeInteger(low) && Number.isSafeInteger(high)) return numbers(scale, low, high, none);
  const clamp = (value: number) =>
    Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, value));
  return numbers(scale, clamp(low), clamp(high), true);
}

function product(a: NumberSet, b: NumberSet, none: boolean): Abstract {
  const scale = a.scale === 'integer' ? b.scale : a.scale;
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return exact({ ...a, scale }, Math.min(...corners), Math.max(...corners), none);
}

function quotient(a: NumberSet, b: NumberSet, none: boolean): Abstract {
  if (b.low <= 0 && b.high >= 0) {
    const size = Math.max(Math.abs(a.low), Math.abs(a.high));
    return b.low === 0 && b.high === 0 ? { none: true, known: null } : exact(a, -size, size, true);
  }
  const corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high].map(Math.floor);
  return exact(a, Math.min(...corners), Math.max(...corners), none);
}

export function negated(value: Abstract): Abstract {
  if (value.known?.kind !== 'number') return value.known === null ? value : anything;
  return numbers(value.known.scale, -value.known.high, -value.known.low, value.none);
}

/** What a comparison yields; with no value on one side it is no. */
export function compared(operator: Operator, left: Abstract, right: Abstract): Abstract {
  if (left.known === null || right.known === null) return truth(false, true);
  const open = left.none || right.none;
  const { yes, no } = comparedKnown(operator, left.known, right.known);
  return truth(yes, no || open);
}

function comparedKnown(operator: Operator, a: Known, b: Known): { yes: boolean; no: boolean } {
  if (a.kind === 'number' && b.kind === 'number') {
    const pair = onOneScale(a, b);
    return pair ? comparedNumbers(operator, pair[0], pair[1]) : { yes: true, no: true };
  }
  const equal = equality(a, b);
  if (operator === '=') return equal;
  if (operator === '!=') return { yes: equal.no, no: equal.yes };
  return { yes: true, no: true };
}

function comparedNumbers(operator: Operator, a: NumberSet, b: NumberSet): { yes: boolean; no: boolean } {
  const overlap = a.low <= b.high && b.low <= a.high;
  const same = a.low === a.high && b.low === b.high && a.low === b.low;
  switch (operator) {
    case '=':
      return { yes: overlap, no: !same };
    case '!=':
      return { yes: !same, no: overlap };
    case '<':
      return { yes: a.low < b.high, no: a.high >= b.low };
    case '<=':
      return { yes: a.low <= b.high, no: a.high > b.low };
    case '>':
      return comparedNumbers('<', b, a);
    case '>=':
      return comparedNumbers('<=', b, a);
  }
}

function equality(a: Known, b: Known): { yes: boolean; no: boolean } {
  if (a.kind === 'truth' && b.kind === 'truth')
    return { yes: (a.yes && b.yes) || (a.no && b.no), no: (a.yes && b.no) || (a.no && b.yes) };
  if (a.kind !== 'text' || b.kind !== 'text') return { yes: true, no: true };
  if (a.other || b.other) return { yes: mayShare(a, b), no: true };
  const shared = [...a.values].some((value) => b.values.has(value));
  return { yes: shared, no: !(shared && a.values.size === 1 && b.values.size === 1) };
}

type TextSet = Extract<Known, { kind: 'text' }>;

/** A candidate that was taken out of a set is not among its „other“ texts: those are the ones that nobody names. */
function mayShare(a: TextSet, b: TextSet): boolean {
  if ([...a.values].some((value) => b.values.has(value))) return true;
  return a.other !== null && b.other !== null;
}

import { type Abstract, type Known, numbers, onOneScale } from '../values/abstract.ts';
import type { mirrored } from './mirrored.ts';
import { without } from './without.ts';

/** The values of `a` for which the comparison with some value of `b` can hold. */
export function boundedBy(operator: keyof typeof mirrored, a: Abstract, b: Abstract): Abstract {
  const own: Abstract = { none: false, known: a.known };
  if (a.known?.kind === 'number' && b.known?.kind === 'number')
    return boundedNumber(operator, a.known, b.known);
  if (operator === '=' && b.known !== null) return { none: false, known: b.known };
  if (operator === '!=') return { none: false, known: without(a.known, b) };
  return own;
}

function boundedNumber(
  operator: keyof typeof mirrored,
  a: Extract<Known, { kind: 'number' }>,
  b: Extract<Known, { kind: 'number' }>,
): Abstract {
  const pair = onOneScale(a, b);
  if (!pair) return { none: false, known: a };
  const [left, right] = pair;
  let { low, high } = left;
  if (operator === '=') [low, high] = [Math.max(low, right.low), Math.min(high, right.high)];
  if (operator === '<') high = Math.min(high, right.high - 1);
  if (operator === '<=') high = Math.min(high, right.high);
  if (operator === '>') low = Math.max(low, right.low + 1);
  if (operator === '>=') low = Math.max(low, right.low);
  if (operator === '!=' && right.low === right.high) {
    if (low === right.low) low += 1;
    if (high === right.low) high -= 1;
  }
  return numbers(left.scale, low, high);
}

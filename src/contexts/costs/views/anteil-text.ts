import { ratio } from '#kernel';
import { percent } from '../domain/schluesselwerte.ts';

/** An exact number for people: a layer's part as percent, a value of a key as it is, with at most ten digits. */
export function anteilText(text: string, asPercent = true): string {
  const value = ratio.ofDecimal(text);
  return asPercent ? `${percent(ratio.mul(value, ratio.rational(100n)))} %` : percent(value);
}

import { formatNumber, formatShare } from '#ui';
import type { Zahl } from '../domain/dokument.ts';

/** „12 von 30 (40 %)“. */
export function anteil(part: number, whole: number): string {
  return `${formatNumber(part)} von ${formatNumber(whole)} (${formatShare(part, whole)})`;
}

/** „12 von 30 (40 %)“, or the number alone where it is no share. */
export function valueText({ wert, von }: Pick<Zahl, 'wert' | 'von'>): string {
  return von === null ? formatNumber(wert) : anteil(wert, von);
}

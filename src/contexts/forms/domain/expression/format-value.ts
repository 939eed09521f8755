import { formatLocalDate, parseLocalDate } from '#kernel';
import type { ExprKind } from './types.ts';
import type { Value } from './value.ts';

const grouping = /\B(?=(\d{3})+(?!\d))/g;

/** `1.234,50 €` of cents, exact for every safe integer. */
export function formatCents(cents: number): string {
  const size = Math.abs(cents);
  const whole = String(Math.floor(size / 100)).replaceAll(grouping, '.');
  return `${cents < 0 ? '-' : ''}${whole},${String(size % 100).padStart(2, '0')} €`;
}

/** `1234,50` of cents, as somebody types an amount. */
export function inEuro(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',');
}

/** `7,5` of thousandths, without needless zeros. */
export function formatThousandths(thousandths: number): string {
  const size = Math.abs(thousandths);
  const whole = String(Math.floor(size / 1000)).replaceAll(grouping, '.');
  const fraction = String(size % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${thousandths < 0 ? '-' : ''}${whole}${fraction ? `,${fraction}` : ''}`;
}

/** `21.11.2026`; text that is no date stays as it is. */
export function formatDay(text: string): string {
  const date = parseLocalDate(text);
  return date.ok ? formatLocalDate(date.value) : text;
}

/** A value as German readers write it; no answer gives nothing. */
export function formatValue(kind: ExprKind, value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nein';
  if (typeof value === 'object') return value.join(', ');
  if (typeof value === 'string') return kind === 'date' ? formatDay(value) : value;
  if (kind === 'money') return formatCents(value);
  if (kind === 'decimal') return formatThousandths(value);
  return kind === 'integer' ? formatThousandths(value * 1000) : String(value);
}

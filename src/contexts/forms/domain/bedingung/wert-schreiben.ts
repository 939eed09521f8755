import { parseLocalDate } from '#kernel';
import { inEuro } from '../expression/format-value.ts';
import type { Node } from '../expression/syntax.ts';
import type { ExprKind } from '../expression/types.ts';

/** A value as somebody typed or chose it, as expressions write it; `null` where it is none of its kind. */
export function wertGeschrieben(typed: string, art: ExprKind): string | null {
  const text = typed.trim();
  if (art === 'text' || art === 'texts') return text === '' ? null : `'${text.replaceAll("'", "''")}'`;
  if (art === 'date') return parseLocalDate(text).ok ? text : null;
  const number = text
    .replaceAll(/[\s\u00a0]|€|EUR/g, '')
    .replaceAll(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  if (!/^-?\d{1,12}(\.\d{1,3})?$/.test(number)) return null;
  if (art === 'integer') return /^-?\d+$/.test(number) ? number : null;
  if (art === 'decimal') return number;
  return art === 'money' ? betrag(number) : null;
}

function betrag(number: string): string | null {
  const [whole, cents = ''] = number.split('.');
  return cents.length > 2 ? null : `${whole}.${cents.padEnd(2, '0')} EUR`;
}

/** A value of an expression as somebody types or chooses it; `null` where it is no fixed one. */
export function wertGelesen(node: Node): string | null {
  if (node.op === 'negate') {
    const size = node.operand.op === 'literal' ? wertGelesen(node.operand) : null;
    return size === null ? null : `-${size}`;
  }
  if (node.op !== 'literal') return null;
  const { kind, value } = node;
  if (kind === 'money') return inEuro(Number(value));
  if (kind !== 'decimal') return String(value);
  const [whole, fraction = ''] = (Number(value) / 1000).toFixed(3).split('.');
  return `${whole},${fraction.replace(/0{1,2}$/, '')}`;
}

import { formatCents } from '#kernel';

/** `12.345,67 €` of whole cents. */
export function euro(cent: number): string {
  return formatCents(BigInt(cent));
}

/** Euro as people type them (`1.234,50 €`) in cents; `null` where the text is no amount. */
export function centOfText(text: string): number | null {
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}))?\s*(?:€|EUR)?$/i.exec(text.trim());
  if (!match) return null;
  const [, whole = '', part = ''] = match;
  return Number(whole.replaceAll('.', '')) * 100 + Number(part.padEnd(2, '0'));
}

/** The amount as it stands in a field again. */
export function euroField(cent: number | null): string {
  return cent === null ? '' : euro(cent).replace(/\s?€$/, '');
}

import { mod97 } from './mod97.ts';

const german = 22;

/** Reads an IBAN (ISO 13616) without its spaces; a German one has 22 characters. `null` where length or check digits are wrong. */
export function parseIban(text: string): string | null {
  const typed = text.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(typed)) return null;
  if (typed.startsWith('DE') && typed.length !== german) return null;
  return mod97(`${typed.slice(4)}${typed.slice(0, 4)}`) === 1 ? typed : null;
}

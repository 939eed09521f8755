import type { Messages } from '../words/messages.ts';
import { isPlz } from './address-field.ts';
import type { Behaviour } from './behaviour.ts';
import { textual } from './text-fields.ts';

/** A key whose blanks and hyphens do not count. */
function keyField(words: Messages, problem: string, fits: (key: string) => boolean): Behaviour {
  return textual(words, 60, (text) => {
    const key = text.replaceAll(/[\s./-]/g, '').toUpperCase();
    return fits(key) ? { text: key } : { problem };
  });
}

/**
 * Whether this is a steuerliche Identifikationsnummer: eleven digits, not beginning with 0, of the first ten exactly one
 * two or three times, and the check digit by ISO/IEC 7064 MOD 11,10.
 */
export function isTaxId(text: string): boolean {
  if (!/^[1-9]\d{10}$/.test(text)) return false;
  const counts = new Map<string, number>();
  for (const digit of text.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  if (repeated.length !== 1 || (repeated[0] ?? 0) > 3 || /(\d)\1\1/.test(text.slice(0, 10))) return false;
  let product = 10;
  for (const digit of text.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(text[10]);
}

/**
 * Whether this is a Versicherungsnummer of the Rentenversicherung (VKVV § 2): Bereichsnummer, birthday, letter, serial
 * number, check digit: the digit sums of the products with 2 1 2 5 7 1 2 1 2 1 2 1, the letter as two digits.
 */
export function isPensionId(text: string): boolean {
  const match = /^(\d{8})([A-Z])(\d{2})(\d)$/.exec(text);
  if (!match) return false;
  const [, start = '', letter = '', serial = '', check = ''] = match;
  const digits = `${start}${String(letter.charCodeAt(0) - 64).padStart(2, '0')}${serial}`;
  const factors = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const sum = factors.reduce((total, factor, index) => {
    const product = factor * Number(digits[index]);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === Number(check);
}

/** Whether this has the shape of an amtlicher Gemeindeschlüssel: Land 01 to 16, Regierungsbezirk, Kreis, Gemeinde. */
export function isAgs(text: string): boolean {
  return /^(?:0[1-9]|1[0-6])\d{6}$/.test(text);
}

/** Whether this has the shape of a BIC (ISO 9362): institution, country, place, and maybe a branch. */
export function isBic(text: string): boolean {
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text);
}

export function taxIdField(words: Messages): Behaviour {
  const behaviour = keyField(words, words.taxId, isTaxId);
  const groups = (text: string): string => text.replace(/^(\d\d)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4');
  return { ...behaviour, show: (answer, env) => groups(behaviour.show(answer, env)) };
}

export function pensionIdField(words: Messages): Behaviour {
  return keyField(words, words.pensionId, isPensionId);
}

export function agsField(words: Messages): Behaviour {
  return keyField(words, words.ags, isAgs);
}

export function bicField(words: Messages): Behaviour {
  return keyField(words, words.bic, isBic);
}

export function plzField(words: Messages): Behaviour {
  return keyField(words, words.address.plz, isPlz);
}

export function urlField(words: Messages): Behaviour {
  return textual(words, 2_000, (text) => {
    const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
    const fits = URL.canParse(address) && /^https?:\/\/[^\s"<>@/]+\.[^\s"<>@]+$/i.test(address);
    return fits ? { text: address } : { problem: words.url };
  });
}

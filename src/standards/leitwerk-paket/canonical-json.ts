import { createHash } from 'node:crypto';
import { isObject, type Json } from './json.ts';

/**
 * JSON as RFC 8785 writes it: names sorted by their UTF-16 code units, no white space, numbers and texts as ECMAScript
 * writes them. Equal values give equal text. Throws for a text with half a surrogate pair, which is no Unicode.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return canonicalText(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => `${canonicalText(name)}:${canonicalJson(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('A text with half a surrogate pair has no canonical form');
  return JSON.stringify(text);
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

import { randomInt } from 'node:crypto';

// Without letters and digits that are mixed up when written down.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const shape = /^[a-z2-9]{5}-?[a-z2-9]{5}$/;

/** Ten codes of about 49 bits each, `abcde-fgh23`, each to be used once instead of the app's code. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () => `${letters(5)}-${letters(5)}`);
}

/** The code as it is hashed, or `null` where the text is none. */
export function parseRecoveryCode(text: string): string | null {
  const code = text.trim().toLowerCase().replace(/\s/g, '');
  return shape.test(code) ? code.replace('-', '') : null;
}

/** Random letters and digits that are not mixed up when written down. */
export function letters(count: number): string {
  return Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');
}

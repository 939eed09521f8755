import { mod97 } from './mod97.ts';

const shape = /^(\d{2,12})(?:-([0-9A-Z]{0,30}))?-(\d{2})$/;

/**
 * Reads a Leitweg-ID (KoSIT, Formatspezifikation Leitweg-ID 2.0): Grobadresse of 2 to 12 digits, Feinadresse of up to 30 letters
 * and digits where there is one, two check digits by ISO/IEC 7064 MOD 97-10 over all of it without hyphens. Small letters are
 * raised; `null` where form or check digits are wrong.
 */
export function parseLeitwegId(text: string): string | null {
  const typed = text.trim().toUpperCase();
  return shape.test(typed) && mod97(typed.replaceAll('-', '')) === 1 ? typed : null;
}

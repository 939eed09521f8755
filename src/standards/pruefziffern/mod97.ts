const one = 97;

/**
 * The remainder of an ISO/IEC 7064 MOD 97-10 string: digits as they are, letters A–Z as 10–35, read as one number. A string with
 * its two check digits at the end leaves 1; `null` where it has another character.
 */
export function mod97(text: string): number | null {
  if (!/^[0-9A-Z]+$/.test(text)) return null;
  let rest = 0;
  for (const sign of text) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % one;
  }
  return rest;
}

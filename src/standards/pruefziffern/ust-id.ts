/**
 * Reads a German Umsatzsteuer-Identifikationsnummer: `DE`, eight digits and a check digit by ISO/IEC 7064 MOD 11,10. `null` where
 * form or check digit is wrong.
 */
export function parseUstId(text: string): string | null {
  const typed = text.replace(/\s/g, '').toUpperCase();
  const digits = /^DE([1-9]\d{8})$/.exec(typed)?.[1];
  if (digits === undefined) return null;
  let product = 10;
  for (const digit of digits.slice(0, 8)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === Number(digits[8]) ? typed : null;
}

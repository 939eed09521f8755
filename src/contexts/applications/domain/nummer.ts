// Without I, L, O and U: nobody misreads a character on the phone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `LW-2026-7KQ4-M0ZT` from eight random bytes: not to be guessed from any other number. */
export function antragsnummer(year: string, random: Uint8Array): string {
  const signs = [...random.subarray(0, 8)].map((byte) => alphabet[byte % 32]).join('');
  return `LW-${year}-${signs.slice(0, 4)}-${signs.slice(4)}`;
}

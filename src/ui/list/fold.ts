const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ä: 'a',
  ö: 'o',
  ü: 'u',
};
const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
// What remains of nearly every text; only others need to be taken apart.
const bareText = /^[\s\x20-\x7e–„“]*$/;

function plain(text: string): string {
  const simple = text.replaceAll(/[ßæœøäöü]/g, (letter) => letters[letter] ?? letter);
  return bareText.test(simple) ? simple : simple.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function spellings(text: string): readonly string[] {
  const small = text.toLowerCase().normalize('NFC');
  const bare = plain(small);
  const long = plain(small.replaceAll(/[äöü]/g, (letter) => spelledOut[letter] ?? letter));
  return bare === long ? [bare] : [bare, long];
}

/** Text as the search looks through it: small letters, no accents, umlauts both bare and spelled out. */
export function foldText(text: string): string {
  return spellings(text).join('\n');
}

/** The words of a search, each with its spellings; of every word one spelling must occur. */
export function searchWords(search: string): readonly (readonly string[])[] {
  return search.split(/\s+/).filter(Boolean).map(spellings);
}

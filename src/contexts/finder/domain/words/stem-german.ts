const vowels = 'aeiouy';
const isVowel = (letter: string | undefined) => letter !== undefined && vowels.includes(letter);

/** Where the region after the first consonant that follows a vowel begins, counted from `from`. */
function regionAfter(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at += 1) {
    if (!isVowel(word[at]) && isVowel(word[at - 1])) return at + 1;
  }
  return word.length;
}

/**
 * The stem of a folded German word, by the endings of inflection: „Häuser“ and „Haus“, „Hunde“ and „Hund“. Derivation
 * („Meldung“, „melden“) is the business of `rootOf`.
 */
export function stemGerman(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  const region = Math.max(regionAfter(word, 0), 3);
  return withoutSecondEnding(withoutFirstEnding(word, region), region);
}

function withoutFirstEnding(word: string, region: number): string {
  const ending = /(?:ern|em|er|en|es|e)$/.exec(word)?.[0] ?? (/[bdfghklmnrt]s$/.test(word) ? 's' : '');
  const rest = word.slice(0, word.length - ending.length);
  if (ending === '' || rest.length < region) return word;
  return rest.endsWith('niss') ? rest.slice(0, -1) : rest;
}

function withoutSecondEnding(word: string, region: number): string {
  const ending = /(?:est|en|er)$/.exec(word)?.[0] ?? (/[a-z]{3}[bdfghklmnt]st$/.test(word) ? 'st' : '');
  const rest = word.slice(0, word.length - ending.length);
  return ending === '' || rest.length < region || rest.length < 4 ? word : rest;
}

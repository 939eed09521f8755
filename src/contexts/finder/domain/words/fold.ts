const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  // Arabic: letters that people write for one another.
  ة: 'ه',
  ى: 'ي',
  ک: 'ك',
  ی: 'ي',
  ـ: '',
};

/** Folds text for search in any script: lower case, without accents; what an umlaut is written as becomes its vowel. */
export function foldForSearch(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþıةىکیـ]/g, (letter) => letters[letter] ?? letter)
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/(?<![aeiouq])([aou])e/g, '$1');
}

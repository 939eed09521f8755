import { stemGerman } from './stem-german.ts';

/** The stem of a folded word of any script. */
export function stemWord(word: string): string {
  if (/\d/.test(word)) return word;
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return stemCyrillic(word);
  if (/^\p{Script=Arabic}+$/u.test(word)) return stemArabic(word);
  return stemGerman(word);
}

/** Endings of case and person begin with a vowel or are soft signs; four letters stay. */
function stemCyrillic(word: string): string {
  return (
    /^(.{4,}?)(?:[аеиоуыэюяьіїє]{1,3}|[аеиоуыэюяіїє]{1,2}[мхвй]и?|ого|ему|ому|ами|ями)?$/u.exec(word)?.[1] ??
    word
  );
}

/** Article, conjunction and preposition are written as one with the word; so are the endings of the feminine. */
function stemArabic(word: string): string {
  const bare = word.replace(/^[وفبكل]?ال(?=.{3})/u, '').replace(/^لل(?=.{3})/u, '');
  return bare.replace(/(?<=.{3})(?:ات|ين|ون|يه|ه)$/u, '');
}

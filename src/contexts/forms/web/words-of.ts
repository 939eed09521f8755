import { german, type WebWords } from './words.ts';
import { english } from './words-english.ts';

const simple: WebWords = {
  ...german,
  revealedTitle: 'Jetzt kommen noch mehr Fragen',
  revealedBody: 'Bitte beantworten Sie auch die neuen Fragen. Ihre Antworten sind noch da.',
  filesFull: 'Mehr Dateien gehen nicht. Entfernen Sie erst eine Datei.',
  partialHint: 'Sie wissen etwas nicht? Dann lassen Sie das Feld leer.',
  help: 'Erklärung',
  incompleteTitle: 'Es fehlen noch Antworten',
  fee: 'Das kostet es',
};

/** The words of the pages in a language; German where there are none. */
export function wordsOf(language: string): WebWords {
  if (language === 'en') return english;
  return language === 'de-simple' ? simple : german;
}

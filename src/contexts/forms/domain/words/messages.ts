import { english } from './english.ts';
import { german, type Messages } from './german.ts';
import { simpleGerman } from './simple-german.ts';

const languages: ReadonlyMap<string, Messages> = new Map<string, Messages>([
  ['de', german],
  ['de-simple', simpleGerman],
  ['en', english],
]);

export type { Messages } from './german.ts';

/** The engine's words in a language; German where it does not speak it. */
export function messagesIn(language: string): Messages {
  return languages.get(language) ?? german;
}

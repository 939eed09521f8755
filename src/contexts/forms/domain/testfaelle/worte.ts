import { inEuro } from '../expression/format-value.ts';

/** How pages and questions are called in sentences; without it by their ids. */
export interface Worte {
  readonly seite: (id: string) => string;
  readonly frage: (name: string) => string;
}

export const ids: Worte = { seite: (id) => id, frage: (name) => name };

export const endWord = { summary: 'Angaben prüfen', end: 'Ausgangsseite' } as const;

/** What was expected and what came, as a sentence; nothing where both are the same. */
export function differ(
  what: string,
  expected: readonly string[],
  came: readonly string[],
  word: (each: string) => string = (each) => each,
): readonly string[] {
  const pages = came.filter((each, index) => each !== came[index - 1]);
  if (expected.join() === came.join() || expected.join() === pages.join()) return [];
  const said = (all: readonly string[]) => all.map(word).join(', ') || 'nichts';
  return [`${what}: erwartet ${said(expected)}; gekommen ${said(pages)}.`];
}

export function euro(cents: number): string {
  return `${inEuro(cents)} €`;
}

import type { Abschnitt } from '../domain/dokument.ts';

/** What a section of a report holds below its title. */
export type Inhalt = Pick<Abschnitt, 'zahlen' | 'bloecke'>;

/** A sentence of a section. */
export function satz(text: string) {
  return { art: 'satz', text } as const;
}

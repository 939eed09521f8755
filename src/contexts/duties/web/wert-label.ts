import { groessenklasseLabel, groessenklassen } from '../domain/groessenklasse.ts';
import type { Regel, Verteilungswert } from '../domain/regel.ts';

/** What a value of a rule's Verteilung says of a class. */
export const wertLabel: Readonly<Record<Verteilungswert, string>> = {
  S: 'selbst',
  K: 'der Kreis',
  A: 'nur nach Bestimmung, sonst der Kreis',
  L: 'Land',
  X: 'andere Stelle',
  '-': 'nicht einschlägig',
};

/** A spread in one sentence, classes with the same answer together: „Gemeinden: der Kreis; Kreis: selbst“. */
export function verteilungText({ verteilung, stelle }: Pick<Regel, 'verteilung' | 'stelle'>): string {
  const words = (wert: Verteilungswert) =>
    'LX'.includes(wert) && stelle !== null ? stelle : wertLabel[wert];
  const groups = Map.groupBy(groessenklassen, (klasse) => verteilung[klasse]);
  const [only] = groups.keys();
  if (groups.size === 1 && only !== undefined) return `alle: ${words(only)}`;
  return [...groups]
    .map(
      ([wert, klassen]) => `${klassen.map((each) => groessenklasseLabel[each]).join(', ')}: ${words(wert)}`,
    )
    .join('; ');
}

import type { Regel } from './regel.ts';
import type { Fortgeltung, FruehererName } from './reichweite.ts';

/**
 * A rule as it holds for a Leistung that it names by a former name. A changed key is the same Leistung. A part or a whole
 * is another one: nobody has read the norm for it, so there the rule is an estimate until somebody has.
 */
export function mitgezogen(regel: Regel, frueher: FruehererName): Regel {
  const bemerkung = [regel.bemerkung, mitgezogenText(frueher)].filter((text) => text !== null).join(' ');
  return isToCheck(frueher) ? { ...regel, evidenz: 'einschaetzung', bemerkung } : { ...regel, bemerkung };
}

/** Whether somebody has to read the rule again for what came out of a split or a merge. */
export function isToCheck({ art }: FruehererName): boolean {
  return art !== 'schluessel';
}

/** Why the rule holds although it names something else, in words. */
export function mitgezogenText({ art, id, leika }: FruehererName): string {
  const name = leika ?? id;
  switch (art) {
    case 'schluessel':
      return `Die Regel erreicht die Leistung (${id}) unter ihrem früheren Schlüssel ${name}; es ist dieselbe Leistung.`;
    case 'teilung':
      return `Nach Teilung zu prüfen: Die Regel erreicht ${name}; aus dessen Teilung ging diese Leistung hervor.`;
    case 'zusammenlegung':
      return `Nach Zusammenlegung zu prüfen: Die Regel erreicht ${name}; das ist in dieser Leistung aufgegangen.`;
  }
}

/** The same in a word, for lists and filters. */
export const mitgezogenLabel: Readonly<Record<Fortgeltung, string>> = {
  schluessel: 'mit dem neuen Schlüssel',
  teilung: 'nach Teilung zu prüfen',
  zusammenlegung: 'nach Zusammenlegung zu prüfen',
};

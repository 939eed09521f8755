import type { Leistung } from '#catalogue';
import { foldGerman } from '#kernel';
import type { EfaDeps } from '../doors-deps.ts';

const most = 20;

/** The Leistungen in force whose name, key or number has all the words, for who wants to write a text for one. */
export async function findForText(
  deps: Pick<EfaDeps, 'clock' | 'world' | 'ended'>,
  text: string,
): Promise<readonly Leistung[]> {
  const words = foldGerman(text.slice(0, 200)).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const [{ catalogue }, ended] = await Promise.all([deps.world(), deps.ended(deps.clock.today())]);
  const [first = ''] = words;
  return catalogue.leistungen
    .map((leistung) => ({ leistung, name: foldGerman(leistung.name) }))
    .filter(({ leistung: { id, leika }, name }) => {
      const where = `${name} ${leika ?? ''} ${id.toLowerCase()}`;
      return !ended.has(id) && words.every((word) => where.includes(word));
    })
    .toSorted((a, b) => placeIn(a.name, first) - placeIn(b.name, first) || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ leistung }) => leistung);
}

/** Names that begin with the word come first, then those with a word that does. */
function placeIn(name: string, word: string): number {
  if (name.startsWith(word)) return 0;
  return name.includes(` ${word}`) ? 1 : 2;
}

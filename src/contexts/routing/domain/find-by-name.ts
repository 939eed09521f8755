import type { PlaceRow } from './place.ts';
import type { PlaceIndex } from './place-index.ts';
import { behindTitle, coreWords, withoutTitles } from './place-words.ts';

/** The Gemeinden that a text of words may name, the largest first; „Neustadt Hessen“ names Kreis or Land besides. */
export function rowsByName(index: PlaceIndex, given: readonly string[]): readonly PlaceRow[] {
  for (const words of spellingsOf(given)) {
    for (let length = words.length; length > 0; length -= 1) {
      const found = rowsOfHead(index, words.slice(0, length));
      const rest = words.slice(length);
      const fitting =
        rest.length === 0
          ? found
          : found.filter(({ ags }) => rest.every((word) => index.contextByAgs.get(ags)?.has(word)));
      if (fitting.length > 0) return fitting;
    }
  }
  return [];
}

/** The Gemeinden that bear exactly this name, with or without what stands in brackets. */
export function rowsOfWholeName(index: PlaceIndex, words: readonly string[]): readonly PlaceRow[] {
  const hits = index.byName.get(words.join(' ')) ?? index.byName.get(coreWords(words).join(' '));
  return hits === undefined ? [] : largestFirst([...hits.whole, ...hits.bare]);
}

function spellingsOf(words: readonly string[]): readonly (readonly string[])[] {
  const shorter = [withoutTitles(words), behindTitle(words)];
  return [words, ...shorter.filter(({ length }) => length > 0 && length < words.length)];
}

/** The Gemeinden of a name in what stands behind the comma: „Altheim, Alb-Donau-Kreis“. */
export function rowsByNameWithin(
  index: PlaceIndex,
  name: readonly string[],
  within: readonly string[],
): readonly PlaceRow[] {
  if (within.length === 0) return [];
  return rowsOfHead(index, withoutTitles(name)).filter(({ ags }) =>
    within.every((word) => index.contextByAgs.get(ags)?.has(word)),
  );
}

/** A whole name asks only among those who bear it; without one, every name that begins so is meant. */
function rowsOfHead(index: PlaceIndex, words: readonly string[]): readonly PlaceRow[] {
  const hits = index.byName.get(words.join(' ')) ?? index.byName.get(coreWords(words).join(' '));
  if (hits && hits.whole.length > 0) return largestFirst([...hits.whole, ...hits.bare]);
  return largestFirst([...(hits?.bare ?? []), ...rowsBeginning(index, coreWords(words))]);
}

const mostBeginnings = 30;

/** Names whose carrying words begin with those asked, in their order: „frankfurt m“, „mülheim“, „salzuflen“. */
function rowsBeginning(index: PlaceIndex, asked: readonly string[]): readonly PlaceRow[] {
  const [first, ...others] = asked;
  if (first === undefined || first.length < 3) return [];
  const fitting = (index.byFirstWord.get(first) ?? []).filter(({ ags }) => {
    const core = index.coreByAgs.get(ags) ?? [];
    let at = core.indexOf(first) + 1;
    return others.every((word) => {
      at = 1 + core.findIndex((part, place) => place >= at && part.startsWith(word));
      return at > 0;
    });
  });
  return fitting.slice(0, mostBeginnings);
}

function largestFirst(rows: readonly PlaceRow[]): readonly PlaceRow[] {
  return [...new Set(rows)].toSorted((a, b) => (b.einwohner ?? 0) - (a.einwohner ?? 0));
}

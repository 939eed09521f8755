import type { FinderIndex } from '../finder-index.ts';
import type { RankSignalOf, Suchanfrage } from './answer.ts';
import { search } from './search.ts';

/** What fits so well compared with the best brings the others of its OZG-Leistung along. */
const nearShare = 0.8;
const mostAlong = 9;

/**
 * Every Leistung that fits, best first, where `search` shows one for each OZG-Leistung. Behind one that fits well stand the
 * others of its OZG-Leistung, the first nine at once, the rest and those of weaker ones at the end. What was asked by key
 * stands alone.
 */
export function searchEvery(
  index: FinderIndex,
  anfrage: Pick<Suchanfrage, 'text' | 'kette'>,
  signalOf?: RankSignalOf,
): readonly string[] {
  const { treffer } = search(index, { ...anfrage, limit: index.leistungen.length, offset: 0 }, signalOf);
  const least = (treffer[0]?.score ?? 0) * nearShare;
  const found = treffer.map(({ leistungId, grund, score }) => ({
    leistungId,
    others: grund.feld === 'schluessel' ? [] : siblingsOf(index, leistungId),
    along: score >= least ? mostAlong : 0,
  }));
  const first = found.flatMap(({ leistungId, others, along }) => [leistungId, ...others.slice(0, along)]);
  return [...new Set([...first, ...found.flatMap(({ others }) => others)])];
}

function siblingsOf(index: FinderIndex, leistungId: string): readonly string[] {
  const place = index.keys.get(leistungId.toLowerCase());
  const group = place === undefined ? undefined : index.core.groupOf[place];
  const members = group === undefined ? [] : (index.members[group] ?? []);
  return members.flatMap((member) => index.leistungen[member]?.id ?? []);
}

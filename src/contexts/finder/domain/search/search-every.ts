import type { FinderIndex } from '../finder-index.ts';
import type { RankSignalOf, Suchanfrage } from './answer.ts';
import { search } from './search.ts';

/**
 * Every Leistung that fits: first, best first, the one that `search` shows for each OZG-Leistung, then the others of these
 * OZG-Leistungen in the same order. What was asked by key stands alone.
 */
export function searchEvery(
  index: FinderIndex,
  anfrage: Pick<Suchanfrage, 'text' | 'kette'>,
  signalOf?: RankSignalOf,
): readonly string[] {
  const { treffer } = search(index, { ...anfrage, limit: index.leistungen.length, offset: 0 }, signalOf);
  const shown = treffer.map(({ leistungId }) => leistungId);
  const beside = treffer.flatMap(({ leistungId, grund }) =>
    grund.feld === 'schluessel' ? [] : siblingsOf(index, leistungId),
  );
  return [...new Set([...shown, ...beside])];
}

function siblingsOf(index: FinderIndex, leistungId: string): readonly string[] {
  const place = index.keys.get(leistungId.toLowerCase());
  const group = place === undefined ? undefined : index.core.groupOf[place];
  const members = group === undefined ? [] : (index.members[group] ?? []);
  return members.flatMap((member) => index.leistungen[member]?.id ?? []);
}

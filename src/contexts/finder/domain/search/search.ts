import type { FinderIndex } from '../finder-index.ts';
import { longestText } from '../words/tokenise.ts';
import type { RankSignal, RankSignalOf, Suchanfrage, Suchergebnis, Treffer, Weighed } from './answer.ts';
import { facetsOf, passes } from './facets.ts';
import { findByKey } from './find-by-key.ts';
import { type QueryWord, queryWordsOf } from './query-words.ts';
import { type Ranked, rankGroups } from './rank.ts';
import { reasonOf } from './reason.ts';
import { representativeOf } from './representative.ts';
import { addUp } from './score.ts';

/** What fits so much worse than the best is noise. */
const leastShare = 0.35;
/** So many of the best are weighed by signals. */
const mostWeighed = 60;

/** Finds Leistungen, one for each OZG-Leistung, best first. Never throws; time grows with at most 24 words. */
export function search(
  index: FinderIndex,
  anfrage: Suchanfrage,
  signalOf: RankSignalOf = () => ({}),
): Suchergebnis {
  const { kette, limit, offset } = anfrage;
  const text = anfrage.text.slice(0, longestText);
  const byKey = findByKey(index, text);
  const words = byKey.length > 0 ? [] : queryWordsOf(index, text);
  const desk = addUp(index, words, kette);
  const found = byKey.length > 0 ? byKey : nearOnes(rankGroups(index, desk, words));
  const weighedOnes = weighed(index, found, (leistungId) => signalOf(leistungId, kette));
  const wanted = weighedOnes.filter((one) => passes(index, one, anfrage.facetten ?? {}));
  return {
    treffer: wanted.slice(offset, offset + limit).map((one) => {
      const area = desk.area[one.leistung] ?? -1;
      return trefferOf(index, one, words, area < 0 ? null : (kette?.[area] ?? null));
    }),
    gesamt: wanted.length,
    facetten: facetsOf(index, weighedOnes),
    meinten: meantBy(words),
  };
}

function nearOnes(ranked: readonly Ranked[]): readonly Ranked[] {
  const least = (ranked[0]?.score ?? 0) * leastShare;
  return ranked.filter(({ score }) => score > 0 && score >= least);
}

function weighed(
  index: FinderIndex,
  found: readonly Ranked[],
  signalOf: (leistungId: string) => RankSignal,
): readonly Weighed[] {
  const first = found.slice(0, mostWeighed).map((one) => {
    const leistung = one.leistung < 0 ? representativeOf(index, one.group) : one.leistung;
    const signal = signalOf(index.leistungen[leistung]?.id ?? '');
    return { ...one, leistung, score: one.score * factorOf(signal), onlineHier: signal.onlineHier === true };
  });
  const rest = found.slice(mostWeighed).map((one) => ({
    ...one,
    leistung: one.leistung < 0 ? representativeOf(index, one.group) : one.leistung,
    onlineHier: false,
  }));
  return [...first.sort((a, b) => b.score - a.score), ...rest];
}

/** Duty, Onlinedienst and many cases lift a hit by a few hundredths: among equals they decide, no more. */
function factorOf({ pflichtHier, onlineHier, faelleJeMillion = 0 }: RankSignal): number {
  const cases = Math.min(1, Math.log10(1 + Math.max(0, faelleJeMillion)) / 6);
  return 1 + (pflichtHier ? 0.04 : 0) + (onlineHier ? 0.04 : 0) + 0.04 * cases;
}

function trefferOf(
  index: FinderIndex,
  one: Ranked,
  words: readonly QueryWord[],
  ars: string | null,
): Treffer {
  const leistung = index.leistungen[one.leistung];
  const group = index.core.groups[one.group];
  return {
    leistungId: leistung?.id ?? '',
    ozgId: group?.ozgId ?? null,
    name: leistung?.name ?? '',
    ozgName: group?.name ?? '',
    weitere: (index.members[one.group]?.length ?? 1) - 1,
    geschwister: one.others.flatMap((place) => index.leistungen[place]?.id ?? []),
    grund: reasonOf(index, one.phrase, words),
    score: one.score,
    ars,
  };
}

/** The query with its misspelt words corrected; null where nothing was. */
function meantBy(words: readonly QueryWord[]): string | null {
  if (words.every(({ corrected }) => corrected === null)) return null;
  return words.map(({ word, corrected }) => corrected ?? word).join(' ');
}

import { type LoesungStand, type MatchingSignale, type RankedSolution, rankSolutions } from '#solutions';

/** A Leistung for which a Lösung is looked for, and the OZG-Leistung whose gaps are closed together. */
export interface GesuchteLeistung {
  readonly leistungId: string;
  readonly ozgId: number | null;
}

/**
 * For each gap the Lösungen that close it, best first. A Lösung is measured by all gaps of the same OZG-Leistung, so that
 * one which closes four of five ranks before one that closes this gap alone.
 */
export function candidatesOf(
  gaps: readonly GesuchteLeistung[],
  solutions: readonly LoesungStand[],
  signals: MatchingSignale,
): ReadonlyMap<string, readonly RankedSolution[]> {
  const byLeistung = solutionsByLeistung(solutions);
  const found = new Map<string, readonly RankedSolution[]>();
  for (const group of groupsOf(gaps)) {
    const touching = new Set(group.flatMap((id) => byLeistung.get(id) ?? []));
    if (touching.size === 0) continue;
    const ranked = rankSolutions(group, [...touching], signals);
    for (const id of group) {
      const own = ranked.filter(({ deckt }) => deckt.includes(id));
      if (own.length > 0) found.set(id, own);
    }
  }
  return found;
}

/** The Lösungen that close most of the gaps; equally many by the points of their grounds. */
export function suggestionsFor(
  gaps: readonly string[],
  solutions: readonly LoesungStand[],
  signals: MatchingSignale,
): readonly RankedSolution[] {
  // Already in the order of points, which a stable sort keeps.
  return rankSolutions(gaps, solutions, signals).toSorted((a, b) => b.deckt.length - a.deckt.length);
}

function solutionsByLeistung(
  solutions: readonly LoesungStand[],
): ReadonlyMap<string, readonly LoesungStand[]> {
  const byLeistung = new Map<string, LoesungStand[]>();
  for (const solution of solutions)
    for (const { leistungId } of solution.inhalt.leistungen) {
      const known = byLeistung.get(leistungId);
      if (known) known.push(solution);
      else byLeistung.set(leistungId, [solution]);
    }
  return byLeistung;
}

function groupsOf(gaps: readonly GesuchteLeistung[]): Iterable<readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { leistungId, ozgId } of gaps) {
    const key = ozgId === null ? leistungId : String(ozgId);
    const known = groups.get(key);
    if (known) known.push(leistungId);
    else groups.set(key, [leistungId]);
  }
  return groups.values();
}

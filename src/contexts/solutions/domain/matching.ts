import type { LocalDate } from '#kernel';
import type { EnthalteneLeistung, LoesungStand } from './loesung.ts';
import type { Begruendung, Nutzung } from './matching-gewichte.ts';
import { deckung, efa, fachverfahren, nutzung, reifegrad, verfuegbarkeit } from './matching-gruende.ts';

/** What is known about the Kommune that asks. */
export interface MatchingSignale {
  readonly heute: LocalDate;
  readonly nutzung: ReadonlyMap<string, Nutzung>;
  /** The Fachverfahren of the Kommune; empty where it named none. */
  readonly fachverfahren: readonly string[];
}

export interface RankedSolution {
  readonly loesung: LoesungStand;
  /** The gaps that it covers, in the order in which they were asked. */
  readonly deckt: readonly string[];
  /** Thousandths of points, at most 100,000: the sum of the grounds. */
  readonly punkte: number;
  readonly gruende: readonly Begruendung[];
}

/**
 * Ranks the Lösungen that cover at least one of the gaps, best first. Ended ones are left out. Equal points are ordered
 * by what they cover, then by name and id, so that the same question gives the same answer.
 */
export function rankSolutions(
  gaps: readonly string[],
  solutions: readonly LoesungStand[],
  signals: MatchingSignale,
): readonly RankedSolution[] {
  const wanted = [...new Set(gaps)];
  return solutions
    .filter(({ status }) => status !== 'ausgelaufen')
    .flatMap((loesung) => {
      const covered = coveredOf(loesung, wanted);
      return covered.length === 0 ? [] : [ranked(loesung, covered, wanted.length, signals)];
    })
    .toSorted(byRank);
}

/** A Kommune that a Lösung would help, and with which of its gaps. */
export interface HelpedKommune {
  readonly kommune: string;
  readonly deckt: readonly string[];
  readonly luecken: number;
  readonly satz: string;
}

/** The other way round: whom a Lösung would help most, by the number of gaps it closes, then by share, then by key. */
export function whomWouldItHelp(
  solution: LoesungStand,
  gapsByKommune: ReadonlyMap<string, readonly string[]>,
): readonly HelpedKommune[] {
  if (solution.status === 'ausgelaufen') return [];
  return [...gapsByKommune]
    .flatMap(([kommune, gaps]) => {
      const wanted = [...new Set(gaps)];
      const deckt = coveredOf(solution, wanted).map(({ leistungId }) => leistungId);
      const satz = `Schließt ${deckt.length} von ${wanted.length} Lücken.`;
      return deckt.length === 0 ? [] : [{ kommune, deckt, luecken: wanted.length, satz }];
    })
    .toSorted(
      (a, b) =>
        b.deckt.length - a.deckt.length ||
        b.deckt.length * a.luecken - a.deckt.length * b.luecken ||
        compareText(a.kommune, b.kommune),
    );
}

/** A contained Leistung that has ended closes no gap. */
function coveredOf({ inhalt }: LoesungStand, wanted: readonly string[]): readonly EnthalteneLeistung[] {
  const contained = new Map(
    inhalt.leistungen
      .filter(({ status }) => status !== 'ausgelaufen')
      .map((each) => [each.leistungId, each] as const),
  );
  return wanted.flatMap((id) => contained.get(id) ?? []);
}

function ranked(
  loesung: LoesungStand,
  covered: readonly EnthalteneLeistung[],
  gaps: number,
  signals: MatchingSignale,
): RankedSolution {
  const gruende = [
    deckung(covered.length, gaps),
    verfuegbarkeit(loesung, covered, signals.heute),
    nutzung(signals.nutzung.get(loesung.id) ?? null),
    fachverfahren(loesung, signals.fachverfahren),
    reifegrad(covered),
    efa(loesung),
  ];
  return {
    loesung,
    deckt: covered.map(({ leistungId }) => leistungId),
    punkte: gruende.reduce((sum, { punkte }) => sum + punkte, 0),
    gruende,
  };
}

function byRank(a: RankedSolution, b: RankedSolution): number {
  return (
    b.punkte - a.punkte ||
    b.deckt.length - a.deckt.length ||
    compareText(a.loesung.inhalt.name, b.loesung.inhalt.name) ||
    compareText(a.loesung.id, b.loesung.id)
  );
}

/** Not by locale, so that every machine orders alike. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

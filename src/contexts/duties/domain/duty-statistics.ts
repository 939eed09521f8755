import { type EvidenceGrade, evidenceGrades, type LocalDate } from '#kernel';
import type { CompiledDuties, DutyBody } from './compiled-duties.ts';
import type { Decision } from './decision.ts';
import { decisionsOn } from './duty-list.ts';
import type { DutyLeistung } from './reichweite.ts';
import { type VerdictWord, verdictWords } from './verdict.ts';

/** Counts of pairs (body, Leistung). */
export interface DutyStatistics {
  readonly pairs: number;
  readonly byVerdict: Readonly<Record<VerdictWord, number>>;
  /** Decided is every verdict but „offen“. */
  readonly decided: number;
  readonly decidedByGrade: Readonly<Record<EvidenceGrade, number>>;
}

/** How much is decided for some bodies on a day, by evidence grade; for one body, its summary. */
export function dutyStatistics(
  duties: CompiledDuties,
  bodies: readonly DutyBody[],
  date: LocalDate,
  counts: (leistung: DutyLeistung) => boolean = () => true,
): DutyStatistics {
  const decisionsFor = decisionsOn(duties, date);
  // One body after the other: those of all bodies at once would take memory.
  return statisticsOf(duties, bodies.values().map(decisionsFor), counts);
}

/** The same of decisions that are known already, those of each body. */
export function statisticsOf(
  duties: CompiledDuties,
  decisions: Iterable<readonly Decision[]>,
  counts: (leistung: DutyLeistung) => boolean = () => true,
): DutyStatistics {
  const weights = leistungenPerFall(duties, counts);
  const byVerdict = zeroes(verdictWords);
  const decidedByGrade = zeroes(evidenceGrades);
  let pairs = 0;
  const leistungen = weights.reduce((sum, weight) => sum + weight, 0);
  for (const ofBody of decisions) {
    pairs += leistungen;
    ofBody.forEach((decision, fall) => {
      const weight = weights[fall] ?? 0;
      byVerdict[decision.verdict] += weight;
      if (decision.grade !== null) decidedByGrade[decision.grade] += weight;
    });
  }
  return { pairs, byVerdict, decided: pairs - byVerdict.offen, decidedByGrade };
}

/** The Leistungen about which no body is told „offen“: decided for the whole Land. */
export function decidedForAll<L extends DutyLeistung>(
  duties: CompiledDuties<L>,
  bodies: readonly DutyBody[],
  date: LocalDate,
): readonly L[] {
  const decisionsFor = decisionsOn(duties, date);
  const open = new Set<number>();
  for (const body of bodies) {
    decisionsFor(body).forEach((decision, fall) => {
      if (decision.verdict === 'offen') open.add(fall);
    });
  }
  return duties.facts.leistungen.filter((_, index) => !open.has(duties.fallByLeistung[index] ?? 0));
}

/** The verdict of every (body, Leistung): one byte each, an index into `verdictWords`, body after body. */
export function verdictMatrix(
  duties: CompiledDuties,
  bodies: readonly DutyBody[],
  date: LocalDate,
): Uint8Array {
  const decisionsFor = decisionsOn(duties, date);
  const width = duties.fallByLeistung.length;
  const matrix = new Uint8Array(bodies.length * width);
  bodies.forEach((body, row) => {
    const codes = Uint8Array.from(decisionsFor(body), ({ verdict }) => verdictWords.indexOf(verdict));
    for (let column = 0; column < width; column++) {
      matrix[row * width + column] = codes[duties.fallByLeistung[column] ?? 0] ?? 0;
    }
  });
  return matrix;
}

function leistungenPerFall(
  duties: CompiledDuties,
  counts: (leistung: DutyLeistung) => boolean,
): readonly number[] {
  const weights = duties.faelle.map(() => 0);
  duties.facts.leistungen.forEach((leistung, index) => {
    const fall = duties.fallByLeistung[index] ?? 0;
    if (counts(leistung)) weights[fall] = (weights[fall] ?? 0) + 1;
  });
  return weights;
}

function zeroes<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}

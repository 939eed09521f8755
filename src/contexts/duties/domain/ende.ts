import type { EvidenceGrade, LocalDate, Source } from '#kernel';

/** That a Leistung exists no longer: from the day after its last one nobody owes it. */
export interface Ende {
  readonly leistungId: string;
  /** The last day on which it existed; on it everything is as before. */
  readonly letzterTag: LocalDate;
  readonly grund: string;
  readonly source: Source;
  readonly evidenz: EvidenceGrade;
  readonly note: string | null;
}

/** The ends that are known, by the own id of the Leistung. */
export type Enden = ReadonlyMap<string, Ende>;

/** The end that has come by a day; null where the Leistung still exists on it. */
export function endeBy(ende: Ende | null, date: LocalDate): Ende | null {
  return ende !== null && ende.letzterTag < date ? ende : null;
}

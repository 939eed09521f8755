import type { EvidenceGrade, LocalDate } from '#kernel';

/** What is known of the end of one Leistung of the catalogue, singly, with its source. */
export interface Leistungsende {
  readonly leistungId: string;
  readonly leika: string;
  readonly name: string;
  /** The last day on which it existed; null where no source says that it ended. */
  readonly endetAm: LocalDate | null;
  readonly grund: string;
  readonly quelle: string;
  readonly quelleUrl: string | null;
  readonly gelesenAm: LocalDate;
  readonly evidenz: EvidenceGrade;
  readonly hinweis: string | null;
}

/** What is known of the ends of Leistungen, by their own id. */
export type Leistungsenden = ReadonlyMap<string, Leistungsende>;

export function endeById(facts: readonly Leistungsende[]): Leistungsenden {
  return new Map(facts.map((fact) => [fact.leistungId, fact]));
}

/** The last days of ended Leistungen by their own id. */
export type Enden = ReadonlyMap<string, LocalDate>;

/** The last day of each Leistung that has one, past or to come. */
export function endenOf(facts: readonly Leistungsende[]): Enden {
  return new Map(
    facts.flatMap(({ leistungId, endetAm }) => (endetAm === null ? [] : [[leistungId, endetAm]])),
  );
}

/** Whether a Leistung exists on a day; on its last day it still does. What nobody ended is in force. */
export function inForceOn(enden: Enden, leistungId: string, date: LocalDate): boolean {
  const last = enden.get(leistungId);
  return last === undefined || date <= last;
}

/** The Leistungen that no longer exist on a day, each with its last day. */
export function endedOn(enden: Enden, date: LocalDate): Enden {
  return new Map([...enden].filter(([id]) => !inForceOn(enden, id, date)));
}

/** The end of a Leistung where it has one by a day; `null` where it is in force. */
export function endeOn(enden: Leistungsenden, leistungId: string, date: LocalDate): Leistungsende | null {
  const ende = enden.get(leistungId);
  return ende?.endetAm && ende.endetAm < date ? ende : null;
}

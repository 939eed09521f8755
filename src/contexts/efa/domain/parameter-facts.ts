import type { LocalDate } from '#kernel';
import type { ParameterValue, ParameterValues } from './onlinedienst.ts';

/** One statement of a value: from which day it counts, and when it became known. Append-only. */
export interface ParameterFact {
  readonly nummer: number;
  readonly name: string;
  /** Null takes the value away. */
  readonly wert: ParameterValue | null;
  readonly giltAb: LocalDate;
  readonly erfasstAm: Date;
  readonly erfasstVon: string;
}

/** The day that the values are for, and the moment whose knowledge counts; without it all that is known. */
export interface ParameterMoment {
  readonly date: LocalDate;
  readonly knownAt?: Date;
}

/** The values that count: of each parameter the one with the latest day up to `date`, of equal days the last stated. */
export function valuesAt(
  facts: readonly ParameterFact[],
  { date, knownAt }: ParameterMoment,
): ParameterValues {
  const winning = new Map<string, ParameterFact>();
  for (const fact of facts) {
    if (fact.giltAb > date || (knownAt !== undefined && fact.erfasstAm > knownAt)) continue;
    const other = winning.get(fact.name);
    if (other === undefined || isLater(fact, other)) winning.set(fact.name, fact);
  }
  const values: Record<string, ParameterValue> = {};
  for (const { name, wert } of winning.values()) if (wert !== null) values[name] = wert;
  return values;
}

function isLater(a: ParameterFact, b: ParameterFact): boolean {
  return a.giltAb === b.giltAb ? a.nummer > b.nummer : a.giltAb > b.giltAb;
}

/** The days on which values change, earliest first. */
export function changeDays(facts: readonly ParameterFact[]): readonly LocalDate[] {
  return [...new Set(facts.map(({ giltAb }) => giltAb))].toSorted();
}

import type { LocalDate } from '#kernel';
import type { ParameterValue, ParameterValues } from './onlinedienst.ts';

/** Who states a value: a Land or a Kreis for all below it, or the Kommune itself. */
export type Ebene = 'land' | 'kreis' | 'kommune';

/** One statement of a value: from which day it counts, and when it became known. Append-only. */
export interface ParameterFact {
  readonly nummer: number;
  readonly name: string;
  /** Null takes the value away. */
  readonly wert: ParameterValue | null;
  readonly giltAb: LocalDate;
  readonly erfasstAm: Date;
  readonly erfasstVon: string;
  readonly ebene: Ebene;
  /** Nobody below may say otherwise. */
  readonly verbindlich: boolean;
  /** Who says so, such as „Land Nordrhein-Westfalen“; empty for the Kommune itself. */
  readonly sagt: string;
  /** The norm or the reason that was named for it. */
  readonly grundlage: string;
}

/** The day that the values are for, and the moment whose knowledge counts; without it all that is known. */
export interface ParameterMoment {
  readonly date: LocalDate;
  readonly knownAt?: Date;
}

/** A value that counts, who says it, and what others say that it overrides. */
export interface WirksamerWert {
  readonly wert: ParameterValue;
  readonly fact: ParameterFact;
  /** What the other levels say at the same moment, from Land to Kommune. */
  readonly andere: readonly ParameterFact[];
}

const ebenen = ['land', 'kreis', 'kommune'] as const;

/**
 * What counts at a moment, by parameter: of each level the statement with the latest day up to `date`, of equal days the last
 * one; then Land before Kreis before Kommune, the later one speaks last, unless one above it is binding.
 */
export function wirksamAt(
  facts: readonly ParameterFact[],
  { date, knownAt }: ParameterMoment,
): ReadonlyMap<string, WirksamerWert> {
  const winning = new Map<string, Map<Ebene, ParameterFact>>();
  for (const fact of facts) {
    if (fact.giltAb > date || (knownAt !== undefined && fact.erfasstAm > knownAt)) continue;
    const levels = winning.get(fact.name) ?? new Map<Ebene, ParameterFact>();
    winning.set(fact.name, levels);
    const other = levels.get(fact.ebene);
    if (other === undefined || isLater(fact, other)) levels.set(fact.ebene, fact);
  }
  const values = new Map<string, WirksamerWert>();
  for (const [name, levels] of winning) {
    const stated = ebenen.flatMap((ebene) => levels.get(ebene) ?? []).filter(({ wert }) => wert !== null);
    const fact = stated.find(({ verbindlich }) => verbindlich) ?? stated.at(-1);
    if (fact?.wert != null)
      values.set(name, { wert: fact.wert, fact, andere: stated.filter((each) => each !== fact) });
  }
  return values;
}

/** The values that count at a moment, without saying who states them. */
export function valuesAt(facts: readonly ParameterFact[], moment: ParameterMoment): ParameterValues {
  return Object.fromEntries([...wirksamAt(facts, moment)].map(([name, { wert }]) => [name, wert]));
}

function isLater(a: ParameterFact, b: ParameterFact): boolean {
  return a.giltAb === b.giltAb ? a.nummer > b.nummer : a.giltAb > b.giltAb;
}

/** The days on which values change, earliest first. */
export function changeDays(facts: readonly ParameterFact[]): readonly LocalDate[] {
  return [...new Set(facts.map(({ giltAb }) => giltAb))].toSorted();
}

/** What the rules need to know of a Leistung of the catalogue. */
export interface DutyLeistung {
  readonly id: string;
  readonly leika: string | null;
  /** The first eight digits of the LeiKa key. */
  readonly objekt: string | null;
  readonly ozgId: number | null;
  /** The code of the Typisierung: `1`, `2/3`, `4`, …; null where the catalogue has none. */
  readonly typ: string | null;
}

/** Which Leistungen a rule, a reservation or a transfer reaches. */
export interface Reichweite {
  readonly ozgIds: readonly number[];
  /** LeiKa objects, 8 digits. */
  readonly objekte: readonly string[];
  /** Narrows OZG-Leistungen and objects to these Verrichtungen (digits 9 to 11 of the key); empty: all of them. */
  readonly verrichtungen: readonly string[];
  /** LeiKa keys, 14 digits. */
  readonly schluessel: readonly string[];
  /** Our own ids, for the Leistungen that have no LeiKa key. */
  readonly leistungen: readonly string[];
}

export const keineReichweite: Reichweite = {
  ozgIds: [],
  objekte: [],
  verrichtungen: [],
  schluessel: [],
  leistungen: [],
};

/**
 * How special a rule is for a Leistung: the single Leistung before its object before its OZG-Leistung, and each of the
 * two narrowed to Verrichtungen before the whole of it.
 */
export const rang = {
  keine: 0,
  ozgLeistung: 1,
  ozgLeistungVerrichtung: 2,
  objekt: 3,
  objektVerrichtung: 4,
  leistung: 5,
} as const;

export type Rang = (typeof rang)[keyof typeof rang];

/** The most special way in which the Reichweite names the Leistung. */
export function rangOf(reichweite: Reichweite, leistung: DutyLeistung): Rang {
  if (reichweite.leistungen.includes(leistung.id)) return rang.leistung;
  if (leistung.leika !== null && reichweite.schluessel.includes(leistung.leika)) return rang.leistung;
  const narrowed = reichweite.verrichtungen.length > 0;
  if (narrowed && !reichweite.verrichtungen.includes(verrichtungOf(leistung) ?? '')) return rang.keine;
  if (leistung.objekt !== null && reichweite.objekte.includes(leistung.objekt))
    return narrowed ? rang.objektVerrichtung : rang.objekt;
  if (leistung.ozgId !== null && reichweite.ozgIds.includes(leistung.ozgId))
    return narrowed ? rang.ozgLeistungVerrichtung : rang.ozgLeistung;
  return rang.keine;
}

/** Digits 9 to 11 of the LeiKa key: what is done with the object. */
function verrichtungOf({ leika }: DutyLeistung): string | null {
  return leika === null ? null : leika.slice(8, 11);
}

export function reaches(reichweite: Reichweite, leistung: DutyLeistung): boolean {
  return rangOf(reichweite, leistung) !== rang.keine;
}

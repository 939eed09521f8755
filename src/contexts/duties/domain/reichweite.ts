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
  /** LeiKa keys, 14 digits. */
  readonly schluessel: readonly string[];
  /** Our own ids, for the Leistungen that have no LeiKa key. */
  readonly leistungen: readonly string[];
}

export const keineReichweite: Reichweite = { ozgIds: [], objekte: [], schluessel: [], leistungen: [] };

/** How special a rule is for a Leistung: the single Leistung before its object before its OZG-Leistung. */
export const rang = { keine: 0, ozgLeistung: 1, objekt: 2, leistung: 3 } as const;

export type Rang = (typeof rang)[keyof typeof rang];

/** The most special way in which the Reichweite names the Leistung. */
export function rangOf(reichweite: Reichweite, leistung: DutyLeistung): Rang {
  if (reichweite.leistungen.includes(leistung.id)) return rang.leistung;
  if (leistung.leika !== null && reichweite.schluessel.includes(leistung.leika)) return rang.leistung;
  if (leistung.objekt !== null && reichweite.objekte.includes(leistung.objekt)) return rang.objekt;
  if (leistung.ozgId !== null && reichweite.ozgIds.includes(leistung.ozgId)) return rang.ozgLeistung;
  return rang.keine;
}

export function reaches(reichweite: Reichweite, leistung: DutyLeistung): boolean {
  return rangOf(reichweite, leistung) !== rang.keine;
}

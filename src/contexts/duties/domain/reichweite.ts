/** By what a former name leads to a Leistung: its key changed, or a split or a merge stands between. */
export const fortgeltungen = ['schluessel', 'teilung', 'zusammenlegung'] as const;

export type Fortgeltung = (typeof fortgeltungen)[number];

/** A name that the catalogue no longer gives a Leistung, and by which a rule may still mean it. */
export interface FruehererName {
  readonly art: Fortgeltung;
  readonly id: string;
  readonly leika: string | null;
  readonly objekt: string | null;
}

/** What the rules need to know of a Leistung of the catalogue. */
export interface DutyLeistung {
  readonly id: string;
  readonly leika: string | null;
  /** The first eight digits of the LeiKa key. */
  readonly objekt: string | null;
  readonly ozgId: number | null;
  /** The code of the Typisierung: `1`, `2/3`, `4`, …; null where the catalogue has none. */
  readonly typ: string | null;
  /** Its former names; absent where it never had another. */
  readonly frueher?: readonly FruehererName[];
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

/** How a Reichweite reaches a Leistung: how specially, and by which former name; null by a present one. */
export interface Treffer {
  readonly rang: Rang;
  readonly frueher: FruehererName | null;
}

/**
 * The most special way in which the Reichweite names the Leistung. A name of today comes first; a former one leads to it
 * where none does, so that a rule moves along when a Fassung changes a key, splits or merges. The OZG-Leistung is never a
 * former name: inheritance follows the bundle in which the catalogue has put the Leistung.
 */
export function trefferOf(reichweite: Reichweite, leistung: DutyLeistung): Treffer {
  const direct = rangByName(reichweite, leistung);
  const former = leistung.frueher ?? [];
  if (former.length === 0) return { rang: direct, frueher: null };
  // A part that took the key of the whole over is named by it, and yet the rule was made for the whole.
  const shared = former.find((name) => name.leika !== null && name.leika === leistung.leika);
  const byOwnId = reichweite.leistungen.includes(leistung.id);
  if (direct === rang.leistung) return { rang: direct, frueher: byOwnId ? null : (shared ?? null) };
  const ways = former.map((name) => ({
    rang: rangByName(reichweite, { ...name, ozgId: null }),
    frueher: name,
  }));
  return ways.reduce<Treffer>((best, way) => (way.rang > best.rang ? way : best), {
    rang: direct,
    frueher: null,
  });
}

export function rangOf(reichweite: Reichweite, leistung: DutyLeistung): Rang {
  return trefferOf(reichweite, leistung).rang;
}

type Names = Pick<DutyLeistung, 'id' | 'leika' | 'objekt' | 'ozgId'>;

function rangByName(reichweite: Reichweite, names: Names): Rang {
  if (reichweite.leistungen.includes(names.id)) return rang.leistung;
  if (names.leika !== null && reichweite.schluessel.includes(names.leika)) return rang.leistung;
  const narrowed = reichweite.verrichtungen.length > 0;
  if (narrowed && !reichweite.verrichtungen.includes(verrichtungOf(names) ?? '')) return rang.keine;
  if (names.objekt !== null && reichweite.objekte.includes(names.objekt))
    return narrowed ? rang.objektVerrichtung : rang.objekt;
  if (names.ozgId !== null && reichweite.ozgIds.includes(names.ozgId))
    return narrowed ? rang.ozgLeistungVerrichtung : rang.ozgLeistung;
  return rang.keine;
}

/** Digits 9 to 11 of the LeiKa key: what is done with the object. */
function verrichtungOf({ leika }: Names): string | null {
  return leika === null ? null : leika.slice(8, 11);
}

export function reaches(reichweite: Reichweite, leistung: DutyLeistung): boolean {
  return rangOf(reichweite, leistung) !== rang.keine;
}

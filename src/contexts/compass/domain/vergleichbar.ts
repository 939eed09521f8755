/** How similar in size Kommunen must be to be compared: from so many times to so many times the own inhabitants. */
export const baender = {
  eng: { von: 0.75, bis: 1.25 },
  mittel: { von: 0.5, bis: 2 },
  weit: { von: 0.25, bis: 4 },
} as const;

export type Band = keyof typeof baender;

/** Why a Kommune cannot be compared. */
export type Ausschluss =
  | { readonly kind: 'einwohner-unbekannt' }
  | { readonly kind: 'groesse'; readonly einwohner: number }
  /** Duties that it has beyond the own ones, and own ones that it does not have. */
  | { readonly kind: 'andere-pflichten'; readonly mehr: number; readonly weniger: number };

/** A Kommune that is not compared, and why. */
export interface NichtVerglichen {
  readonly ags: string;
  readonly name: string;
  readonly grund: Ausschluss;
}

/** What a comparison needs to know of a Kommune: its inhabitants, and for each compared Leistung whether it is a duty. */
export interface Vergleichsseite {
  readonly einwohner: number | null;
  readonly pflichten: Uint8Array;
}

/** Why two Kommunen must not be compared; `null` where they may: equal duties, similar size. */
export function ausschlussOf(
  eigene: Vergleichsseite,
  andere: Vergleichsseite,
  band: Band,
): Ausschluss | null {
  if (eigene.einwohner === null || andere.einwohner === null) return { kind: 'einwohner-unbekannt' };
  const { von, bis } = baender[band];
  const ratio = andere.einwohner / eigene.einwohner;
  if (!(ratio >= von && ratio <= bis)) return { kind: 'groesse', einwohner: andere.einwohner };
  let mehr = 0;
  let weniger = 0;
  for (const [at, own] of eigene.pflichten.entries()) {
    const other = andere.pflichten[at] ?? 0;
    if (other > own) mehr += 1;
    else if (own > other) weniger += 1;
  }
  return mehr + weniger === 0 ? null : { kind: 'andere-pflichten', mehr, weniger };
}

/** The place of a value among others: 1 where none is larger. Equal ones share a place. */
export function platzOf(value: number, others: readonly number[]): number {
  return 1 + others.filter((other) => other > value).length;
}

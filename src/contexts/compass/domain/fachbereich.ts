import type { LocalDate } from '#kernel';

/** A department of a Kommune. */
export interface Fachbereich {
  readonly id: string;
  readonly name: string;
  /** Counts the changes of name and end. */
  readonly fassung: number;
  /** Its last day; `null` as long as it exists. */
  readonly endetAm: LocalDate | null;
}

export const regelArten = ['leistung', 'ozg', 'themenfeld'] as const;
export type RegelArt = (typeof regelArten)[number];

/** Gives a Leistung, or all of an OZG-Leistung or Themenfeld, to a Fachbereich; the narrowest rule counts. */
export interface FachbereichRegel {
  readonly art: RegelArt;
  readonly ziel: string;
  readonly fachbereichId: string;
}

export const personRollen = ['leitung', 'mitarbeit', 'vertretung'] as const;
export type PersonRolle = (typeof personRollen)[number];

/** Somebody who works for a Fachbereich between two days, both inclusive. */
export interface FachbereichPerson {
  readonly id: string;
  readonly fachbereichId: string;
  readonly mitgliedId: string;
  readonly rolle: PersonRolle;
  readonly von: LocalDate;
  readonly bis: LocalDate | null;
}

/** Everything about the Fachbereiche of a Kommune. */
export interface Fachbereiche {
  readonly fachbereiche: readonly Fachbereich[];
  readonly regeln: readonly FachbereichRegel[];
  readonly personen: readonly FachbereichPerson[];
}

/** Where a Leistung stands in the catalogue, as rules see it. */
export interface LeistungOrt {
  readonly id: string;
  readonly ozgId: number | null;
  readonly themenfeldId: number | null;
}

/** Which Fachbereich a Leistung belongs to, and why. */
export interface Zuordnung {
  readonly fachbereich: Fachbereich;
  readonly woher: 'angabe' | RegelArt;
}

export function istBeendet({ endetAm }: Fachbereich, date: LocalDate): boolean {
  return endetAm !== null && endetAm < date;
}

/** Finds the Fachbereich of a Leistung: the one that its statement names, else by the narrowest rule; ended ones do not count. */
export function zuordnungOn(
  { fachbereiche, regeln }: Pick<Fachbereiche, 'fachbereiche' | 'regeln'>,
  date: LocalDate,
): (ort: LeistungOrt, genannt: string | null) => Zuordnung | null {
  const byId = new Map(fachbereiche.filter((each) => !istBeendet(each, date)).map((each) => [each.id, each]));
  const byZiel = new Map(regeln.map(({ art, ziel, fachbereichId }) => [`${art} ${ziel}`, fachbereichId]));
  return ({ id, ozgId, themenfeldId }, genannt) => {
    const named = genannt === null ? undefined : byId.get(genannt);
    if (named) return { fachbereich: named, woher: 'angabe' };
    const ziele = { leistung: id, ozg: ozgId, themenfeld: themenfeldId };
    for (const art of regelArten) {
      const fachbereich = byId.get(byZiel.get(`${art} ${ziele[art]}`) ?? '');
      if (fachbereich) return { fachbereich, woher: art };
    }
    return null;
  };
}

/** The Fachbereiche for which a member works on a day. */
export function fachbereicheOf(
  { personen }: Pick<Fachbereiche, 'personen'>,
  mitgliedId: string,
  date: LocalDate,
): ReadonlySet<string> {
  const current = personen.filter(
    (each) => each.mitgliedId === mitgliedId && each.von <= date && (each.bis === null || date <= each.bis),
  );
  return new Set(current.map(({ fachbereichId }) => fachbereichId));
}

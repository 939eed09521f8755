import type { LocalDate } from '#kernel';
import type { Zustand } from './zustand.ts';

/** How far each criterion of a maturity model is fulfilled, by the criterion's key. */
export type Kriterien = Readonly<Record<string, number>>;

export const fallzahlArten = ['gezaehlt', 'geschaetzt'] as const;
export type FallzahlArt = (typeof fallzahlArten)[number];

export const nachweisArten = ['link', 'notiz', 'datei'] as const;
export type NachweisArt = (typeof nachweisArten)[number];

/** What a claim rests on: an address that can be probed, a note, or a file that was handed in. */
export interface Nachweis {
  readonly art: NachweisArt;
  /** The address of a link; `null` for anything else. */
  readonly link: string | null;
  readonly text: string | null;
  /** The id of a file. */
  readonly datei?: string;
}

export const prioritaeten = [1, 2, 3] as const;
export type Prioritaet = (typeof prioritaeten)[number];

export const levels11 = [0, 1, 2, 3, 4] as const;
export type Reifegrad11 = (typeof levels11)[number];

export const levels20 = [0, 1, 2, 3, 4, 5, 6, 7] as const;
export type Reifegrad20 = (typeof levels20)[number];

/** The part of a statement that the circle sees by consent. */
export interface KreisStand {
  readonly tenant: string;
  readonly ags: string;
  readonly leistungId: string;
  /** Counts the statements about this Kommune and Leistung, from 1. */
  readonly fassung: number;
  /** From which day the statement holds; never after the day on which it was made. */
  readonly giltAb: LocalDate;
  readonly angegebenAm: Date;
  readonly zustand: Zustand;
  /** Why not applicable, and whatever else needs a reason. */
  readonly grund: string | null;
  /** A plan, never an achievement: that the day passes changes nothing. */
  readonly geplantFuer: LocalDate | null;
  readonly umgesetztAm: LocalDate | null;
  readonly abgeschaltetAm: LocalDate | null;
  readonly reifegrad11: Reifegrad11 | null;
  readonly kriterien11: Kriterien | null;
  readonly reifegrad20: Reifegrad20 | null;
  readonly kriterien20: Kriterien | null;
  /** Cases in the year `fallzahlJahr`, as the Kommune says. */
  readonly fallzahl: number | null;
  readonly fallzahlJahr: number | null;
  readonly fallzahlArt: FallzahlArt | null;
  readonly loesungId: string | null;
}

/** One statement of a Kommune about a Leistung: the whole record as it was after the change. */
export interface Stand extends KreisStand {
  readonly angegebenVon: string;
  readonly prioritaet: Prioritaet | null;
  readonly fachbereichId: string | null;
  /** Ids of members. */
  readonly zustaendig: string | null;
  readonly vertretung: string | null;
  readonly nachweis: Nachweis | null;
  readonly bemerkung: string | null;
  /** Values of the Kommune's or provider's own fields, by their key. */
  readonly felder: Readonly<Record<string, string>>;
}

/** A Fassung which says that nothing is said any more; `bemerkung` tells why. */
export interface Zuruecknahme extends Omit<Stand, 'zustand'> {
  readonly zustand: null;
}

/** What stands under one Fassung of a cell. */
export type Eintrag = Stand | Zuruecknahme;

/** Whether an entry says something. */
export function istAngabe(eintrag: Eintrag): eintrag is Stand {
  return eintrag.zustand !== null;
}

/** What a person says; the rest follows from who says it, when, and about what. */
export type StandWerte = Omit<
  Stand,
  'tenant' | 'ags' | 'leistungId' | 'fassung' | 'angegebenAm' | 'angegebenVon'
>;

export type StandFeld = keyof StandWerte;

/** Some values that become others; what is not named stays. */
export type StandAenderung = Partial<StandWerte>;

/** What holds of a cell before anybody said anything, as the first change needs it. */
export const ohneAngabe: Omit<StandWerte, 'giltAb' | 'zustand'> = {
  grund: null,
  geplantFuer: null,
  umgesetztAm: null,
  abgeschaltetAm: null,
  reifegrad11: null,
  kriterien11: null,
  reifegrad20: null,
  kriterien20: null,
  fallzahl: null,
  fallzahlJahr: null,
  fallzahlArt: null,
  loesungId: null,
  prioritaet: null,
  fachbereichId: null,
  zustaendig: null,
  vertretung: null,
  nachweis: null,
  bemerkung: null,
  felder: {},
};

export const standFelder = [...Object.keys(ohneAngabe), 'giltAb', 'zustand'] as readonly StandFeld[];

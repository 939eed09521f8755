import type { LocalDate, Quartal } from '#kernel';

/** A Kommune that wants a Massnahme, and from when. */
export interface Wunsch {
  readonly ags: string;
  /** `null`: as soon as possible. */
  readonly quartal: Quartal | null;
}

/** What is to be done: a Leistung brought online for those Kommunen that want it, or other work. */
export interface MassnahmeInhalt {
  readonly titel: string;
  readonly leistungId: string | null;
  /** The effort template. */
  readonly vorlage: string;
  readonly kommunen: readonly Wunsch[];
  /** 1 to 100: how much a quarter of delay counts for one Kommune. */
  readonly gewicht: number;
  /** Why it weighs so much: the rank, a law, a decision. */
  readonly begruendung: string;
  readonly verfuegbarAb: LocalDate | null;
  readonly frist: LocalDate | null;
  /** Massnahmen that come first. */
  readonly nach: readonly string[];
  /** Teams chosen by hand, by skill; the others are chosen by how busy they are. */
  readonly teams: Readonly<Record<string, string>>;
}

/** Where a Massnahme came from. */
export const herkuenfte = ['hand', 'tabelle', 'bedarf'] as const;
export type Herkunft = (typeof herkuenfte)[number];

/** A Massnahme in its last Fassung. */
export interface Massnahme {
  readonly id: string;
  readonly fassung: number;
  readonly inhalt: MassnahmeInhalt;
  readonly herkunft: Herkunft;
  readonly beendet: boolean;
  readonly angegebenAm: Date;
}

import type { LocalDate } from '#kernel';
import type { Zustand } from './zustand.ts';

/** Which Leistungen a Bedarfsabfrage asks about. Nothing named means the whole catalogue. */
export interface Umfang {
  readonly themenfelder: readonly number[];
  /** Leistungen on which the round looks first; always asked about. */
  readonly fokus: readonly string[];
  readonly liste: readonly string[];
  /** Only what a Kommune owes itself on the day of opening. */
  readonly nurPflichten: boolean;
  /** Only what is not yet online there, of those that share their Stand. */
  readonly nurLuecken: boolean;
}

export const frageArten = ['text', 'zahl', 'ja-nein', 'auswahl'] as const;
export type FrageArt = (typeof frageArten)[number];

/** A question of the survey's own, asked of every Leistung. */
export interface Frage {
  readonly id: string;
  readonly text: string;
  readonly art: FrageArt;
  readonly optionen: readonly string[];
}

/** What is asked of every Leistung besides the need itself. */
export const zusatzfragen = ['wunschquartal', 'fallzahl', 'vorarbeit', 'bemerkung'] as const;
export type Zusatzfrage = (typeof zusatzfragen)[number];

/** What a Bedarfsabfrage says of itself. */
export interface Umfrageinhalt {
  readonly titel: string;
  readonly beschreibung: string;
  readonly umfang: Umfang;
  readonly zusatz: readonly Zusatzfrage[];
  readonly fragen: readonly Frage[];
  /** How many Kommunen must have answered before it is evaluated; 0 where it does not matter. */
  readonly quorum: number;
  /** How many days before the deadline those are reminded who have not answered. */
  readonly erinnerungen: readonly number[];
}

/** A Bedarfsabfrage of an IT-Dienstleister. */
export interface Umfrage extends Umfrageinhalt {
  readonly tenant: string;
  readonly id: string;
  /** Counts the changes of content and state. */
  readonly fassung: number;
  /** As it was written down; `zustandOn` says what holds today. */
  readonly zustand: Zustand;
  readonly frist: LocalDate | null;
  readonly nachfrist: LocalDate | null;
  readonly angelegtAm: Date;
  readonly geoeffnetAm: Date | null;
  readonly erfunden: boolean;
}

export const leererUmfang: Umfang = {
  themenfelder: [],
  fokus: [],
  liste: [],
  nurPflichten: true,
  nurLuecken: false,
};

export const leererInhalt: Umfrageinhalt = {
  titel: '',
  beschreibung: '',
  umfang: leererUmfang,
  zusatz: zusatzfragen,
  fragen: [],
  quorum: 0,
  erinnerungen: [7, 1],
};

import type { LocalDate, Quartal } from '#kernel';
import type { Zehntel } from './tage.ts';

/** A team as a plan saw it. */
export interface Planteam {
  readonly id: string;
  readonly name: string;
  /** The Kommune whose Fachbereich it is. */
  readonly ags: string | null;
  /** In the order of the quarters. */
  readonly kapazitaet: readonly Zehntel[];
}

/** A Massnahme as a plan saw it. */
export interface Planmassnahme {
  readonly id: string;
  readonly titel: string;
  readonly leistungId: string | null;
  readonly art: string;
  readonly gewicht: number;
  readonly begruendung: string;
  readonly verfuegbarAb: LocalDate | null;
  readonly frist: LocalDate | null;
  readonly vorbereitung: readonly string[];
}

/** How many days a team works on something. `team` is a position in the list of teams. */
export interface Last {
  readonly team: number;
  readonly tage: Zehntel;
}

/**
 * What lies in exactly one quarter: a Massnahme for one Kommune, or the part of it that is done once for all (`ags` null).
 * Quarters are positions; `bis` before `von` means that there is no possible one.
 */
export interface Einheit {
  readonly massnahme: number;
  readonly ags: string | null;
  readonly lasten: readonly Last[];
  readonly von: number;
  readonly bis: number;
  /** The wished quarter; the first one where there is no wish. It may lie past the last one. */
  readonly wunsch: number;
  readonly gewicht: number;
}

/** `nach` comes at least `abstand` quarters after `vor`; both are positions in the list of Einheiten. */
export interface Kante {
  readonly vor: number;
  readonly nach: number;
  readonly abstand: 0 | 1;
}

/** All that a plan rests on, frozen when it was asked for. */
export interface Planungsproblem {
  readonly quartale: readonly Quartal[];
  readonly teams: readonly Planteam[];
  readonly kommunen: readonly { readonly ags: string; readonly name: string }[];
  readonly massnahmen: readonly Planmassnahme[];
  readonly einheiten: readonly Einheit[];
  readonly kanten: readonly Kante[];
  /** What was assumed otherwise than the teams state it, as sentences. */
  readonly annahmen: readonly string[];
  /** What whoever reads the plan has to know, as sentences. */
  readonly hinweise: readonly string[];
}

/** For each Einheit the position of its quarter, or -1 where it found no place. */
export type Zuteilung = readonly number[];

export const ohnePlatz = -1;

/** What does not fit counts as if it came so many quarters after the last one. */
export const nachDemEnde = 4;

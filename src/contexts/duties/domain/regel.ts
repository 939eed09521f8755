import type { EvidenceGrade, Source, Validity } from '#kernel';
import type { Groessenklasse } from './groessenklasse.ts';
import { type DutyLeistung, type Reichweite, reaches } from './reichweite.ts';

/**
 * Who does a task: S the body itself, K its Kreis, A the body if a Bestimmung says so and else its Kreis,
 * L a Land authority, X another named body (Kammer, Landschaftsverband, Beliehene), - not this class.
 */
export const verteilungswerte = ['S', 'K', 'A', 'L', 'X', '-'] as const;

export type Verteilungswert = (typeof verteilungswerte)[number];

export type Verteilung = Readonly<Record<Groessenklasse, Verteilungswert>>;

/** Leistungen that the text of a rule names, so that its reservation does not hold for them. */
export interface Ausnahme {
  readonly reichweite: Reichweite;
  readonly grund: string;
}

/** A warning that the rule carries of itself: where it holds, the verdict is open with this reason. */
export interface Vorbehalt {
  readonly grund: string;
  /** Null: the whole rule. */
  readonly fuer: Reichweite | null;
  readonly ausser: readonly Ausnahme[];
}

/** One competence rule: a task, the norm that spreads it over the six classes, and how well that is sourced. */
export interface Regel extends Validity {
  readonly id: string;
  /** The task that this rule spreads, together with others of the same task; transfers and Bestimmungen name it. */
  readonly aufgabeId: string;
  /** The Land whose bodies the rule is for, `05`. */
  readonly land: string;
  readonly aufgabe: string;
  readonly reichweite: Reichweite;
  readonly verteilung: Verteilung;
  /** The authority behind L and X. */
  readonly stelle: string | null;
  readonly norm: string;
  readonly quellen: readonly Source[];
  /** The word of whoever collected the rule: „primär (Abschrift)“. */
  readonly beleg: string;
  readonly evidenz: EvidenceGrade;
  /** The norm is no longer in force and the source does not say since when. */
  readonly ausserKraft: boolean;
  /** Somebody has read what follows after `validTo`; until then the verdict is open from the next day. */
  readonly nachfolgeGeprueft: boolean;
  /** Why the rule holds although the catalogue says that the Bund executes (Typ 1); null where it does not. */
  readonly auchTyp1: string | null;
  readonly vorbehalte: readonly Vorbehalt[];
  readonly bemerkung: string | null;
}

/** The reservation under which the rule reaches this Leistung, if there is one. */
export function vorbehaltFor(regel: Regel, leistung: DutyLeistung): Vorbehalt | null {
  return regel.vorbehalte.find((vorbehalt) => holdsFor(vorbehalt, leistung)) ?? null;
}

function holdsFor(vorbehalt: Vorbehalt, leistung: DutyLeistung): boolean {
  if (vorbehalt.fuer !== null && !reaches(vorbehalt.fuer, leistung)) return false;
  return !vorbehalt.ausser.some((ausnahme) => reaches(ausnahme.reichweite, leistung));
}

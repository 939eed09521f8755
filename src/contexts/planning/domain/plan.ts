import type { LocalDate } from '#kernel';
import type { Planungsproblem, Zuteilung } from './problem.ts';

/** How a plan was made: proven to be the best, or improved step by step with a bound from below. */
export const verfahren = ['genau', 'schrittweise'] as const;
export type Verfahren = (typeof verfahren)[number];

/** The head of a plan. */
export interface Plankopf {
  readonly id: string;
  readonly nummer: number;
  readonly titel: string;
  readonly vorgang: string;
  readonly angelegtAm: Date;
}

/** The places of a plan after it was made or something was moved by hand. */
export interface Planfassung {
  readonly fassung: number;
  readonly art: 'gerechnet' | 'verschoben';
  readonly zuteilung: Zuteilung;
  readonly zielwert: number;
  readonly schranke: number;
  readonly verfahren: Verfahren;
  readonly bemerkung: string;
  readonly angelegtAm: Date;
}

/** A plan with its ground and all its Fassungen, the newest last; none while it is made. */
export interface Plan extends Plankopf {
  readonly problem: Planungsproblem;
  readonly fassungen: readonly Planfassung[];
}

/** Who decided a plan, when and why. */
export interface Entscheid {
  readonly nummer: number;
  readonly planId: string;
  readonly fassung: number;
  readonly am: LocalDate;
  readonly wer: string;
  readonly grund: string;
  /** Rules that the plan broke when it was decided. */
  readonly verstoesse: number;
}

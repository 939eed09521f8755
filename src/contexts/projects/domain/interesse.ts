import type { LocalDate } from '#kernel';

/** What a Kommune said last about joining a project. */
export interface Interesse {
  readonly tenant: string;
  readonly projektId: string;
  /** Counts what it has said of this project, from 1. */
  readonly nummer: number;
  /** The house that led the project then; `null` where nobody did. */
  readonly empfaenger: string | null;
  readonly ags: string;
  readonly kommune: string;
  readonly interessiert: boolean;
  /** Everybody may read its name, not only the house that leads. */
  readonly genannt: boolean;
  readonly bemerkung: string;
  readonly stand: LocalDate;
}

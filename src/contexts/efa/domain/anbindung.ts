import type { LocalDate } from '#kernel';
import type { Zustand } from './zustand.ts';

/** The connection of a Kommune to an Onlinedienst. */
export interface Anbindung {
  readonly dienst: string;
  readonly ags: string;
  /** The version of the Onlinedienst that the Kommune uses until it moves. */
  readonly fassung: string;
  readonly zustand: Zustand;
  /** Counts the changes; who changes names the one that was read. */
  readonly version: number;
  /** A plan, never a state: nothing goes live by reaching it. */
  readonly geplantAm: LocalDate | null;
  readonly liveSeit: LocalDate | null;
  /** Why it is suspended, as citizens read it. */
  readonly grund: string | null;
  readonly geaendertAm: Date;
}

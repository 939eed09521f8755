/**
 * Codes of the Zustand in columns; 0 is „keine Angabe“, also where a statement was taken back from its day on, then the
 * Zustaende in their order.
 */
export const keineAngabe = 0;

/** A Reifegrad or a Fallzahl that nobody has given. */
export const unknown = -1;

/** One statement about a cell as the columns keep it: numbers only. */
export interface StandFact {
  readonly cell: number;
  /** Days since 01.01.2000. */
  readonly day: number;
  /** 0 to 15. */
  readonly zustand: number;
  /** 0 to 4, or unknown. */
  readonly reifegrad11: number;
  /** 0 to 7, or unknown. */
  readonly reifegrad20: number;
  /** Cases a year, or unknown. */
  readonly fallzahl: number;
  /** The number of the Loesung in use; 0 for none. */
  readonly loesung: number;
}

const firstDay = Date.UTC(2000, 0, 1);
const dayMs = 86_400_000;

/** The days since 01.01.2000 of a date (`2026-11-22`); earlier ones count as that day. */
export function dayNumber(date: string): number {
  return Math.max(0, Math.round((Date.parse(`${date}T00:00:00Z`) - firstDay) / dayMs));
}

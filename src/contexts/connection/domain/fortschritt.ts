import type { Punkt } from './punkt.ts';
import { istErledigt, type Punktstand } from './stand.ts';

/** Done required lines of all required ones: two whole numbers, never a rounded share. */
export interface Fortschritt {
  readonly erledigt: number;
  readonly gefordert: number;
}

/** Counts required lines. What does not apply is not required; what ran out is not done. */
export function progressOf(
  punkte: readonly { readonly punkt: Pick<Punkt, 'pflicht'>; readonly stand: Punktstand }[],
): Fortschritt {
  const required = punkte.filter(({ punkt, stand }) => punkt.pflicht && stand !== 'entfaellt');
  return {
    erledigt: required.filter(({ stand }) => istErledigt(stand)).length,
    gefordert: required.length,
  };
}

/** Whole percent, rounded down, so that 100 means every one; `null` where nothing is required. */
export function prozentOf({ erledigt, gefordert }: Fortschritt): number | null {
  return gefordert === 0 ? null : Math.floor((100 * erledigt) / gefordert);
}

/** Whether every required line is done. */
export function istVollstaendig({ erledigt, gefordert }: Fortschritt): boolean {
  return erledigt === gefordert;
}

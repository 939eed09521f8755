import type { LocalDate } from '#kernel';

/** Below so many Anbindungen nothing is said: one of them would be recognised. */
export const mindestensGemessen = 3;

/** How long others took from their interest to the first day online. */
export interface Dauer {
  readonly gemessen: number;
  /** Days in the middle; `null` as long as too few are measured. */
  readonly medianTage: number | null;
}

/** The median over whole days; of an even number the lower one of the two in the middle, so that it is a day that happened. */
export function dauerOf(spans: readonly { readonly von: LocalDate; readonly bis: LocalDate }[]): Dauer {
  const days = spans
    .map(({ von, bis }) => Math.round((Date.parse(bis) - Date.parse(von)) / 86_400_000))
    .filter((each) => each >= 0)
    .toSorted((a, b) => a - b);
  const middle = days[Math.floor((days.length - 1) / 2)];
  return {
    gemessen: days.length,
    medianTage: days.length < mindestensGemessen || middle === undefined ? null : middle,
  };
}

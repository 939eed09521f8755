const day = 86_400_000;

/** Days since 1970-01-01 of a date `YYYY-MM-DD`. */
export function dayOf(date: string): number {
  return Math.round(
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / day,
  );
}

/** The date `YYYY-MM-DD` of a day. */
export function dateOf(dayNumber: number): string {
  return new Date(dayNumber * day).toISOString().slice(0, 10);
}

/** The same day so many years earlier or later; 29 February becomes 1 March, as the language counts birthdays. */
export function yearsLater(dayNumber: number, years: number): number {
  const date = dateOf(dayNumber);
  return Math.round(
    Date.UTC(Number(date.slice(0, 4)) + years, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / day,
  );
}

export const earliestDay = dayOf('1900-01-01');
export const latestDay = dayOf('2100-12-31');

const day = 86_400_000;

function millis(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

/** Full years from one day to another; negative where the second lies before. A birthday on 29 February counts from 1 March. */
export function fullYears(from: string, to: string): number {
  if (to < from) return -fullYears(to, from);
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((millis(to) - millis(from)) / day);
}

/** The day so many days later, or nothing outside 1900–2100. */
export function shiftedDate(date: string, days: number): string | undefined {
  if (Math.abs(days) > 100_000) return undefined;
  const moved = new Date(millis(date) + days * day).toISOString().slice(0, 10);
  return moved >= '1900-01-01' && moved <= '2100-12-31' ? moved : undefined;
}

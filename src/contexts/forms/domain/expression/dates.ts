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

/** The day so many months later; where the month is shorter, its last day. Nothing outside 1900–2100. */
export function shiftedMonths(date: string, months: number): string | undefined {
  if (Math.abs(months) > 3_000) return undefined;
  const [year, month, dayOfMonth] = parts(date);
  const at = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (((at % 12) + 12) % 12) + 1];
  return dateFrom(toYear, toMonth, Math.min(dayOfMonth, daysIn(toYear, toMonth)));
}

/** Full months from one day to another; negative where the second lies before. */
export function fullMonths(from: string, to: string): number {
  if (to < from) return -fullMonths(to, from);
  const [a, b] = [parts(from), parts(to)];
  const months = (b[0] - a[0]) * 12 + (b[1] - a[1]);
  return b[2] < a[2] ? months - 1 : months;
}

/** The day of these numbers, or nothing where there is none between 1900 and 2100. */
export function dateFrom(year: number, month: number, dayOfMonth: number): string | undefined {
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return undefined;
  if (dayOfMonth < 1 || dayOfMonth > daysIn(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** The last day of the day's month. */
export function endOfMonth(date: string): string | undefined {
  const [year, month] = parts(date);
  return dateFrom(year, month, daysIn(year, month));
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  return new Date(millis(date)).getUTCDay() || 7;
}

function parts(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

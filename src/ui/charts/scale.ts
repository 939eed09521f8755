import { addDays, type LocalDate, localDate } from '#kernel';

/** A round number at or above every value, with the marks below it. */
export interface ValueScale {
  readonly max: number;
  readonly marks: readonly number[];
}

/** A scale from 0 with at most six marks on round numbers. */
export function valueScale(largest: number): ValueScale {
  const wanted = Math.max(largest, 1);
  const power = 10 ** Math.floor(Math.log10(wanted / 4));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * power).find((one) => one * 5 >= wanted) ?? wanted,
  );
  const count = Math.ceil(wanted / step);
  return { max: count * step, marks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

const dayLength = 86_400_000;

/** Days from `from` to `day`. */
export function daysBetween(from: LocalDate, day: LocalDate): number {
  return Math.round((Date.parse(day) - Date.parse(from)) / dayLength);
}

/** Where a day lies between two days, in percent, with three decimals. */
export function percentOf(day: LocalDate, from: LocalDate, to: LocalDate): number {
  const whole = Math.max(1, daysBetween(from, to));
  return round((daysBetween(from, day) / whole) * 100);
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The first day of the month that lies `months` after the month of `day`. */
export function monthStart(day: LocalDate, months = 0): LocalDate {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  return localDate(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`);
}

/** The last day of the month that lies `months` after the month of `day`. */
export function monthEnd(day: LocalDate, months = 0): LocalDate {
  return addDays(monthStart(day, months + 1), -1);
}

const monthNames = ['Jan', 'Feb', 'März', 'Apr', 'Mai', 'Juni', 'Juli', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'];

/** „März 2027“. */
export function monthLabel(day: LocalDate): string {
  return `${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** The first days of months between two days, at most `most` of them, evenly apart. */
export function monthMarks(from: LocalDate, to: LocalDate, most: number): readonly LocalDate[] {
  const all: LocalDate[] = [];
  for (let day = from === monthStart(from) ? from : monthStart(from, 1); day <= to; day = monthStart(day, 1))
    all.push(day);
  const every = [1, 2, 3, 6, 12, 24, 60].find((step) => Math.ceil(all.length / step) <= most) ?? all.length;
  return all.filter((_, index) => index % every === 0);
}

import { type LocalDate, localDate } from '#kernel';

const firstYear = 1900;

/** The newest Stichtag on or before a day; null before the first year that we keep. */
export function stichtagUntil(date: LocalDate, tage: readonly string[]): LocalDate | null {
  for (let year = Number(date.slice(0, 4)); year >= firstYear; year -= 1) {
    const found = tage
      .map((tag) => `${year}-${tag}`)
      .filter((day) => day <= date)
      .toSorted()
      .at(-1);
    if (found !== undefined) return localDate(found);
  }
  return null;
}

/** The Stichtag before another one. */
export function stichtagBefore(stichtag: LocalDate, tage: readonly string[]): LocalDate | null {
  const index = tage.toSorted().indexOf(stichtag.slice(5));
  const year = Number(stichtag.slice(0, 4));
  const before =
    index > 0 ? `${year}-${tage.toSorted()[index - 1]}` : `${year - 1}-${tage.toSorted().at(-1)}`;
  return before.slice(0, 4) < String(firstYear) ? null : localDate(before);
}

/** Whether a day is a Stichtag. */
export function isStichtag(date: LocalDate, tage: readonly string[]): boolean {
  return tage.includes(date.slice(5));
}

/** The last `count` Stichtage on or before a day, newest first. */
export function lastStichtage(date: LocalDate, tage: readonly string[], count: number): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (
    let day = stichtagUntil(date, tage);
    day !== null && days.length < count;
    day = stichtagBefore(day, tage)
  )
    days.push(day);
  return days;
}

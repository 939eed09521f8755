import { addDays, type LocalDate, localDate } from '#kernel';
import { istFeiertag } from './feiertage.ts';

/**
 * The next day of a series: the same weekday of the same week of the month, so many months later. A holiday is passed
 * over by a week.
 */
export function folgetermin(tag: LocalDate, abstandMonate: number): LocalDate {
  const woche = Math.min(3, Math.floor((Number(tag.slice(8)) - 1) / 7));
  const month = Number(tag.slice(0, 4)) * 12 + Number(tag.slice(5, 7)) - 1 + abstandMonate;
  const first = localDate(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
  const shift = (wochentag(tag) - wochentag(first) + 7) % 7;
  const proposed = addDays(first, shift + 7 * woche);
  return istFeiertag(proposed) ? addDays(proposed, 7) : proposed;
}

function wochentag(tag: LocalDate): number {
  return new Date(`${tag}T00:00:00Z`).getUTCDay();
}

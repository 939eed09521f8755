import { type LocalDate, localDate } from '#kernel';

const germanDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** The calendar day of an instant in Germany. */
export function berlinDay(instant: Date): LocalDate {
  return localDate(germanDay.format(instant));
}

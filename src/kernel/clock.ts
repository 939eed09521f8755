import { type LocalDate, localDate } from './local-date.ts';

/** The time, passed in: `now` as an instant, `today` as the calendar day in Germany. */
export interface Clock {
  readonly now: () => Date;
  readonly today: () => LocalDate;
}

const germanDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** A clock that reads its instant from `now`. */
export function clockFrom(now: () => Date): Clock {
  return { now, today: () => localDate(germanDay.format(now())) };
}

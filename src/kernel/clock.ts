import { addDays, type LocalDate, localDate } from './local-date.ts';

/** The time, passed in: `now` as an instant, `today` as the calendar day in Germany. */
export interface Clock {
  readonly now: () => Date;
  readonly today: () => LocalDate;
}

/** A clock that reads its instant from `now`. */
export function clockFrom(now: () => Date): Clock {
  return { now, today: () => dayInGermany(now()) };
}

let germanDay: Intl.DateTimeFormat | undefined;

/** The calendar day of an instant in Germany. */
export function dayInGermany(instant: Date): LocalDate {
  // The first one takes a process tens of milliseconds: one serves them all, and is made when it is needed.
  germanDay ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });
  return localDate(germanDay.format(instant));
}

const hourMs = 3_600_000;

/**
 * The clock of somebody so many days away, negative for before. Its day is exactly that one, also late in the evening with a
 * change to or from summer time between.
 */
export function clockDaysAway(clock: Clock, days: number): Clock {
  const plain = clockFrom(() => new Date(clock.now().getTime() + days * 24 * hourMs));
  return clockFrom(() => {
    const [wanted, found] = [addDays(clock.today(), days), plain.today()];
    const hours = found > wanted ? -1 : found < wanted ? 1 : 0;
    return new Date(plain.now().getTime() + hours * hourMs);
  });
}

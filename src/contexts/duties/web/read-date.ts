import { type Clock, formatLocalDate, type LocalDate, ok, parseLocalDate, type Result } from '#kernel';

/** The day for which a page is asked: `datum` in the address, else today. */
export function readDate(parameters: URLSearchParams, clock: Clock): Result<LocalDate> {
  const given = parameters.get('datum');
  return given === null || given === '' ? ok(clock.today()) : parseLocalDate(given);
}

/** „am 21.11.2026“. */
export function onDay(date: LocalDate): string {
  return `am ${formatLocalDate(date)}`;
}

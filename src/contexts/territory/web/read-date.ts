import { type Clock, type LocalDate, ok, parseLocalDate, type Result } from '#kernel';

/** The day for which a page is asked: `datum` in the address, else today. */
export function readDate(query: URLSearchParams, clock: Clock): Result<LocalDate> {
  const given = query.get('datum');
  return given === null || given === '' ? ok(clock.today()) : parseLocalDate(given);
}

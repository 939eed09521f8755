import type { LocalDate } from '#kernel';

/** An address that carries the asked day along. */
export function withDay(href: string, date: LocalDate | null): string {
  return date === null ? href : `${href}${href.includes('?') ? '&' : '?'}datum=${date}`;
}

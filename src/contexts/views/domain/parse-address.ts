import type { LocalDate } from '#kernel';
import { lastingQuery } from './ansicht.ts';

/** The address of a list, taken apart. */
export interface Adresse {
  readonly pfad: string;
  readonly abfrage: string;
}

const longestPath = 300;
const longestQuery = 4000;
/** Stands for our own host; whatever leads elsewhere gives another one. */
const base = 'https://eigenes-haus.invalid';

/**
 * Parses the address of a list of ours, `/pfad?abfrage`. `null` for every other: another host, a page that does not
 * exist, something too long.
 */
export function parseAddress(
  text: string,
  isPage: (path: string) => boolean,
  today: LocalDate,
): Adresse | null {
  if (!text.startsWith('/') || text.length > longestPath + longestQuery || !URL.canParse(text, base))
    return null;
  const url = new URL(text, base);
  const abfrage = lastingQuery(url.searchParams, today);
  if (url.origin !== base || url.pathname.length > longestPath || abfrage.length > longestQuery) return null;
  return isPage(url.pathname) ? { pfad: url.pathname, abfrage } : null;
}

import { isUuid } from '#kernel';

/** An id that came from outside: text that is no UUID is nobody's id, and finds no row instead of breaking the query. */
export function rowId(text: string): string | null {
  return isUuid(text.toLowerCase()) ? text : null;
}

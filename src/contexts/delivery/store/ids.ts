import { isUuid } from '#kernel';

/** An id that somebody wrote, for comparison with a UUID: what is none is found nowhere. */
export function idOrNone(text: string): string | null {
  return isUuid(text) ? text : null;
}

/** As `idOrNone`, for a list. */
export function idsAmong(texts: readonly string[]): string[] {
  return texts.filter(isUuid);
}

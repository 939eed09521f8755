import { clockFrom, formatLocalDate } from '#kernel';

/** A moment as a German day, for sentences. */
export function sinceText(at: Date): string {
  return formatLocalDate(clockFrom(() => at).today());
}

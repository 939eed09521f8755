import type { LocalDate } from '#kernel';
import type { PaketZeile, WorkgroupDeps } from '#workgroup';

/** What a part of the pack shows at most; the rest stands where its link leads. */
const hoechstens = 15;

export type Deps = () => WorkgroupDeps;

export const zeile = (
  text: string,
  zusatz = '',
  href: string | null = null,
  tag: LocalDate | null = null,
): PaketZeile => ({ text, zusatz, href, tag });

export function gekuerzt(zeilen: readonly PaketZeile[], alle: string | null) {
  return { zeilen: zeilen.slice(0, hoechstens), gesamt: zeilen.length, alle };
}

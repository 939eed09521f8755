/** For whom a Lage of the catalogue is: persons or businesses. */
export const zielgruppen = ['buerger', 'unternehmen'] as const;
export type Zielgruppe = (typeof zielgruppen)[number];

/**
 * The catalogue's situations of businesses, by their number; all others are situations of persons. Our own assessment: the
 * catalogue's data keeps persons and businesses apart by Themenfeld only.
 */
const geschaeftslagen: ReadonlySet<number> = new Set([
  2, 5, 6, 8, 9, 11, 12, 22, 24, 28, 34, 38, 43, 45, 50, 52,
]);

export function zielgruppeOf(lageId: number | null): Zielgruppe {
  return lageId !== null && geschaeftslagen.has(lageId) ? 'unternehmen' : 'buerger';
}

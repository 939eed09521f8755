/** The key of the whole country. */
export const bundesArs = '000000000000';

const lengths = new Set([2, 3, 5, 9, 12]);

/**
 * Reads a Regionalschlüssel: twelve digits, or its beginning of 2 (Land), 3 (Regierungsbezirk), 5 (Kreis) or 9 (Verband),
 * which is filled with zeros. Null for everything else, an AGS of eight digits too.
 */
export function readArs(text: string): string | null {
  return /^\d+$/.test(text) && lengths.has(text.length) ? text.padEnd(12, '0') : null;
}

/**
 * The keys that `useArsHierarchy=true` climbs, the most special first: Gemeinde, Kreis (`LLRKK0000000`), Land
 * (`LL0000000000`), Bund (`000000000000`). Source: public clients of the Suchdienst. Verband and Regierungsbezirk lie between
 * and are climbed too; that is ours.
 */
export function arsHierarchy(ars: string): readonly string[] {
  const upper = [9, 5, 3, 2].map((digits) => ars.slice(0, digits).padEnd(12, '0'));
  return [...new Set([ars, ...upper, bundesArs])];
}

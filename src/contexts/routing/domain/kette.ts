/** The area of the whole country. */
const bundArs = '000000000000';

/**
 * The areas that hold for a place, the most special first: Gemeinde, Verband where there is one, Kreis, Regierungsbezirk,
 * Land, Bund; twelve digits each.
 */
export function ketteOf(ars: string): readonly string[] {
  const upper = [9, 5, 3, 2].map((digits) => ars.slice(0, digits).padEnd(12, '0'));
  return [...new Set([ars, ...upper, bundArs])];
}

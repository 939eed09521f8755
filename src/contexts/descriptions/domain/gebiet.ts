/** Whose description it is. */
export const ebenen = ['Bund', 'Land', 'Kreis', 'Gemeinde'] as const;
export type Ebene = (typeof ebenen)[number];

/** The area of the whole country. */
export const bundArs = '000000000000';

/**
 * The level of an area by its twelve digits alone. A kreisfreie Stadt has the key of a Kreis, Berlin and Hamburg that of a
 * Land; a Regierungsbezirk counts as Land.
 */
export function ebeneOf(ars: string): Ebene {
  if (ars === bundArs) return 'Bund';
  if (ars.slice(3) === '000000000') return 'Land';
  return ars.slice(5) === '0000000' ? 'Kreis' : 'Gemeinde';
}

/** Whether a text is an area's key: twelve digits. */
export function isArs(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/**
 * The areas whose descriptions hold in an area, the most special first: Gemeinde, Verband where there is one, Kreis,
 * Regierungsbezirk, Land, Bund.
 */
export function kettenOf(ars: string): readonly string[] {
  if (!isArs(ars)) return [bundArs];
  const upper = [9, 5, 3, 2, 0].map((digits) => ars.slice(0, digits).padEnd(12, '0'));
  return [...new Set([ars, ...upper])];
}

/** The area of a body: a Gemeinde has a key of its own, a Kreis that of its five digits. */
export function arsOfBody(body: { readonly ars: string | null; readonly ags: string }): string {
  return body.ars ?? body.ags.padEnd(12, '0');
}

/** Who pays: a Kommune by its AGS, a Land by its two digits, the Bund. */
export const zahlerKey = /^(\d{2}|\d{5}|\d{8}|BUND)$/;

/** What is known of bodies and Länder, as far as payers are named by it. */
export interface Namensquelle {
  readonly laender: readonly { readonly code: string; readonly name: string; readonly kuerzel: string }[];
  readonly bodyByAgs: ReadonlyMap<string, { readonly name: string }>;
}

/** The name of a payer; its key where nothing is known of it. */
export function zahlerName({ laender, bodyByAgs }: Namensquelle, key: string): string {
  if (key === 'BUND') return 'Bund';
  const body = bodyByAgs.get(key);
  if (body) return body.name;
  return laender.find(({ code }) => code === key)?.name ?? key;
}

/** The key of a payer as somebody wrote it: an AGS, a Land by name, number or short name; `null` where it is none. */
export function zahlerOf(quelle: Namensquelle, text: string): string | null {
  const typed = text.trim();
  if (/^bund$/i.test(typed)) return 'BUND';
  const land = quelle.laender.find(
    ({ code, name, kuerzel }) =>
      typed === code || typed.toUpperCase() === kuerzel || typed.toLowerCase() === name.toLowerCase(),
  );
  if (land) return land.code;
  return quelle.bodyByAgs.has(typed) ? typed : null;
}

/** The versions of XZuFi that are read and written. */
export const xzufiFassungen = ['2.2.0', '2.3.1'] as const;
export type XzufiFassung = (typeof xzufiFassungen)[number];

/** The namespace of a version; that of 2.3.1 is formed like the attested one of 2.2.0. */
export function namespaceOf(fassung: XzufiFassung): string {
  return `http://xoev.de/schemata/xzufi/${fassung.replaceAll('.', '_')}`;
}

/** The version that a namespace stands for; null for every other text. */
export function fassungOfNamespace(uri: string): XzufiFassung | null {
  return xzufiFassungen.find((fassung) => namespaceOf(fassung) === uri) ?? null;
}

/** Parses the name of a version. */
export function parseFassung(text: string): XzufiFassung | null {
  return xzufiFassungen.find((fassung) => fassung === text.trim()) ?? null;
}

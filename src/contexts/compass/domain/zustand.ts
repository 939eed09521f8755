/** Where a Leistung stands in a Kommune, in the order of progress; the last one stands outside of it. */
export const zustaende = [
  'nicht-begonnen',
  'vorgemerkt',
  'geplant',
  'in-umsetzung',
  'in-erprobung',
  'online',
  'abgeschaltet',
  'nicht-anwendbar',
] as const;

export type Zustand = (typeof zustaende)[number];

/** Parses the name of a Zustand; `null` where the text is none. */
export function parseZustand(text: string): Zustand | null {
  return zustaende.find((zustand) => zustand === text) ?? null;
}

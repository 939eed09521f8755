/** How far a Kommune is with its answers. */
export const abgabeZustaende = ['unbearbeitet', 'in-arbeit', 'eingereicht', 'freigegeben'] as const;
export type AbgabeZustand = (typeof abgabeZustaende)[number];

/** `geaendert` follows by itself when somebody changes an answer that was already presented or released. */
export const abgabeArten = ['begonnen', 'eingereicht', 'zurueckgegeben', 'freigegeben', 'geaendert'] as const;
export type AbgabeArt = (typeof abgabeArten)[number];

/** What happens to the answers of a Kommune. What was released stays with the IT-Dienstleister until it is released anew. */
export const abgabeUebergaenge: Readonly<
  Record<AbgabeZustand, Readonly<Partial<Record<AbgabeArt, AbgabeZustand>>>>
> = {
  unbearbeitet: { begonnen: 'in-arbeit', eingereicht: 'eingereicht' },
  'in-arbeit': { eingereicht: 'eingereicht' },
  eingereicht: { zurueckgegeben: 'in-arbeit', freigegeben: 'freigegeben', geaendert: 'in-arbeit' },
  freigegeben: { geaendert: 'in-arbeit' },
};

/** What a saved answer does to the state: `null` where it stays as it is. */
export function schrittNachAntwort(zustand: AbgabeZustand): 'begonnen' | 'geaendert' | null {
  if (zustand === 'unbearbeitet') return 'begonnen';
  return zustand === 'in-arbeit' ? null : 'geaendert';
}

/** How far a Kommune is, as its IT-Dienstleister sees it by consent: numbers, no content. */
export interface Teilnahme {
  readonly tenant: string;
  readonly ags: string;
  readonly zustand: AbgabeZustand;
  readonly gefragt: number;
  readonly beantwortet: number;
  /** Of the released answers at least one came after the deadline. */
  readonly spaet: boolean;
  readonly zuletzt: Date | null;
  readonly freigegebenAm: Date | null;
}

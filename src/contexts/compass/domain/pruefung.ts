export const pruefErgebnisse = ['erreichbar', 'antwortet-nicht', 'fehler', 'nicht-erlaubt'] as const;
export type PruefErgebnis = (typeof pruefErgebnisse)[number];

/** What became of the last look at the link that somebody gave as evidence. */
export interface Pruefung {
  readonly leistungId: string;
  readonly link: string;
  readonly geprueftAm: Date;
  readonly ergebnis: PruefErgebnis;
  /** The HTTP status where there was an answer. */
  readonly status: number | null;
}

/**
 * How many points each ground can give, in thousandths; together 100,000. Deckung weighs most, because a Lösung that
 * closes more of the gaps saves a whole Anbindung.
 */
export const matchingGewichte = {
  deckung: 40_000,
  verfuegbarkeit: 20_000,
  nutzung: 15_000,
  fachverfahren: 10_000,
  reifegrad: 10_000,
  efa: 5_000,
} as const;

export type MatchingGrund = keyof typeof matchingGewichte;

/** One ground for a rank: the figures, the points they give, and the sentence for people. */
export interface Begruendung {
  readonly grund: MatchingGrund;
  readonly punkte: number;
  readonly hoechstens: number;
  readonly zahlen: Readonly<Record<string, number | string | null>>;
  readonly satz: string;
}

/** How many consenting Kommunen use a Lösung; `null` where nobody may know. */
export interface Nutzung {
  readonly kommunen: number;
  /** Those of the asking Kommune's class; `null` where no class was asked for. */
  readonly klasse: number | null;
}

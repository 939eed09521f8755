export const gewichtungen = ['person', 'kommune', 'einwohner'] as const;
export type Gewichtung = (typeof gewichtungen)[number];

export const wahlen = ['ja', 'nein', 'enthaltung'] as const;
export type Wahl = (typeof wahlen)[number];

export const beschlussZustaende = [
  'vorgeschlagen',
  'abstimmung',
  'angenommen',
  'abgelehnt',
  'zurueckgezogen',
] as const;
export type BeschlussZustand = (typeof beschlussZustaende)[number];

export const beschlussSchritte = ['oeffnen', 'schliessen', 'festhalten', 'zurueckziehen'] as const;
export type BeschlussSchritt = (typeof beschlussSchritte)[number];

/** Where a step may be taken. Whether a closed vote is for or against is counted, not chosen. */
const erlaubt: Readonly<Record<BeschlussZustand, readonly BeschlussSchritt[]>> = {
  vorgeschlagen: ['oeffnen', 'festhalten', 'zurueckziehen'],
  abstimmung: ['schliessen', 'zurueckziehen'],
  angenommen: [],
  abgelehnt: [],
  zurueckgezogen: [],
};

/** Whether a decision in this state allows the step. */
export function beschlussErlaubt(zustand: BeschlussZustand, schritt: BeschlussSchritt): boolean {
  return erlaubt[zustand].includes(schritt);
}

/** A vote as it was cast. */
export interface Stimme {
  readonly stimmrecht: string;
  readonly haus: string;
  readonly ags: string | null;
  readonly wahl: Wahl;
}

/** What was counted: weights and how many cast them. */
export interface Ergebnis {
  readonly gewichtung: Gewichtung;
  readonly gewichte: Readonly<Record<Wahl, number>>;
  readonly stimmen: Readonly<Record<Wahl, number>>;
  /** Who voted without counting, because no number of inhabitants is known. */
  readonly ohneGewicht: readonly string[];
  readonly angenommen: boolean;
}

/**
 * Counts votes. More weight for than against accepts; abstentions are on neither side, and a tie is a refusal. By
 * inhabitants a Kommune counts as many as live there.
 */
export function zaehle(
  stimmen: readonly Stimme[],
  gewichtung: Gewichtung,
  einwohner: (ags: string | null) => number | null,
): Ergebnis {
  const gewichte = { ja: 0, nein: 0, enthaltung: 0 };
  const anzahl = { ja: 0, nein: 0, enthaltung: 0 };
  const ohneGewicht: string[] = [];
  for (const { wahl, ags, haus } of stimmen) {
    const gewicht = gewichtung === 'einwohner' ? einwohner(ags) : 1;
    anzahl[wahl] += 1;
    if (gewicht === null) ohneGewicht.push(haus);
    else gewichte[wahl] += gewicht;
  }
  return { gewichtung, gewichte, stimmen: anzahl, ohneGewicht, angenommen: gewichte.ja > gewichte.nein };
}

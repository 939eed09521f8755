/** The states of a rollout, in the order in which it usually walks them. */
export const zustaende = [
  'geplant',
  'laeuft',
  'angehalten',
  'abgeschlossen',
  'zurueckgenommen',
  'verworfen',
] as const;
export type Zustand = (typeof zustaende)[number];

export const schritte = [
  'beginnen',
  'anhalten',
  'fortsetzen',
  'abschliessen',
  'zuruecknehmen',
  'verwerfen',
] as const;
/** What can be done with a rollout. */
export type Schritt = (typeof schritte)[number];

const folgt: Readonly<Record<Zustand, Partial<Record<Schritt, Zustand>>>> = {
  geplant: { beginnen: 'laeuft', verwerfen: 'verworfen' },
  laeuft: { anhalten: 'angehalten', abschliessen: 'abgeschlossen', zuruecknehmen: 'zurueckgenommen' },
  angehalten: {
    fortsetzen: 'laeuft',
    abschliessen: 'abgeschlossen',
    zuruecknehmen: 'zurueckgenommen',
  },
  abgeschlossen: { zuruecknehmen: 'zurueckgenommen' },
  zurueckgenommen: {},
  verworfen: {},
};

/** The state after a step, or `null` where the step is not possible in that state. */
export function nachSchritt(zustand: Zustand, schritt: Schritt): Zustand | null {
  return folgt[zustand][schritt] ?? null;
}

/** What can be done in a state. */
export function moeglicheSchritte(zustand: Zustand): readonly Schritt[] {
  return schritte.filter((schritt) => folgt[zustand][schritt] !== undefined);
}

/** Whether it still stands in the way of another rollout of the same service. */
export function istUnterwegs(zustand: Zustand): boolean {
  return zustand === 'geplant' || zustand === 'laeuft' || zustand === 'angehalten';
}

/** Parses a step's name. */
export function isSchritt(text: string): text is Schritt {
  return schritte.some((schritt) => schritt === text);
}

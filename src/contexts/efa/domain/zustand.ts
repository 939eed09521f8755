/** The states of an Anbindung, in the order in which a Kommune usually walks them. */
export const zustaende = ['interesse', 'parameter', 'test', 'live', 'ausgesetzt', 'beendet'] as const;
export type Zustand = (typeof zustaende)[number];

export const schritte = [
  'parameter-erfassen',
  'testen',
  'zurueck-zu-parametern',
  'live-schalten',
  'aussetzen',
  'fortsetzen',
  'beenden',
  'neu-beginnen',
] as const;
/** What can be done with an Anbindung. */
export type Schritt = (typeof schritte)[number];

const folgt: Readonly<Record<Zustand, Partial<Record<Schritt, Zustand>>>> = {
  interesse: { 'parameter-erfassen': 'parameter', beenden: 'beendet' },
  parameter: { 'parameter-erfassen': 'parameter', testen: 'test', beenden: 'beendet' },
  test: {
    'parameter-erfassen': 'test',
    'zurueck-zu-parametern': 'parameter',
    'live-schalten': 'live',
    beenden: 'beendet',
  },
  live: { 'parameter-erfassen': 'live', aussetzen: 'ausgesetzt', beenden: 'beendet' },
  ausgesetzt: { 'parameter-erfassen': 'ausgesetzt', fortsetzen: 'live', beenden: 'beendet' },
  beendet: { 'neu-beginnen': 'interesse' },
};

/** A state as it was kept; throws where it is none. */
export function parseZustand(text: string): Zustand {
  const found = zustaende.find((each) => each === text);
  if (found === undefined) throw new Error(`„${text}“ is no state of an Anbindung`);
  return found;
}

/** The state after a step, or `null` where the step is not possible in that state. */
export function nachSchritt(zustand: Zustand, schritt: Schritt): Zustand | null {
  return folgt[zustand][schritt] ?? null;
}

/** What can be done in a state. */
export function moeglicheSchritte(zustand: Zustand): readonly Schritt[] {
  return schritte.filter((schritt) => folgt[zustand][schritt] !== undefined);
}

/** Whether citizens know the service in this state, so that nothing may be taken from under it. */
export function istOeffentlich(zustand: Zustand): boolean {
  return zustand === 'live' || zustand === 'ausgesetzt';
}

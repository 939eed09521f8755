/** Where a question stands. It ends answered or withdrawn; an answered one can be opened again. */
export const zustaende = ['offen', 'wieder-offen', 'beantwortet', 'zurueckgezogen'] as const;
export type Zustand = (typeof zustaende)[number];

/** What somebody can do in a thread: each is a contribution with a text. */
export const schritte = ['antwort', 'ergaenzung', 'wieder-offen', 'zurueckgezogen'] as const;
export type Schritt = (typeof schritte)[number];

/** What a contribution is. */
export type BeitragArt = 'frage' | Schritt;

const weiter: Readonly<Record<Zustand, Partial<Record<Schritt, Zustand>>>> = {
  offen: { antwort: 'beantwortet', ergaenzung: 'offen', zurueckgezogen: 'zurueckgezogen' },
  'wieder-offen': { antwort: 'beantwortet', ergaenzung: 'wieder-offen', zurueckgezogen: 'zurueckgezogen' },
  beantwortet: { antwort: 'beantwortet', ergaenzung: 'beantwortet', 'wieder-offen': 'wieder-offen' },
  zurueckgezogen: {},
};

/** The state after a step, or `null` where the step is not possible. */
export function zustandNach(zustand: Zustand, schritt: Schritt): Zustand | null {
  return weiter[zustand][schritt] ?? null;
}

/** The state that the last contribution which changed one has left. */
export function zustandOf(letzter: Exclude<BeitragArt, 'ergaenzung'>): Zustand {
  const left: Readonly<Record<typeof letzter, Zustand>> = {
    frage: 'offen',
    antwort: 'beantwortet',
    'wieder-offen': 'wieder-offen',
    zurueckgezogen: 'zurueckgezogen',
  };
  return left[letzter];
}

/** Whether somebody still waits for an answer. */
export function wartet(zustand: Zustand): boolean {
  return zustand === 'offen' || zustand === 'wieder-offen';
}

/** Only the house that asked opens a question again or withdraws it. */
export const nurFragende: readonly Schritt[] = ['wieder-offen', 'zurueckgezogen'];

/** How long somebody may mend their own contribution. */
export const bearbeitungsfristMs = 60 * 60 * 1000;

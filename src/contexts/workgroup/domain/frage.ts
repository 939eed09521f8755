/** A question of the group: what the thread says of it, and whether somebody of the group answers for it. */
export const frageZustaende = ['neu', 'zugeteilt', 'beantwortet', 'zurueckgezogen'] as const;
export type FrageZustand = (typeof frageZustaende)[number];

/** Where a question stands as its thread says: the states of a Rückfrage. */
export type Fadenzustand = 'offen' | 'wieder-offen' | 'beantwortet' | 'zurueckgezogen';

export const frageSchritte = [
  'zuteilen',
  'abgeben',
  'beantworten',
  'wieder-oeffnen',
  'zurueckziehen',
  'sitzung-endet',
] as const;
export type FrageSchritt = (typeof frageSchritte)[number];

/** What each step leads to from each state; what is not named is refused. A session that ends answers nothing by itself. */
const weiter: Readonly<Record<FrageZustand, Partial<Record<FrageSchritt, FrageZustand>>>> = {
  neu: {
    zuteilen: 'zugeteilt',
    beantworten: 'beantwortet',
    zurueckziehen: 'zurueckgezogen',
    'sitzung-endet': 'neu',
  },
  zugeteilt: {
    zuteilen: 'zugeteilt',
    abgeben: 'neu',
    beantworten: 'beantwortet',
    zurueckziehen: 'zurueckgezogen',
    'sitzung-endet': 'zugeteilt',
  },
  beantwortet: { beantworten: 'beantwortet', 'wieder-oeffnen': 'neu', 'sitzung-endet': 'beantwortet' },
  zurueckgezogen: { 'sitzung-endet': 'zurueckgezogen' },
};

/** The state after a step, or `null` where the step is not possible. */
export function frageNach(zustand: FrageZustand, schritt: FrageSchritt): FrageZustand | null {
  return weiter[zustand][schritt] ?? null;
}

/** The state of a question from its thread and from who answers for it. An owner counts only while the question waits. */
export function frageZustandOf(faden: Fadenzustand, zustaendig: string | null): FrageZustand {
  if (faden === 'beantwortet' || faden === 'zurueckgezogen') return faden;
  return zustaendig === null ? 'neu' : 'zugeteilt';
}

export const frageListen = ['tagesordnung', 'ohne-termin', 'antworten', 'zurueckgezogen'] as const;
export type FrageListe = (typeof frageListen)[number];

/**
 * The one list in which a question stands. One that waits is on the agenda of the next session by itself; only while
 * there is none it waits for a day.
 */
export function listeVon(zustand: FrageZustand, naechsteSitzung: boolean): FrageListe {
  if (zustand === 'beantwortet') return 'antworten';
  if (zustand === 'zurueckgezogen') return 'zurueckgezogen';
  return naechsteSitzung ? 'tagesordnung' : 'ohne-termin';
}

/** Whether somebody still waits for an answer. */
export function wartetFaden(faden: Fadenzustand): boolean {
  return faden === 'offen' || faden === 'wieder-offen';
}

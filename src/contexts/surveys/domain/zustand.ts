import type { LocalDate } from '#kernel';

/** The life of a Bedarfsabfrage, in order. */
export const zustaende = [
  'entwurf',
  'offen',
  'nachfrist',
  'geschlossen',
  'ausgewertet',
  'veroeffentlicht',
] as const;
export type Zustand = (typeof zustaende)[number];

export const schrittArten = [
  'oeffnen',
  'verlaengern',
  'nachfrist',
  'schliessen',
  'auswerten',
  'veroeffentlichen',
  'zurueck',
] as const;
export type SchrittArt = (typeof schrittArten)[number];

/** What can be done in which state, and where it leads. „zurueck“ leads one step back and always says why. */
export const uebergaenge: Readonly<Record<Zustand, Readonly<Partial<Record<SchrittArt, Zustand>>>>> = {
  entwurf: { oeffnen: 'offen' },
  offen: { verlaengern: 'offen', nachfrist: 'nachfrist', schliessen: 'geschlossen', zurueck: 'entwurf' },
  nachfrist: { verlaengern: 'offen', nachfrist: 'nachfrist', schliessen: 'geschlossen' },
  geschlossen: { auswerten: 'ausgewertet', nachfrist: 'nachfrist', zurueck: 'offen' },
  ausgewertet: { veroeffentlichen: 'veroeffentlicht', zurueck: 'geschlossen' },
  veroeffentlicht: { zurueck: 'ausgewertet' },
};

/** Steps that somebody must give a reason for; evaluating too, where the quorum was missed. */
export function needsReason(from: Zustand, art: SchrittArt): boolean {
  return (
    art === 'zurueck' ||
    art === 'verlaengern' ||
    (art === 'nachfrist' && uebergaenge[from].schliessen === undefined)
  );
}

/** Steps that name a new last day. */
export function needsDay(from: Zustand, art: SchrittArt): boolean {
  return art === 'verlaengern' || art === 'nachfrist' || (art === 'zurueck' && from === 'geschlossen');
}

/** The days that decide with the state what holds today. */
export interface Fristen {
  readonly zustand: Zustand;
  /** The last day on which answers are in time. */
  readonly frist: LocalDate | null;
  /** The last day on which late answers are taken. */
  readonly nachfrist: LocalDate | null;
}

/**
 * The state that holds on a day: a deadline that has passed counts at once, also while nobody has written it down. What
 * was stated stays as it is; nothing moves forward by itself further than to „geschlossen“.
 */
export function zustandOn({ zustand, frist, nachfrist }: Fristen, date: LocalDate): Zustand {
  const inNachfrist = nachfrist !== null && date <= nachfrist;
  if (zustand === 'offen' && frist !== null && date > frist) return inNachfrist ? 'nachfrist' : 'geschlossen';
  if (zustand === 'nachfrist' && !inNachfrist) return 'geschlossen';
  return zustand;
}

/** Whether answers are taken in a state, and as what. */
export function annahmeIn(zustand: Zustand): 'rechtzeitig' | 'spaet' | 'nicht' {
  if (zustand === 'offen') return 'rechtzeitig';
  return zustand === 'nachfrist' ? 'spaet' : 'nicht';
}

import type { GewaehlterAbschnitt } from './abschnitt.ts';

export const zustaende = ['entwurf', 'vorgelegt', 'freigegeben', 'zurueckgezogen'] as const;
export type BerichtZustand = (typeof zustaende)[number];

export const zustandNamen: Readonly<Record<BerichtZustand, string>> = {
  entwurf: 'Entwurf',
  vorgelegt: 'vorgelegt',
  freigegeben: 'freigegeben',
  zurueckgezogen: 'zurückgezogen',
};

export const schrittArten = ['vorgelegt', 'zurueckgegeben', 'freigegeben', 'zurueckgezogen'] as const;
export type SchrittArt = (typeof schrittArten)[number];

/** What each step leads to from each state; what is not named is refused. */
export const uebergaenge: Readonly<
  Record<BerichtZustand, Readonly<Partial<Record<SchrittArt, BerichtZustand>>>>
> = {
  entwurf: { vorgelegt: 'vorgelegt', zurueckgezogen: 'zurueckgezogen' },
  vorgelegt: { zurueckgegeben: 'entwurf', freigegeben: 'freigegeben', zurueckgezogen: 'zurueckgezogen' },
  freigegeben: { zurueckgezogen: 'zurueckgezogen' },
  zurueckgezogen: {},
};

/** Something that was done with a report. */
export interface Schritt {
  readonly nummer: number;
  readonly art: SchrittArt;
  readonly fassung: number;
  readonly begruendung: string | null;
  readonly gegangenAm: Date;
  readonly gegangenVon: string;
}

/** A version of the text over figures of one day. */
export interface BerichtFassung {
  readonly fassung: number;
  readonly bestand: number;
  readonly titel: string;
  readonly einleitung: string;
  readonly abschnitte: readonly GewaehlterAbschnitt[];
  readonly geschriebenAm: Date;
  readonly geschriebenVon: string;
}

/** The state that follows from the steps. */
export function zustandOf(schritte: readonly Pick<Schritt, 'art'>[]): BerichtZustand {
  return schritte.reduce<BerichtZustand>(
    (zustand, { art }) => uebergaenge[zustand][art] ?? zustand,
    'entwurf',
  );
}

import type { VerdictWord } from './verdict.ts';

export const neuerungStaende = ['neu', 'gelesen', 'erledigt'] as const;
export type NeuerungStand = (typeof neuerungStaende)[number];

export const neuerungAktionen = ['lesen', 'erledigen', 'zurueckstellen'] as const;
export type NeuerungAktion = (typeof neuerungAktionen)[number];

const transitions: Readonly<Record<NeuerungStand, Partial<Record<NeuerungAktion, NeuerungStand>>>> = {
  neu: { lesen: 'gelesen', erledigen: 'erledigt' },
  gelesen: { erledigen: 'erledigt', zurueckstellen: 'neu' },
  erledigt: { zurueckstellen: 'gelesen' },
};

/** The state after an action, or `null` where the action is not possible in that state. */
export function standAfter(stand: NeuerungStand, aktion: NeuerungAktion): NeuerungStand | null {
  return transitions[stand][aktion] ?? null;
}

export const wirkungen = [
  'neue Pflicht',
  'Pflicht entfällt',
  'Pflicht wird fortgeführt',
  'Pflicht bleibt, Angaben ändern sich',
  'offen, zu klären',
] as const;

/** What a change of the catalogue means for the duties of one body. */
export type Wirkung = (typeof wirkungen)[number];

/**
 * What a change means for a body whose verdict it is before and after; null on a side where the catalogue does not
 * hold the Leistung. Null where it is none of the body's business: it owes nothing before or after, and nothing is open.
 */
export function wirkungOf(
  before: VerdictWord | null,
  after: VerdictWord | null,
  continued: boolean,
): Wirkung | null {
  const owed = before === 'selbst' || after === 'selbst';
  if (!owed) return before === 'offen' || after === 'offen' ? 'offen, zu klären' : null;
  if (before === 'selbst' && after === 'selbst') return 'Pflicht bleibt, Angaben ändern sich';
  if (continued && (before === null || after === null)) return 'Pflicht wird fortgeführt';
  if (after === 'offen') return 'offen, zu klären';
  return after === 'selbst' ? 'neue Pflicht' : 'Pflicht entfällt';
}

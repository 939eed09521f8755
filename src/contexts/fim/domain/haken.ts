import type { Arbeitspunkt } from './bericht.ts';

export const hakenStaende = ['offen', 'erledigt', 'entfaellt'] as const;
export type HakenStand = (typeof hakenStaende)[number];

/** What somebody said about a piece of work, with their name and the time. */
export interface Haken {
  readonly schluessel: string;
  readonly nummer: number;
  readonly textSha256: string;
  readonly stand: HakenStand;
  readonly notiz: string;
  readonly person: string;
  readonly angegebenAm: Date;
}

/** A piece of work as it stands for an organisation. */
export interface Punktstand {
  readonly punkt: Arbeitspunkt;
  readonly stand: HakenStand;
  /** The last word on it; of an earlier text where the schema says something else by now. */
  readonly haken: Haken | null;
  readonly textGeaendert: boolean;
}

/** All work of a schema with its ticks, the open ones first; `summe` is that of what a person ticks off. */
export function punktstaende(
  punkte: readonly Arbeitspunkt[],
  haken: readonly Haken[],
  summe: (punkt: Arbeitspunkt) => string,
): readonly Punktstand[] {
  const newest = new Map(
    haken.toSorted((a, b) => a.nummer - b.nummer).map((each) => [each.schluessel, each]),
  );
  const all = punkte.map((punkt): Punktstand => {
    const last = newest.get(punkt.schluessel) ?? null;
    const textGeaendert = last !== null && last.textSha256 !== summe(punkt);
    return { punkt, stand: last && !textGeaendert ? last.stand : 'offen', haken: last, textGeaendert };
  });
  return all.toSorted((a, b) => Number(a.stand !== 'offen') - Number(b.stand !== 'offen'));
}

/** The steps of a rehearsal, in their order. */
export const probeSchritte = [
  'formular',
  'antworten',
  'stellen',
  'verschluesseln',
  'zustellen',
  'oeffnen',
] as const;
export type ProbeSchrittArt = (typeof probeSchritte)[number];

/** What a step of the rehearsal found. */
export interface ProbeSchritt {
  readonly art: ProbeSchrittArt;
  readonly ok: boolean;
  readonly text: string;
}

/** Whether the test Antrag arrived and could be read. */
export function bestanden(schritte: readonly ProbeSchritt[]): boolean {
  return (
    schritte.every(({ ok }) => ok) && probeSchritte.every((art) => schritte.some((each) => each.art === art))
  );
}

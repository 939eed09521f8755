import { type Kante, ohnePlatz, type Planungsproblem, type Zuteilung } from './problem.ts';

export interface Brett {
  readonly problem: Planungsproblem;
  readonly platz: number[];
  readonly frei: number[][];
  readonly davor: ReadonlyMap<number, readonly Kante[]>;
  readonly danach: ReadonlyMap<number, readonly Kante[]>;
  readonly fest: Set<number>;
}

export function brettOf(problem: Planungsproblem, zuteilung: Zuteilung): Brett {
  const brett: Brett = {
    problem,
    platz: problem.einheiten.map(() => ohnePlatz),
    frei: problem.teams.map(({ kapazitaet }) => [...kapazitaet]),
    davor: Map.groupBy(problem.kanten, ({ nach }) => nach),
    danach: Map.groupBy(problem.kanten, ({ vor }) => vor),
    fest: new Set(),
  };
  zuteilung.forEach((quartal, einheit) => {
    put(brett, einheit, quartal);
  });
  return brett;
}

export function put({ problem, platz, frei }: Brett, einheit: number, quartal: number): void {
  const before = platz[einheit] ?? ohnePlatz;
  for (const { team, tage } of problem.einheiten[einheit]?.lasten ?? []) {
    const row = frei[team];
    if (!row) continue;
    if (before !== ohnePlatz) row[before] = (row[before] ?? 0) + tage;
    if (quartal !== ohnePlatz) row[quartal] = (row[quartal] ?? 0) - tage;
  }
  platz[einheit] = quartal;
}

/** Takes an Einheit to its quarter, and what has to come first in time; says what stands in the way. */
export function pull(brett: Brett, { einheit, quartal }: Platzwunsch): Hindernis | null {
  const { von = 0, bis = -1 } = brett.problem.einheiten[einheit] ?? {};
  if (quartal < von || quartal > bis) return { art: 'fenster', einheit };
  put(brett, einheit, quartal);
  brett.fest.add(einheit);
  for (const { vor, abstand } of brett.davor.get(einheit) ?? []) {
    const now = brett.platz[vor] ?? ohnePlatz;
    const latest = quartal - abstand;
    if (now !== ohnePlatz && now <= latest) continue;
    const hindernis = pull(brett, { einheit: vor, quartal: roomiest(brett, vor, latest) });
    if (hindernis) return hindernis;
  }
  return null;
}

/** The latest quarter with room, else the latest one at all. */
function roomiest(brett: Brett, einheit: number, latest: number): number {
  for (let quartal = latest; quartal >= 0; quartal -= 1) if (fits(brett, einheit, quartal)) return quartal;
  return latest;
}

export function fits({ problem, frei }: Brett, einheit: number, quartal: number): boolean {
  const { von, bis, lasten } = problem.einheiten[einheit] ?? { von: 0, bis: -1, lasten: [] };
  return (
    quartal >= von && quartal <= bis && lasten.every(({ team, tage }) => (frei[team]?.[quartal] ?? 0) >= tage)
  );
}

/** Somebody wants this Einheit in this quarter. */
export interface Platzwunsch {
  readonly einheit: number;
  readonly quartal: number;
}

/** Why a wish cannot be had at any price. */
export type Hindernis =
  | { readonly art: 'fenster'; readonly einheit: number }
  | { readonly art: 'team'; readonly team: number; readonly quartal: number };

import { ohnePlatz, type Planungsproblem, type Zuteilung } from './problem.ts';
import type { Zehntel } from './tage.ts';

/** How full a team is in one quarter. */
export interface Auslastung {
  readonly belegt: Zehntel;
  readonly kapazitaet: Zehntel;
}

/** By team and quarter: what a plan takes of what there is. */
export function auslastungOf(
  { teams, einheiten }: Planungsproblem,
  zuteilung: Zuteilung,
): readonly (readonly Auslastung[])[] {
  const belegt = teams.map(({ kapazitaet }) => kapazitaet.map(() => 0));
  einheiten.forEach(({ lasten }, index) => {
    const platz = zuteilung[index] ?? ohnePlatz;
    if (platz === ohnePlatz) return;
    for (const { team, tage } of lasten) {
      const row = belegt[team];
      if (row) row[platz] = (row[platz] ?? 0) + tage;
    }
  });
  return teams.map(({ kapazitaet }, team) =>
    kapazitaet.map((have, quartal) => ({ belegt: belegt[team]?.[quartal] ?? 0, kapazitaet: have })),
  );
}

/** A team and a quarter that hold up a plan. */
export interface Engpass {
  readonly team: number;
  readonly quartal: number;
  /** Share of its days that are taken, from 0 to 1; more where somebody insisted. */
  readonly anteil: number;
  /** Einheiten that wanted this quarter or an earlier one, need this team, and come later or not at all. */
  readonly wartende: number;
}

/** The tightest places of a plan: where most work had to wait, the fullest first among equals. */
export function engpaesse(problem: Planungsproblem, zuteilung: Zuteilung, most = 5): readonly Engpass[] {
  const auslastung = auslastungOf(problem, zuteilung);
  const wartende = wartendeOf(problem, zuteilung);
  const all = auslastung.flatMap((row, team) =>
    row.map(({ belegt, kapazitaet }, quartal) => ({
      team,
      quartal,
      anteil: kapazitaet > 0 ? belegt / kapazitaet : 0,
      wartende: wartende[team]?.[quartal] ?? 0,
    })),
  );
  return all
    .filter(({ anteil, wartende: count }) => anteil >= 0.8 && count > 0)
    .sort(
      (a, b) => b.wartende - a.wartende || b.anteil - a.anteil || a.team - b.team || a.quartal - b.quartal,
    )
    .slice(0, most);
}

function wartendeOf({ teams, einheiten, quartale }: Planungsproblem, zuteilung: Zuteilung) {
  const counts = teams.map(() => quartale.map(() => 0));
  einheiten.forEach(({ lasten, wunsch, von, bis }, index) => {
    const platz = zuteilung[index] ?? ohnePlatz;
    const until = platz === ohnePlatz ? Math.min(bis, quartale.length - 1) : platz - 1;
    for (let quartal = Math.max(wunsch, von); quartal <= until; quartal += 1)
      for (const { team } of lasten) {
        const row = counts[team];
        if (row) row[quartal] = (row[quartal] ?? 0) + 1;
      }
  });
  return counts;
}

import { type Einheit, nachDemEnde, ohnePlatz, type Planungsproblem, type Zuteilung } from './problem.ts';

/** What the plan makes as small as it can, in one sentence; every page of a plan shows it. */
export const zielsatz =
  'Der Plan hält jede Kapazität ein und macht die Verspätung klein: Jedes Quartal nach dem gewünschten zählt mit dem Gewicht der Maßnahme; was keinen Platz findet, zählt wie ein Jahr nach dem letzten Quartal.';

/** How much a place counts for an Einheit: its weight times the quarters of delay. */
export function kostenOf({ wunsch, gewicht }: Einheit, platz: number, quartale: number): number {
  return gewicht * verspaetung(wunsch, platz, quartale);
}

/** Quarters of delay; what found no place comes a year after the last quarter. */
export function verspaetung(wunsch: number, platz: number, quartale: number): number {
  return Math.max(0, (platz === ohnePlatz ? quartale - 1 + nachDemEnde : platz) - wunsch);
}

/** The value of a whole plan: what is to be small. */
export function zielwert({ einheiten, quartale }: Planungsproblem, zuteilung: Zuteilung): number {
  return einheiten.reduce(
    (sum, einheit, index) => sum + kostenOf(einheit, zuteilung[index] ?? ohnePlatz, quartale.length),
    0,
  );
}

/** How far a plan may be from the best one, of its own value, from 0 to 1. */
export function lueckeOf(wert: number, schranke: number): number {
  return wert <= 0 ? 0 : Math.max(0, (wert - schranke) / wert);
}

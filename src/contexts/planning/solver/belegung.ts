import { ohnePlatz, type Zuteilung } from '../domain/problem.ts';
import { at, type Instanz } from './instanz.ts';

/** A plan while it is made: who lies where, and what is left of each team. */
export interface Belegung {
  readonly platz: Int16Array;
  /** `[team * quartale + quartal]`; never below zero. */
  readonly frei: Int32Array;
}

/** Nothing has a place yet. */
export function leereBelegung({ zahl, kapazitaet }: Instanz): Belegung {
  return { platz: new Int16Array(zahl).fill(ohnePlatz), frei: kapazitaet.slice() };
}

/** Whether the teams have the days left; says nothing of the order. */
export function passt(
  { lasten, quartale }: Instanz,
  { frei }: Belegung,
  einheit: number,
  quartal: number,
): boolean {
  return (lasten[einheit] ?? []).every(({ team, tage }) => at(frei, team * quartale + quartal) >= tage);
}

/** Gives an Einheit a place, another one, or none. */
export function setze(instanz: Instanz, { platz, frei }: Belegung, einheit: number, quartal: number): void {
  const before = at(platz, einheit);
  for (const { team, tage } of instanz.lasten[einheit] ?? []) {
    const row = team * instanz.quartale;
    if (before !== ohnePlatz) frei[row + before] = at(frei, row + before) + tage;
    if (quartal !== ohnePlatz) frei[row + quartal] = at(frei, row + quartal) - tage;
  }
  platz[einheit] = quartal;
}

/** What a plan costs so far. */
export function wertOf({ kosten, ohne, zahl, quartale }: Instanz, { platz }: Belegung): number {
  let sum = 0;
  for (let einheit = 0; einheit < zahl; einheit += 1) {
    const quartal = at(platz, einheit);
    sum += quartal === ohnePlatz ? at(ohne, einheit) : at(kosten, einheit * quartale + quartal);
  }
  return sum;
}

/** The plan as it is kept. */
export function zuteilungOf({ platz }: Belegung): Zuteilung {
  return [...platz];
}

/** A plan that was kept, to go on with. */
export function belegungOf(instanz: Instanz, zuteilung: Zuteilung): Belegung {
  const belegung = leereBelegung(instanz);
  zuteilung.forEach((quartal, einheit) => {
    if (quartal !== ohnePlatz) setze(instanz, belegung, einheit, quartal);
  });
  return belegung;
}

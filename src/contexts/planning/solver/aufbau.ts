import { ohnePlatz } from '../domain/problem.ts';
import { type Belegung, leereBelegung, passt, setze } from './belegung.ts';
import { at, type Instanz } from './instanz.ts';

/** What a day of a team in a quarter is worth, `[team * quartale + quartal]`; all zero at the start. */
export type Preise = Float64Array;

/**
 * A first plan, quarter by quarter: whatever waits longest and costs least of scarce days first, then what may come
 * early and so makes room later. It keeps capacity, windows and order.
 */
export function baueAuf(instanz: Instanz, preise: Preise): Belegung {
  const belegung = leereBelegung(instanz);
  const { zahl, quartale } = instanz;
  const wuensche = instanz.problem.einheiten.map(({ wunsch }) => wunsch);
  const order = (quartal: number): readonly number[] => {
    const waiting = Array.from({ length: zahl }, (_, index) => index).filter((einheit) =>
      belongs(instanz, belegung, einheit, quartal),
    );
    const due = (einheit: number) => ((wuensche[einheit] ?? 0) <= quartal ? 1 : 0);
    const worth = new Map(
      waiting.map((einheit) => [einheit, dringlichkeit(instanz, preise, einheit, quartal)]),
    );
    return waiting.sort(
      (a, b) =>
        due(b) - due(a) ||
        (worth.get(b) ?? 0) - (worth.get(a) ?? 0) ||
        (wuensche[a] ?? 0) - (wuensche[b] ?? 0),
    );
  };
  for (let quartal = 0; quartal < quartale; quartal += 1)
    for (const einheit of order(quartal)) versuche(instanz, belegung, einheit, quartal, preise);
  return belegung;
}

/** What is done once for all is placed when the first that needs it is. */
function belongs(
  { von, bis, danach, problem }: Instanz,
  { platz }: Belegung,
  einheit: number,
  quartal: number,
) {
  const waits =
    at(platz, einheit) === ohnePlatz && at(von, einheit) <= quartal && at(bis, einheit) >= quartal;
  return waits && ((problem.einheiten[einheit]?.gewicht ?? 0) > 0 || (danach[einheit]?.length ?? 0) === 0);
}

/** Weight for what it takes; what has to be done now or never counts three times. */
function dringlichkeit(instanz: Instanz, preise: Preise, einheit: number, quartal: number): number {
  const { lasten, quartale, problem, bis, kapazitaet } = instanz;
  const taken = (lasten[einheit] ?? []).reduce((sum, { team, tage }) => {
    const row = team * quartale + quartal;
    return sum + tage * (at(preise, row) + 1 / Math.max(1, at(kapazitaet, row)));
  }, 1e-6);
  const weight = problem.einheiten[einheit]?.gewicht ?? 0;
  return ((at(bis, einheit) === quartal ? 3 : 1) * weight) / taken;
}

/** Places an Einheit with all that has to come first and has no place yet; or nothing at all. */
export function versuche(
  instanz: Instanz,
  belegung: Belegung,
  einheit: number,
  quartal: number,
  preise: Preise,
): boolean {
  const { von, bis } = instanz;
  if (quartal < at(von, einheit) || quartal > at(bis, einheit) || !passt(instanz, belegung, einheit, quartal))
    return false;
  setze(instanz, belegung, einheit, quartal);
  const helped: number[] = [einheit];
  for (const { einheit: first, abstand } of instanz.davor[einheit] ?? []) {
    if (versucheBis(instanz, belegung, first, quartal - abstand, preise, helped)) continue;
    for (const one of helped) setze(instanz, belegung, one, ohnePlatz);
    return false;
  }
  return true;
}

/** Where something that comes first lies in time already, or can be placed in time, cheapest quarter first. */
function versucheBis(
  instanz: Instanz,
  belegung: Belegung,
  einheit: number,
  latest: number,
  preise: Preise,
  helped: number[],
): boolean {
  const now = at(belegung.platz, einheit);
  if (now !== ohnePlatz) return now <= latest;
  const { lasten, quartale, von, kosten } = instanz;
  const price = (quartal: number) =>
    (lasten[einheit] ?? []).reduce(
      (sum, { team, tage }) => sum + tage * at(preise, team * quartale + quartal),
      at(kosten, einheit * quartale + quartal),
    );
  const choices = Array.from(
    { length: Math.max(0, latest - at(von, einheit) + 1) },
    (_, step) => latest - step,
  );
  choices.sort((a, b) => price(a) - price(b) || b - a);
  for (const quartal of choices) {
    if (!versuche(instanz, belegung, einheit, quartal, preise)) continue;
    helped.push(einheit);
    return true;
  }
  return false;
}

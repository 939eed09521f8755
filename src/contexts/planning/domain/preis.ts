import { type Brett, brettOf, fits, type Hindernis, type Platzwunsch, pull, put } from './brett.ts';
import { kostenOf } from './kosten.ts';
import { type Kante, ohnePlatz, type Planungsproblem, type Zuteilung } from './problem.ts';

/** An Einheit that comes at another time than before; -1 where it has no place. */
export interface Verschiebung {
  readonly einheit: number;
  readonly von: number;
  readonly nach: number;
}

/** What a wish costs the others. */
export type Preis =
  | {
      readonly moeglich: true;
      readonly zuteilung: Zuteilung;
      /** What has to yield, the most weighty first; the wished ones are not among them. */
      readonly weicht: readonly Verschiebung[];
      readonly mehrkosten: number;
    }
  | { readonly moeglich: false; readonly hindernis: Hindernis };

/**
 * What would have to yield if wishes were met: the lightest of an overfull team and quarter give way and take the first
 * place that is left. It is a way that works, not always the cheapest one.
 */
export function preisOf(
  problem: Planungsproblem,
  zuteilung: Zuteilung,
  wuensche: readonly Platzwunsch[],
): Preis {
  const brett = brettOf(problem, zuteilung);
  for (const wunsch of wuensche) {
    const hindernis = pull(brett, wunsch);
    if (hindernis) return { moeglich: false, hindernis };
  }
  const displaced = makeRoom(brett);
  if (!Array.isArray(displaced)) return { moeglich: false, hindernis: displaced };
  replace(brett, displaced);
  return outcome(brett, zuteilung, new Set(wuensche.map(({ einheit }) => einheit)));
}

/** Takes the lightest out of every overfull team and quarter, and whatever waits for them. */
function makeRoom(brett: Brett): number[] | Hindernis {
  const out: number[] = [];
  for (const [team, row] of brett.frei.entries())
    for (const quartal of row.keys())
      if (!clear(brett, team, quartal, out)) return { art: 'team', team, quartal };
  const early = brett.problem.kanten.filter((kante) => isBroken(brett, kante) && !brett.fest.has(kante.nach));
  for (const { nach } of early) takeOut(brett, nach, out);
  return out;
}

/** Whether a team has enough days in a quarter once the lightest are out. */
function clear(brett: Brett, team: number, quartal: number, out: number[]): boolean {
  const short = () => (brett.frei[team]?.[quartal] ?? 0) < 0;
  if (!short()) return true;
  for (const einheit of lightest(brett, team, quartal)) {
    if (!short()) break;
    takeOut(brett, einheit, out);
  }
  return !short();
}

function isBroken({ platz }: Brett, { vor, nach, abstand }: Kante): boolean {
  const first = platz[vor] ?? ohnePlatz;
  const then = platz[nach] ?? ohnePlatz;
  return then !== ohnePlatz && (first === ohnePlatz || first + abstand > then);
}

/** Least weight for the days that it frees; what is done once for others never gives way. */
function lightest({ problem, platz, fest, danach }: Brett, team: number, quartal: number): readonly number[] {
  const here = problem.einheiten.flatMap(({ lasten, gewicht }, einheit) => {
    const tage = platz[einheit] === quartal ? lasten.find((last) => last.team === team)?.tage : undefined;
    const carries = (danach.get(einheit) ?? []).some(({ nach }) => (platz[nach] ?? ohnePlatz) !== ohnePlatz);
    return tage === undefined || fest.has(einheit) || carries ? [] : [{ einheit, worth: gewicht / tage }];
  });
  return here.sort((a, b) => a.worth - b.worth || a.einheit - b.einheit).map(({ einheit }) => einheit);
}

function takeOut(brett: Brett, einheit: number, out: number[]): void {
  if ((brett.platz[einheit] ?? ohnePlatz) === ohnePlatz) return;
  put(brett, einheit, ohnePlatz);
  out.push(einheit);
  for (const { nach } of brett.danach.get(einheit) ?? [])
    if (!brett.fest.has(nach)) takeOut(brett, nach, out);
}

/** Gives each that was taken out the cheapest place left, the most weighty first and nothing before what it waits for. */
function replace(brett: Brett, out: readonly number[]): void {
  const { einheiten, quartale } = brett.problem;
  const cost = (einheit: number, quartal: number) => {
    const one = einheiten[einheit];
    return one ? kostenOf(one, quartal, quartale.length) : 0;
  };
  const waiting = new Set(out);
  const byWeight = [...out].sort(
    (a, b) => (einheiten[b]?.gewicht ?? 0) - (einheiten[a]?.gewicht ?? 0) || a - b,
  );
  for (let progress = true; progress; ) {
    progress = false;
    for (const einheit of byWeight) {
      const before = brett.davor.get(einheit) ?? [];
      if (!waiting.has(einheit) || before.some(({ vor }) => waiting.has(vor))) continue;
      waiting.delete(einheit);
      progress = true;
      const earliest = earliestOf(brett, before);
      const places = quartale
        .map((_, index) => index)
        .filter((q) => q >= earliest && fits(brett, einheit, q));
      places.sort((a, b) => cost(einheit, a) - cost(einheit, b) || a - b);
      put(brett, einheit, places[0] ?? ohnePlatz);
    }
  }
}

/** The first quarter after all that comes first; past the end where some of that has no place. */
function earliestOf({ platz, problem }: Brett, before: readonly Kante[]): number {
  return before.reduce((latest, { vor, abstand }) => {
    const place = platz[vor] ?? ohnePlatz;
    return Math.max(latest, place === ohnePlatz ? problem.quartale.length : place + abstand);
  }, 0);
}

function outcome({ problem, platz }: Brett, before: Zuteilung, wished: ReadonlySet<number>): Preis {
  const { einheiten, quartale } = problem;
  const weicht: Verschiebung[] = [];
  let mehrkosten = 0;
  einheiten.forEach((one, einheit) => {
    const [von, nach] = [before[einheit] ?? ohnePlatz, platz[einheit] ?? ohnePlatz];
    mehrkosten += kostenOf(one, nach, quartale.length) - kostenOf(one, von, quartale.length);
    if (von !== nach && one.ags !== null && !wished.has(einheit)) weicht.push({ einheit, von, nach });
  });
  weicht.sort((a, b) => (einheiten[b.einheit]?.gewicht ?? 0) - (einheiten[a.einheit]?.gewicht ?? 0));
  return { moeglich: true, zuteilung: platz, weicht, mehrkosten };
}

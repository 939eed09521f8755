import { kostenOf } from '../domain/kosten.ts';
import { type Last, ohnePlatz, type Planungsproblem } from '../domain/problem.ts';

/** One end of a Kante as seen from the other. */
export interface Nachbar {
  readonly einheit: number;
  readonly abstand: number;
}

/** A problem as flat arrays: what the solver looks at millions of times. `[einheit * quartale + quartal]` where two-dimensional. */
export interface Instanz {
  readonly zahl: number;
  readonly quartale: number;
  readonly teams: number;
  /** `[team * quartale + quartal]` */
  readonly kapazitaet: Int32Array;
  /** First and last possible quarter, narrowed by what has to come first. */
  readonly von: Int16Array;
  readonly bis: Int16Array;
  readonly kosten: Float64Array;
  readonly ohne: Float64Array;
  readonly lasten: readonly (readonly Last[])[];
  readonly davor: readonly (readonly Nachbar[])[];
  readonly danach: readonly (readonly Nachbar[])[];
  readonly problem: Planungsproblem;
}

/** Lays a problem out for the solver. Its Kanten hold no circle. */
export function instanzOf(problem: Planungsproblem): Instanz {
  const { einheiten, quartale, teams, kanten } = problem;
  const q = quartale.length;
  const kosten = new Float64Array(einheiten.length * q);
  einheiten.forEach((einheit, index) => {
    for (let platz = 0; platz < q; platz += 1) kosten[index * q + platz] = kostenOf(einheit, platz, q);
  });
  const davor: Nachbar[][] = einheiten.map(() => []);
  const danach: Nachbar[][] = einheiten.map(() => []);
  for (const { vor, nach, abstand } of kanten) {
    davor[nach]?.push({ einheit: vor, abstand });
    danach[vor]?.push({ einheit: nach, abstand });
  }
  const von = Int16Array.from(einheiten, (einheit) => einheit.von);
  const bis = Int16Array.from(einheiten, (einheit) => Math.min(einheit.bis, q - 1));
  narrow(von, bis, davor, danach);
  return {
    zahl: einheiten.length,
    quartale: q,
    teams: teams.length,
    kapazitaet: Int32Array.from(teams.flatMap(({ kapazitaet }) => kapazitaet)),
    von,
    bis,
    kosten,
    ohne: Float64Array.from(einheiten, (einheit) => kostenOf(einheit, ohnePlatz, q)),
    lasten: einheiten.map(({ lasten }) => lasten),
    davor,
    danach,
    problem,
  };
}

/** Nothing comes before the first possible end of what comes first; what waits for something impossible is impossible. */
function narrow(
  von: Int16Array,
  bis: Int16Array,
  davor: readonly (readonly Nachbar[])[],
  danach: readonly (readonly Nachbar[])[],
): void {
  const waiting = davor.map(({ length }) => length);
  const ready = waiting.flatMap((count, index) => (count === 0 ? [index] : []));
  for (const index of ready) {
    const start = von[index] ?? 0;
    const impossible = start > (bis[index] ?? 0);
    for (const { einheit, abstand } of danach[index] ?? []) {
      if (impossible) bis[einheit] = -1;
      von[einheit] = Math.max(von[einheit] ?? 0, start + abstand);
      waiting[einheit] = (waiting[einheit] ?? 0) - 1;
      if (waiting[einheit] === 0) ready.push(einheit);
    }
  }
}

/** A number of an array that is known to hold it. */
export function at(array: Int32Array | Int16Array | Float64Array, index: number): number {
  return array[index] ?? 0;
}

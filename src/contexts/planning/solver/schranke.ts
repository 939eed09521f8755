import { at, type Instanz, type Nachbar } from './instanz.ts';

/** A proven lower bound, and what a day of each team was worth where it was found. */
export interface Schranke {
  readonly wert: number;
  readonly preise: Float64Array;
}

interface OuterKante {
  readonly vor: number;
  readonly nach: number;
  readonly abstand: number;
}

interface Work {
  readonly instanz: Instanz;
  /** Positions of team and quarter that can be overfull at all. */
  readonly rows: Int32Array;
  /** The average work in a row, by which its overload is measured. */
  readonly massstab: Float64Array;
  readonly kanten: readonly OuterKante[];
  /** The part that is done once and on which an Einheit waits, or -1. */
  readonly mitte: Int32Array;
  readonly kinder: readonly (readonly number[])[];
  readonly preise: Float64Array;
  readonly mu: Float64Array;
  /** Cost with prices, `[einheit * quartale + quartal]`. */
  readonly reduziert: Float64Array;
  readonly platz: Int16Array;
}

/**
 * A lower bound of every possible plan by Lagrangian relaxation: capacities and the order between Massnahmen get prices,
 * the rest (what is done once, then the Kommunen) is solved exactly. Any prices give a valid bound; they are improved by
 * deflected subgradients towards `obereSchranke`. `weiter` is asked now and then whether to go on.
 */
export function lagrange(
  instanz: Instanz,
  obereSchranke: () => number,
  rounds: number,
  weiter: () => boolean,
  start: Float64Array | null = null,
): Schranke {
  const work = workOf(instanz, start);
  let best: Schranke = { wert: 0, preise: work.preise.slice() };
  let faktor = 1;
  let stale = 0;
  const direction = new Float64Array(work.rows.length + work.mu.length);
  for (let round = 0; round < rounds && weiter(); round += 1) {
    const wert = relax(work);
    if (wert > best.wert + 1e-9) {
      stale = wert > best.wert * 1.0002 ? 0 : stale + 1;
      best = { wert, preise: work.preise.slice() };
    } else stale += 1;
    if (stale >= 12) {
      faktor /= 2;
      stale = 0;
    }
    const gap = obereSchranke() - wert;
    if (gap <= 1e-6 || faktor < 1e-4) break;
    step(work, direction, faktor * gap);
  }
  return best;
}

function workOf(instanz: Instanz, start: Float64Array | null): Work {
  const { zahl, quartale, teams, lasten, kapazitaet, von, bis } = instanz;
  const demand = new Float64Array(teams * quartale);
  const count = new Float64Array(teams * quartale);
  for (let einheit = 0; einheit < zahl; einheit += 1)
    for (const { team, tage } of lasten[einheit] ?? [])
      for (let quartal = at(von, einheit); quartal <= at(bis, einheit); quartal += 1) {
        const row = team * quartale + quartal;
        demand[row] = at(demand, row) + tage;
        count[row] = at(count, row) + 1;
      }
  const rows = Int32Array.from([...demand.keys()].filter((row) => at(demand, row) > at(kapazitaet, row)));
  const { kanten, mitte, kinder } = starsOf(instanz);
  return {
    instanz,
    rows,
    massstab: Float64Array.from(rows, (row) => at(demand, row) / Math.max(1, at(count, row))),
    kanten,
    mitte,
    kinder,
    preise: start?.slice() ?? new Float64Array(teams * quartale),
    mu: new Float64Array(kanten.length * quartale),
    reduziert: new Float64Array(zahl * quartale),
    platz: new Int16Array(zahl),
  };
}

/** Each part for a Kommune hangs on what is done once for its Massnahme; all other orders are priced. */
function starsOf({ zahl, davor, problem: { einheiten } }: Instanz) {
  const mitte = new Int32Array(zahl).fill(-1);
  const kinder: number[][] = Array.from({ length: zahl }, () => []);
  const kanten: OuterKante[] = [];
  const isMitte = (einheit: number, { einheit: first }: Nachbar) =>
    einheiten[first]?.ags === null && einheiten[first]?.massnahme === einheiten[einheit]?.massnahme;
  davor.forEach((list, nach) => {
    for (const edge of list)
      if (isMitte(nach, edge)) {
        mitte[nach] = edge.einheit;
        kinder[edge.einheit]?.push(nach);
      } else kanten.push({ vor: edge.einheit, nach, abstand: edge.abstand });
  });
  return { kanten, mitte, kinder };
}

/** Solves the relaxed problem for the present prices; leaves its places in `platz` and gives its value. */
function relax(work: Work): number {
  const { instanz, rows, preise, mitte, kinder } = work;
  price(work);
  let value = 0;
  for (let einheit = 0; einheit < instanz.zahl; einheit += 1) {
    if (at(mitte, einheit) >= 0) continue;
    const children = kinder[einheit] ?? [];
    value +=
      children.length === 0 ? alone(work, einheit, at(instanz.von, einheit)) : star(work, einheit, children);
  }
  for (const row of rows) value -= at(preise, row) * at(instanz.kapazitaet, row);
  return value;
}

function price({ instanz, preise, kanten, mu, reduziert }: Work): void {
  const { zahl, quartale, kosten, lasten } = instanz;
  for (let einheit = 0; einheit < zahl; einheit += 1) {
    const base = einheit * quartale;
    for (let quartal = 0; quartal < quartale; quartal += 1) {
      let cost = at(kosten, base + quartal);
      for (const { team, tage } of lasten[einheit] ?? [])
        cost += tage * at(preise, team * quartale + quartal);
      reduziert[base + quartal] = cost;
    }
  }
  kanten.forEach(({ vor, nach, abstand }, index) => {
    let later = 0;
    for (let quartal = quartale - 1; quartal >= 0; quartal -= 1) {
      later += at(mu, index * quartale + quartal);
      reduziert[nach * quartale + quartal] = at(reduziert, nach * quartale + quartal) + later;
      const earlier = quartal - abstand;
      if (earlier >= 0) reduziert[vor * quartale + earlier] = at(reduziert, vor * quartale + earlier) - later;
    }
  });
}

/** The cheapest place from a quarter on, or none where that is cheaper. */
function alone({ instanz, reduziert, platz }: Work, einheit: number, from: number): number {
  const { quartale, bis, ohne, von } = instanz;
  let best = at(ohne, einheit);
  let place = -1;
  for (let quartal = Math.max(from, at(von, einheit)); quartal <= at(bis, einheit); quartal += 1) {
    const cost = at(reduziert, einheit * quartale + quartal);
    if (cost < best) {
      best = cost;
      place = quartal;
    }
  }
  platz[einheit] = place;
  return best;
}

/** What is done once in the quarter that is best together with the best places of all Kommunen from then on. */
function star(work: Work, mitte: number, children: readonly number[]): number {
  const { instanz, reduziert, platz } = work;
  const { quartale, von, bis, ohne } = instanz;
  const sums = new Float64Array(quartale);
  let nothing = at(ohne, mitte);
  for (const child of children) {
    let least = at(ohne, child);
    nothing += least;
    for (let quartal = quartale - 1; quartal >= 0; quartal -= 1) {
      const possible = quartal >= at(von, child) && quartal <= at(bis, child);
      if (possible) least = Math.min(least, at(reduziert, child * quartale + quartal));
      sums[quartal] = at(sums, quartal) + least;
    }
  }
  let best = nothing;
  let place = -1;
  for (let quartal = at(von, mitte); quartal <= at(bis, mitte); quartal += 1) {
    const cost = at(reduziert, mitte * quartale + quartal) + at(sums, quartal);
    if (cost < best) {
      best = cost;
      place = quartal;
    }
  }
  platz[mitte] = place;
  for (const child of children)
    if (place < 0) platz[child] = -1;
    else alone(work, child, place);
  return best;
}

/** Moves the prices along the overload, remembering the last direction. */
function step(
  { instanz, rows, massstab, kanten, mu, preise, platz }: Work,
  direction: Float64Array,
  gap: number,
): void {
  const { quartale, kapazitaet, lasten, zahl } = instanz;
  const used = new Float64Array(preise.length);
  for (let einheit = 0; einheit < zahl; einheit += 1) {
    const quartal = at(platz, einheit);
    if (quartal < 0) continue;
    for (const { team, tage } of lasten[einheit] ?? []) {
      const row = team * quartale + quartal;
      used[row] = at(used, row) + tage;
    }
  }
  let norm = 0;
  const turn = (index: number, overload: number, price: number) => {
    const next = 0.6 * at(direction, index) + overload;
    // A price of nothing cannot fall: that part of the direction leads nowhere.
    direction[index] = price <= 0 && next < 0 ? 0 : next;
    norm += at(direction, index) ** 2;
  };
  rows.forEach((row, index) => {
    turn(index, (at(used, row) - at(kapazitaet, row)) / at(massstab, index), at(preise, row));
  });
  eachOrder(kanten, quartale, platz, (index, overload) => turn(rows.length + index, overload, at(mu, index)));
  if (norm === 0) return;
  const length = gap / norm;
  rows.forEach((row, index) => {
    preise[row] = Math.max(0, at(preise, row) + (length * at(direction, index)) / at(massstab, index));
  });
  for (let index = 0; index < mu.length; index += 1)
    mu[index] = Math.max(0, at(mu, index) + length * at(direction, rows.length + index));
}

/** For each order and quarter by how much it is broken: 1, 0 or -1. */
function eachOrder(
  kanten: readonly OuterKante[],
  quartale: number,
  platz: Int16Array,
  tell: (index: number, overload: number) => void,
): void {
  kanten.forEach(({ vor, nach, abstand }, kante) => {
    const first = at(platz, vor);
    const then = at(platz, nach);
    for (let quartal = 0; quartal < quartale; quartal += 1) {
      const begun = then >= 0 && then <= quartal ? 1 : 0;
      const ready = first >= 0 && first + abstand <= quartal ? 1 : 0;
      tell(kante * quartale + quartal, begun - ready);
    }
  });
}

import { ohnePlatz } from '../domain/problem.ts';
import type { Belegung } from './belegung.ts';
import { at, type Instanz } from './instanz.ts';

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export type Zufall = () => number;

export function zufallOf(seed: number): Zufall {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What belongs together, by position: a Massnahme, a Kommune, or a team. */
export interface Gruppen {
  readonly massnahmen: readonly (readonly number[])[];
  readonly kommunen: readonly (readonly number[])[];
  readonly teams: readonly (readonly number[])[];
}

export function gruppenOf({ problem: { einheiten, kommunen, massnahmen, teams } }: Instanz): Gruppen {
  const byMassnahme: number[][] = massnahmen.map(() => []);
  const byKommune: number[][] = kommunen.map(() => []);
  const byTeam: number[][] = teams.map(() => []);
  const position = new Map(kommunen.map(({ ags }, index) => [ags, index]));
  einheiten.forEach(({ massnahme, ags, lasten }, index) => {
    byMassnahme[massnahme]?.push(index);
    byKommune[position.get(ags ?? '') ?? -1]?.push(index);
    for (const { team } of lasten) byTeam[team]?.push(index);
  });
  return { massnahmen: byMassnahme, kommunen: byKommune, teams: byTeam };
}

/** What an Einheit costs where it lies. */
export function kostenHier(
  { kosten, ohne, quartale }: Instanz,
  { platz }: Belegung,
  einheit: number,
): number {
  const quartal = at(platz, einheit);
  return quartal === ohnePlatz ? at(ohne, einheit) : at(kosten, einheit * quartale + quartal);
}

/** Some Einheiten to be placed anew together: those that cost and those whose days they could use. */
export function waehle(
  instanz: Instanz,
  belegung: Belegung,
  gruppen: Gruppen,
  zufall: Zufall,
  size: number,
): readonly number[] {
  const pick = zufall();
  if (pick < 0.35) return umEinQuartal(instanz, belegung, gruppen, zufall, size);
  return ausGruppen(instanz, belegung, pick < 0.7 ? gruppen.massnahmen : gruppen.kommunen, zufall, size);
}

/** A costly group, then others by lot until there are enough. */
function ausGruppen(
  instanz: Instanz,
  belegung: Belegung,
  gruppen: Gruppen['massnahmen'],
  zufall: Zufall,
  size: number,
): readonly number[] {
  const costs = gruppen.map((group) =>
    group.reduce((sum, einheit) => sum + kostenHier(instanz, belegung, einheit), 0),
  );
  const chosen = new Set<number>(gruppen[drawn(costs, zufall)] ?? []);
  const average = costs.reduce((sum, cost) => sum + cost, 0) / Math.max(1, costs.length);
  const weights = costs.map((cost) => cost + average);
  for (let tries = 0; chosen.size < size && tries < gruppen.length * 2; tries += 1)
    for (const einheit of gruppen[drawn(weights, zufall)] ?? []) chosen.add(einheit);
  return [...chosen].slice(0, size * 2);
}

/** Around a tight quarter of a team: what lies near it, and what waits for it. */
function umEinQuartal(
  instanz: Instanz,
  belegung: Belegung,
  { teams }: Gruppen,
  zufall: Zufall,
  size: number,
): readonly number[] {
  const { quartale, problem } = instanz;
  const costs = teams.map((group) =>
    group.reduce((sum, einheit) => sum + kostenHier(instanz, belegung, einheit), 0),
  );
  const group = teams[drawn(costs, zufall)] ?? [];
  const centre = Math.floor(zufall() * quartale);
  const near = group.filter((einheit) => {
    const quartal = at(belegung.platz, einheit);
    const waits = (problem.einheiten[einheit]?.wunsch ?? 0) <= centre;
    return quartal === ohnePlatz ? waits : Math.abs(quartal - centre) <= 1 || (quartal > centre && waits);
  });
  const rated = near.map((einheit) => ({
    einheit,
    key: zufall() - (kostenHier(instanz, belegung, einheit) > 0 ? 0.5 : 0),
  }));
  return rated
    .sort((a, b) => a.key - b.key)
    .slice(0, size)
    .map(({ einheit }) => einheit);
}

function drawn(weights: readonly number[], zufall: Zufall): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return Math.floor(zufall() * weights.length);
  let left = zufall() * total;
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left <= 0) return index;
  }
  return weights.length - 1;
}

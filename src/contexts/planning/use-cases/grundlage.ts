import { nextQuartal, type Quartal, quartalOf } from '#kernel';
import type { Annahme, Planungsgrundlage } from '../domain/grundlage.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { readMassnahmen, readTeams, readVorlagen } from '../store-grundlage.ts';
import type { Planner } from './actors.ts';

/** All that a house plans with today; the quarters are added when a plan is asked for. */
export type Bestand = Omit<Planungsgrundlage, 'quartale' | 'annahmen'>;

export async function bestandOf(deps: PlanningDeps, { actor, anbieter }: Planner): Promise<Bestand> {
  const [kommunen, verfuegbar, kept] = await Promise.all([
    deps.kreis(actor, anbieter),
    deps.verfuegbarkeit(),
    deps.db.withCircle(anbieter.tenant, actor, async (tx) => ({
      teams: await readTeams(tx),
      vorlagen: await readVorlagen(tx),
      massnahmen: await readMassnahmen(tx),
    })),
  ]);
  return { ...kept, verfuegbar, kommunen: new Map(kommunen.map(({ ags, name }) => [ags, name])) };
}

/** What somebody chooses when they ask for a plan. */
export interface Planwunsch {
  readonly titel: string;
  readonly ab: Quartal;
  readonly quartale: number;
  readonly sekunden: number;
  readonly annahmen: readonly Annahme[];
}

export const quartaleMost = 16;
export const sekundenUsual = 8;

/** The next quarter and seven more. */
export function usualBegin(today: Parameters<typeof quartalOf>[0]): Quartal {
  return nextQuartal(quartalOf(today));
}

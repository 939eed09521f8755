import type { Quartal } from '#kernel';
import { ohnePlatz, type Planungsproblem, type Zuteilung } from './problem.ts';
import type { Zehntel } from './tage.ts';

/** What a decided plan sets for one Kommune and one Massnahme. */
export interface Ziel {
  readonly massnahme: string;
  readonly titel: string;
  readonly leistungId: string | null;
  readonly art: string;
  /** `null`: in the quarters of the plan there is no place. */
  readonly quartal: Quartal | null;
  /** The quarter that the Kommune wished; `null` where it lies past the plan. */
  readonly wunsch: Quartal | null;
  /** Teams of the IT-Dienstleister. */
  readonly mit: readonly string[];
  /** Its own Fachbereiche and their days. */
  readonly fachbereiche: readonly { readonly name: string; readonly tage: Zehntel }[];
  readonly vorbereitung: readonly string[];
}

/** The targets of every Kommune of a plan, in the order of their quarters; what has no place comes last. */
export function zieleOf(
  problem: Planungsproblem,
  zuteilung: Zuteilung,
): ReadonlyMap<string, readonly Ziel[]> {
  const { einheiten, massnahmen, teams, quartale } = problem;
  const all = einheiten.flatMap(({ ags, massnahme, lasten, wunsch }, index) => {
    const plan = massnahmen[massnahme];
    if (ags === null || !plan) return [];
    const beteiligte = lasten.flatMap(({ team, tage }) => {
      const one = teams[team];
      return one ? [{ name: one.name, tage, eigene: one.ags !== null }] : [];
    });
    const ziel: Ziel = {
      massnahme: plan.id,
      titel: plan.titel,
      leistungId: plan.leistungId,
      art: plan.art,
      quartal: quartale[zuteilung[index] ?? ohnePlatz] ?? null,
      wunsch: quartale[wunsch] ?? null,
      mit: beteiligte.filter(({ eigene }) => !eigene).map(({ name }) => name),
      fachbereiche: beteiligte.filter(({ eigene }) => eigene).map(({ name, tage }) => ({ name, tage })),
      vorbereitung: plan.vorbereitung,
    };
    return [{ ags, ziel }];
  });
  const late = '9999';
  all.sort((a, b) =>
    (a.ziel.quartal ?? late) < (b.ziel.quartal ?? late)
      ? -1
      : (a.ziel.quartal ?? late) > (b.ziel.quartal ?? late)
        ? 1
        : 0,
  );
  return new Map(
    [...Map.groupBy(all, ({ ags }) => ags)].map(([ags, list]) => [ags, list.map(({ ziel }) => ziel)]),
  );
}

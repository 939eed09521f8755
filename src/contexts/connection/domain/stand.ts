import type { LocalDate } from '#kernel';
import type { Lage, Punkt } from './punkt.ts';

/** How a line stands on a day. `wartet`: something it depends on is not done; `abgelaufen`: its proof ran out. */
export const staende = ['offen', 'wartet', 'erledigt', 'abgelaufen', 'entfaellt'] as const;
export type Punktstand = (typeof staende)[number];

/** How every line stands on a day. Dependencies may stand anywhere in the list. */
export function staendeOn(
  punkte: readonly Punkt[],
  lage: Lage,
  tag: LocalDate,
): ReadonlyMap<string, Punktstand> {
  const said = new Map(punkte.map(({ id }) => [id, gesagt(lage, id, tag)]));
  return new Map(
    punkte.map(({ id, haengtAb }) => {
      const stand = said.get(id) ?? 'offen';
      const waits = stand === 'offen' && haengtAb.some((other) => !istErledigt(said.get(other)));
      return [id, waits ? 'wartet' : stand];
    }),
  );
}

/** Whether somebody can do the line now. */
export function istAmZug(stand: Punktstand | undefined): boolean {
  return stand === 'offen' || stand === 'abgelaufen';
}

/** Done, or not applicable: what depends on it can go on. */
export function istErledigt(stand: Punktstand | undefined): boolean {
  return stand === 'erledigt' || stand === 'entfaellt';
}

function gesagt(lage: Lage, id: string, tag: LocalDate): Punktstand {
  const fakt = lage.get(id);
  if (fakt === undefined || fakt.art === 'wieder-offen') return 'offen';
  if (fakt.art === 'entfaellt') return 'entfaellt';
  return fakt.gueltigBis !== null && fakt.gueltigBis < tag ? 'abgelaufen' : 'erledigt';
}

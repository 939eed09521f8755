import type { Kante } from './problem.ts';
import type { Teil } from './problem-teil.ts';

export function kantenOf(teile: readonly Teil[]): readonly Kante[] {
  let next = 0;
  const places = new Map(
    teile.map(({ massnahme, einheiten }) => {
      const start = next;
      next += einheiten.length;
      return [massnahme.id, new Map(einheiten.map(({ ags }, index) => [ags, start + index]))] as const;
    }),
  );
  return teile.flatMap(({ massnahme }) => {
    const own = places.get(massnahme.id) ?? new Map<string | null, number>();
    const once = own.get(null);
    const inner: readonly Kante[] =
      once === undefined
        ? []
        : [...own].flatMap(([ags, nach]) => (ags === null ? [] : [{ vor: once, nach, abstand: 0 as const }]));
    const outer = massnahme.inhalt.nach.flatMap((id) => kantenBetween(places.get(id), own));
    return [...inner, ...outer];
  });
}

/** For each Kommune after its own part of the earlier Massnahme, else after what is done once for all. */
function kantenBetween(
  earlier: ReadonlyMap<string | null, number> | undefined,
  later: ReadonlyMap<string | null, number>,
): readonly Kante[] {
  if (!earlier) return [];
  return [...later].flatMap(([ags, nach]) => {
    const vor = earlier.get(ags) ?? earlier.get(null);
    return vor === undefined ? [] : [{ vor, nach, abstand: 1 as const }];
  });
}

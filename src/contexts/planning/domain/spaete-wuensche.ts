import type { Platzwunsch } from './brett.ts';
import { kostenOf } from './kosten.ts';
import { ohnePlatz, type Planungsproblem, type Zuteilung } from './problem.ts';

/** The late wishes of each Massnahme that an earlier place could meet, the costliest first. */
export function spaeteWuensche(
  problem: Planungsproblem,
  zuteilung: Zuteilung,
): readonly (readonly Platzwunsch[])[] {
  const { einheiten, quartale } = problem;
  const earliest = frueheste(problem);
  const late = einheiten.flatMap((one, einheit) => {
    const platz = zuteilung[einheit] ?? ohnePlatz;
    const quartal = Math.max(one.wunsch, earliest[einheit] ?? 0);
    const could = one.ags !== null && quartal <= one.bis && (platz === ohnePlatz || platz > quartal);
    return could
      ? [{ einheit, quartal, massnahme: one.massnahme, kosten: kostenOf(one, platz, quartale.length) }]
      : [];
  });
  const groups = [...Map.groupBy(late, ({ massnahme }) => massnahme).values()];
  const total = (group: (typeof groups)[number]) => group.reduce((sum, { kosten }) => sum + kosten, 0);
  return groups
    .sort((a, b) => total(b) - total(a))
    .map((group) => group.map(({ einheit, quartal }) => ({ einheit, quartal })));
}

/** The first quarter of each Einheit when all that comes first comes as early as it can. */
function frueheste({ einheiten, kanten }: Planungsproblem): readonly number[] {
  const first = einheiten.map(({ von }) => von);
  const waiting = einheiten.map(() => 0);
  for (const { nach } of kanten) waiting[nach] = (waiting[nach] ?? 0) + 1;
  const danach = Map.groupBy(kanten, ({ vor }) => vor);
  const ready = waiting.flatMap((count, index) => (count === 0 ? [index] : []));
  for (const index of ready)
    for (const { nach, abstand } of danach.get(index) ?? []) {
      first[nach] = Math.max(first[nach] ?? 0, (first[index] ?? 0) + abstand);
      waiting[nach] = (waiting[nach] ?? 0) - 1;
      if (waiting[nach] === 0) ready.push(nach);
    }
  return first;
}

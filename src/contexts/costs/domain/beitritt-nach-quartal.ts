import { type Cents, localDate, ok, type Result, ratio } from '#kernel';
import { apportion } from './apportion.ts';
import type { Dezimal, Kostenplan, Zahler } from './kostenplan.ts';
import { planFuer } from './plan-fuer.ts';
import { applied } from './simulate.ts';

/** What a Kommune would pay in a year and the next, for each quarter in which it could join. */
export interface Beitrittsvergleich {
  readonly quartal: number;
  readonly jahr: Cents;
  readonly folgejahr: Cents;
}

/** Compares joining on the first day of each quarter of the plan's year. Refuses as `apportion`. */
export function beitrittNachQuartal(
  plan: Kostenplan,
  zahler: Zahler,
  werte: Readonly<Record<string, Dezimal>>,
): Result<readonly Beitrittsvergleich[]> {
  const all: Beitrittsvergleich[] = [];
  for (const quartal of [1, 2, 3, 4]) {
    const von = localDate(`${plan.jahr}-${String(quartal * 3 - 2).padStart(2, '0')}-01`);
    const joined = applied(plan, { art: 'beitritt', zahler: { ...zahler, von }, werte });
    if (!joined.ok) return joined;
    const sums: Cents[] = [];
    for (const year of [plan.jahr, plan.jahr + 1]) {
      const bill = apportion(planFuer(joined.value, year, ratio.zero));
      if (!bill.ok) return bill;
      sums.push(bill.value.zahlungen.find(({ kennung }) => kennung === zahler.kennung)?.brutto ?? 0n);
    }
    all.push({ quartal, jahr: sums[0] ?? 0n, folgejahr: sums[1] ?? 0n });
  }
  return ok(all);
}

import type { Quartal } from './quartal.ts';

/** A Leistung that a Kommune wants to bring online in a quarter: by its plan, or because it said so. */
export interface Bedarf {
  readonly tenant: string;
  readonly leistungId: string;
  readonly quartal: Quartal;
  readonly woher: 'plan' | 'interesse';
}

/** Kommunen with the same need in the same quarter. */
export interface Buendel {
  readonly leistungId: string;
  readonly quartal: Quartal;
  /** One need for each Kommune; a plan counts before an interest. */
  readonly bedarfe: readonly Bedarf[];
}

/** Joins the same needs of at least two Kommunen, the nearest quarter and there the largest bundle first. */
export function buendelOf(bedarfe: readonly Bedarf[]): readonly Buendel[] {
  const byNeed = new Map<string, Map<string, Bedarf>>();
  for (const bedarf of bedarfe) {
    const key = `${bedarf.quartal} ${bedarf.leistungId}`;
    const together = byNeed.get(key) ?? new Map<string, Bedarf>();
    byNeed.set(key, together);
    if (bedarf.woher === 'plan' || !together.has(bedarf.tenant)) together.set(bedarf.tenant, bedarf);
  }
  return [...byNeed.values()]
    .flatMap((together) => {
      const members = [...together.values()].toSorted((a, b) => compareText(a.tenant, b.tenant));
      const [first] = members;
      if (first === undefined || members.length < 2) return [];
      return [{ leistungId: first.leistungId, quartal: first.quartal, bedarfe: members }];
    })
    .toSorted(
      (a, b) =>
        compareText(a.quartal, b.quartal) ||
        b.bedarfe.length - a.bedarfe.length ||
        compareText(a.leistungId, b.leistungId),
    );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

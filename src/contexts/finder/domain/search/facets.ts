import type { FinderIndex } from '../finder-index.ts';
import { zielgruppeOf } from '../zielgruppe.ts';
import type { Facetten, FacettenWahl, Weighed } from './answer.ts';

/** Counts the hits by Themenfeld, most first, by persons and businesses, and those online here. */
export function facetsOf({ core }: FinderIndex, found: readonly Weighed[]): Facetten {
  const felder = new Map<number, number>();
  const zielgruppen = { buerger: 0, unternehmen: 0 };
  for (const { group } of found) {
    const { themenfeldId = null, lageId = null } = core.groups[group] ?? {};
    if (themenfeldId !== null) felder.set(themenfeldId, (felder.get(themenfeldId) ?? 0) + 1);
    zielgruppen[zielgruppeOf(lageId)] += 1;
  }
  const themenfelder = [...felder].map(([themenfeldId, anzahl]) => ({ themenfeldId, anzahl }));
  return {
    themenfelder: themenfelder.toSorted((a, b) => b.anzahl - a.anzahl || a.themenfeldId - b.themenfeldId),
    zielgruppen,
    online: found.filter(({ onlineHier }) => onlineHier).length,
  };
}

/** Whether a hit is among what somebody narrowed the search to. */
export function passes({ core }: FinderIndex, one: Weighed, wahl: FacettenWahl): boolean {
  const { themenfeldId = null, lageId = null } = core.groups[one.group] ?? {};
  if (wahl.themenfeldId !== undefined && wahl.themenfeldId !== themenfeldId) return false;
  if (wahl.zielgruppe !== undefined && wahl.zielgruppe !== zielgruppeOf(lageId)) return false;
  return wahl.online !== true || one.onlineHier;
}

import type { Leistung } from '#catalogue';
import type { CompiledDuties } from '../domain/compiled-duties.ts';
import { isToCheck } from '../domain/mitgezogen.ts';
import type { FruehererName } from '../domain/reichweite.ts';

/** A Leistung that a rule reaches by a name which the catalogue no longer gives it. */
export interface MitgezogeneLeistung {
  readonly leistung: Leistung;
  readonly frueher: FruehererName;
}

/** What each rule has moved along to, by its id; rules that name everything by its present name are not there. */
export function mitgezogeneByRule(
  duties: CompiledDuties<Leistung>,
): ReadonlyMap<string, readonly MitgezogeneLeistung[]> {
  const byRule = new Map<string, MitgezogeneLeistung[]>();
  duties.facts.leistungen.forEach((leistung, index) => {
    if (leistung.frueher === undefined) return;
    for (const { regel, frueher } of duties.faelle[duties.fallByLeistung[index] ?? 0]?.kandidaten ?? []) {
      if (frueher !== null) byRule.set(regel.id, [...(byRule.get(regel.id) ?? []), { leistung, frueher }]);
    }
  });
  return byRule;
}

/** Whether somebody has to read the rule again, because it holds for parts or wholes that nobody has read it for. */
export function isAnyToCheck(mitgezogen: readonly MitgezogeneLeistung[]): boolean {
  return mitgezogen.some(({ frueher }) => isToCheck(frueher));
}

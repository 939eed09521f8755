import { isValidOn, type LocalDate } from '#kernel';
import type { GroessenklasseFact, GroessenklasseOn, Territory } from './territory.ts';

export const frueherNichtBelegt = 'früher nicht belegt';

/**
 * The class of a body on a day, or null where no set speaks about it. Before the first day that a source attests, that
 * first class counts as an estimate and says so.
 */
export function groessenklasseOn(
  territory: Territory,
  ags: string,
  date: LocalDate,
): GroessenklasseOn | null {
  const facts = territory.klassenByAgs.get(ags) ?? [];
  const valid = facts.findLast((fact) => isValidOn(fact, date));
  if (valid) return onDay(valid);
  const first = facts[0];
  return first?.validFrom && date < first.validFrom
    ? { ...onDay(first), grade: 'einschaetzung', note: frueherNichtBelegt }
    : null;
}

function onDay({ klasse, validFrom, validTo, source, evidence, note }: GroessenklasseFact): GroessenklasseOn {
  return { klasse, validFrom, validTo, source, grade: evidence, note };
}

import { addDays, type LocalDate, type Validity } from '#kernel';
import type { DutyFacts } from './compiled-duties.ts';

/**
 * The days on which some verdict can become another, in order: rules, transfers, Bestimmungen and classes begin or have
 * ended, a Leistung had its last day. Between two of them every day has the verdicts of the first.
 */
export function wechseltage(
  { regelwerk, enden }: Pick<DutyFacts, 'regelwerk' | 'enden'>,
  klassen: Iterable<Validity>,
): readonly LocalDate[] {
  const { regeln, uebertragungen, bestimmungen } = regelwerk;
  const days = new Set<LocalDate>();
  for (const { validFrom, validTo } of [...regeln, ...uebertragungen, ...bestimmungen, ...klassen]) {
    if (validFrom) days.add(validFrom);
    if (validTo) days.add(addDays(validTo, 1));
  }
  for (const { letzterTag } of enden.values()) days.add(addDays(letzterTag, 1));
  return [...days].sort();
}

/** The first of the days that have the verdicts of `date`; `date` itself where nothing changed before it. */
export function gleicherTag(tage: readonly LocalDate[], date: LocalDate): LocalDate {
  return tage.findLast((tag) => tag <= date) ?? date;
}

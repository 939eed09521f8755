import { type LocalDate, parseLocalDate } from '#kernel';
import type { Onlinedienst } from './onlinedienst.ts';
import type { OnlinedienstDefinition } from './onlinedienst-schema.ts';

/** The rule in force on a day for one kind of data, or null. */
export function deletionRule(
  dienst: Onlinedienst,
  data: OnlinedienstDefinition['deletion'][number]['data'],
  date: LocalDate,
): OnlinedienstDefinition['deletion'][number] | null {
  const inForce = dienst.definition.deletion.filter((rule) => {
    const from = parseLocalDate(rule.validFrom);
    return (
      rule.data === data && from.ok && from.value <= date && (rule.validTo === null || date <= rule.validTo)
    );
  });
  return inForce[0] ?? null;
}

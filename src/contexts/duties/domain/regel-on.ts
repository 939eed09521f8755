import { isValidOn, type LocalDate } from '#kernel';
import type { Regel } from './regel.ts';

/** Where a rule stands on a day. */
export const regelstaende = ['gilt', 'künftig', 'nicht mehr'] as const;

export type Regelstand = (typeof regelstaende)[number];

/** Whether the rule is in force; an unknown end is open unless the source says that the norm is gone. */
export function regelstandOn(regel: Regel, date: LocalDate): Regelstand {
  if (regel.validFrom !== null && date < regel.validFrom) return 'künftig';
  return regel.ausserKraft || !isValidOn(regel, date) ? 'nicht mehr' : 'gilt';
}

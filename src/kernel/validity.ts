import type { LocalDate } from './local-date.ts';

/** From when to when a fact holds, both days inclusive; `null` means that no source gives the date. */
export interface Validity {
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** Whether the fact holds on `date`; an unknown end is open. */
export function isValidOn(validity: Validity, date: LocalDate): boolean {
  return (
    (validity.validFrom === null || validity.validFrom <= date) &&
    (validity.validTo === null || date <= validity.validTo)
  );
}

import { addDays, type LocalDate, nextQuartal, type Quartal, quartalBegin, quartalOf } from '#kernel';

/** A month, `2027-01`. */
export type Monat = string;

export const monatShape = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** The three months of a quarter. */
export function monateOf(quartal: Quartal): readonly Monat[] {
  const first = (Number(quartal.slice(6)) - 1) * 3 + 1;
  return [0, 1, 2].map((step) => `${quartal.slice(0, 4)}-${String(first + step).padStart(2, '0')}`);
}

/** The last day of a quarter. */
export function endOf(quartal: Quartal): LocalDate {
  return addDays(quartalBegin(nextQuartal(quartal)), -1);
}

/** The first quarter all of whose days something is available: work on it can be spread over all of them. */
export function firstWholeQuartal(from: LocalDate): Quartal {
  const quartal = quartalOf(from);
  return quartalBegin(quartal) === from ? quartal : nextQuartal(quartal);
}

/** The last quarter that ends on a day or before it. */
export function lastWholeQuartal(until: LocalDate): Quartal {
  const quartal = quartalOf(until);
  return endOf(quartal) === until ? quartal : nextQuartal(quartal, -1);
}

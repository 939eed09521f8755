import { type LocalDate, nextQuartal, type Quartal, quartaleBetween, quartalOf } from '#kernel';

/** How many quarters a Kommune can choose from, the present one first. */
const wahl = 12;

/** The quarters that a form offers on a day. */
export function waehlbareQuartale(today: LocalDate): readonly Quartal[] {
  const first = quartalOf(today);
  return quartaleBetween(first, nextQuartal(first, wahl - 1));
}

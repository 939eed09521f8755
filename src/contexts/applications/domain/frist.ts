import { addDays, compareLocalDates, type LocalDate } from '#kernel';

/** When the portal's data of an Antrag go: so many days after its arrival or its end, and why. */
export interface Frist {
  readonly ab: 'eingang' | 'abschluss';
  readonly tage: number;
  readonly grundlage: string;
}

/** Drafts go so many days after the last edit where the service states no rule (§ 8a Absatz 3 OZG). */
export const entwurfTage = 30;

/**
 * Where the time only runs from the end, the day cannot be known at the arrival. People are told a day all the same: the
 * portal keeps nothing longer than a year and the rule's time after the arrival.
 */
const laengsteBearbeitungTage = 365;

/** The day named on the receipt: the data go then at the latest. */
export function loeschtagBeiEingang({ ab, tage }: Frist, eingang: LocalDate): LocalDate {
  return addDays(eingang, ab === 'abschluss' ? laengsteBearbeitungTage + tage : tage);
}

/** The day once the Antrag has ended; it only ever comes earlier than the one told before. */
export function loeschtagBeiAbschluss(
  { ab, tage }: Pick<Frist, 'ab' | 'tage'>,
  bisher: LocalDate,
  abschluss: LocalDate,
): LocalDate {
  const then = addDays(abschluss, tage);
  return ab === 'abschluss' && compareLocalDates(then, bisher) < 0 ? then : bisher;
}

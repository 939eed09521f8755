import type { Leistung } from '#catalogue';
import { reaches } from '#duties';
import { isValidOn, type LocalDate } from '#kernel';
import type { Eintrag } from '../domain/eintrag.ts';
import type { Law } from '../domain/law.ts';

/** The entries of the register that say for whom a Leistung is, on a day. */
export function nutzergruppenOf(law: Law, leistung: Leistung, date: LocalDate): readonly Eintrag[] {
  return law.eintraege.filter(
    (eintrag) =>
      eintrag.register === 'nutzergruppe' &&
      eintrag.reichweite !== null &&
      isValidOn(eintrag, date) &&
      reaches(eintrag.reichweite, leistung),
  );
}

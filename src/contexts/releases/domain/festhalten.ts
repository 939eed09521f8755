import { addDays, type LocalDate } from '#kernel';

/** What a version brings, in its provider's words. */
export interface Notiz {
  readonly dienst: string;
  readonly fassung: string;
  readonly text: string;
  readonly sicherheit: boolean;
  readonly festhaltenBis: LocalDate | null;
  readonly geschriebenAm: Date;
}

/** A Kommune stays with its version until a day. */
export interface Festhaltung {
  readonly kommuneId: string;
  readonly dienst: string;
  readonly ags: string;
  readonly bis: LocalDate;
  readonly grund: string;
  readonly geloest: boolean;
  readonly am: Date;
}

/** Nothing prescribes this; it is our assumption and said to be one. */
export const ueblicheTage = 90;

/** Until when a Kommune may stay with an earlier version: as the note says, else 90 days after the offer. */
export function stichtag(notiz: Notiz | null, angebotenAm: LocalDate): LocalDate {
  return notiz?.festhaltenBis ?? addDays(angebotenAm, ueblicheTage);
}

/** Whether a version between two mends a security fault: then nobody can stay behind it. */
export function istSicherheit(
  notizen: readonly Pick<Notiz, 'fassung' | 'sicherheit'>[],
  von: string,
  nach: string,
): boolean {
  return notizen.some(
    ({ fassung, sicherheit }) =>
      sicherheit && Number(fassung) > Number(von) && Number(fassung) <= Number(nach),
  );
}

/** Whether a Kommune holds on to its version on a day. The cut-off ends every holding on. */
export function haeltFest(
  festhaltung: Festhaltung | undefined,
  today: LocalDate,
  { sicherheit, bis }: { readonly sicherheit: boolean; readonly bis: LocalDate },
): boolean {
  if (festhaltung === undefined || festhaltung.geloest || sicherheit) return false;
  return today <= festhaltung.bis && today <= bis;
}

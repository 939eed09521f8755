import { addDays, type LocalDate, type Validity } from '#kernel';
import { type DutyLeistung, reaches } from './reichweite.ts';
import type { Uebertragung } from './uebertragung.ts';

/** For what several transfers hold at once: tasks, days and Gemeinden (null: everywhere). */
export interface Schnittmenge extends Validity {
  readonly aufgabeIds: readonly string[];
  readonly gebiet: readonly string[] | null;
}

/** For what one transfer holds. */
export function umfangOf({ aufgabeIds, validFrom, validTo, gebiet }: Uebertragung): Schnittmenge {
  return { aufgabeIds, validFrom, validTo, gebiet };
}

/** What two have in common; null where they never meet. */
export function schnittmengeOf(a: Schnittmenge, b: Schnittmenge): Schnittmenge | null {
  const aufgabeIds = a.aufgabeIds.filter((id) => b.aufgabeIds.includes(id));
  const gebiet = commonGebiet(a.gebiet, b.gebiet);
  const validFrom = later(a.validFrom, b.validFrom);
  const validTo = earlier(a.validTo, b.validTo);
  if (aufgabeIds.length === 0 || gebiet?.length === 0) return null;
  if (validFrom !== null && validTo !== null && validTo < validFrom) return null;
  return { aufgabeIds, gebiet, validFrom, validTo };
}

/** Whether one Leistung belongs to all of them. */
export function shareLeistung(
  uebertragungen: readonly Uebertragung[],
  leistungen: readonly DutyLeistung[],
): boolean {
  const narrowed = uebertragungen.flatMap(({ reichweite }) => (reichweite === null ? [] : [reichweite]));
  if (narrowed.length < 2) return true;
  return leistungen.some((leistung) => narrowed.every((reichweite) => reaches(reichweite, leistung)));
}

/** The days between two transfers; null where the second follows at once or begins before. */
export function gapBetween(
  first: Validity,
  second: Validity,
): { readonly von: LocalDate; readonly bis: LocalDate } | null {
  if (first.validTo === null || second.validFrom === null) return null;
  const [von, bis] = [addDays(first.validTo, 1), addDays(second.validFrom, -1)];
  return von <= bis ? { von, bis } : null;
}

function commonGebiet(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null) return b;
  return b === null ? a : a.filter((ags) => b.includes(ags));
}

function later(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

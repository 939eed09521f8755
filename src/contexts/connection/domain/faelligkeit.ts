import { addDays, type LocalDate, localDate } from '#kernel';
import type { Lage, Punkt } from './punkt.ts';

/** The day by which a line should be done; `null` where nothing says so yet. */
export function faelligAm(
  { frist, haengtAb }: Pick<Punkt, 'frist' | 'haengtAb'>,
  lage: Lage,
  { beginn, geplantAm }: { readonly beginn: LocalDate; readonly geplantAm: LocalDate | null },
): LocalDate | null {
  if (frist === null) return null;
  if (frist.art === 'vor-start') return geplantAm === null ? null : addDays(geplantAm, -frist.tage);
  const days = haengtAb.map((id) => {
    const fakt = lage.get(id);
    return fakt === undefined || fakt.art === 'wieder-offen' ? null : dayOf(fakt.am);
  });
  let from = beginn;
  for (const each of days) {
    if (each === null) return null;
    if (each > from) from = each;
  }
  return addDays(from, frist.tage);
}

function dayOf(moment: Date): LocalDate {
  return localDate(moment.toISOString().slice(0, 10));
}

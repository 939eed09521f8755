import type { LocalDate } from '#kernel';
import { fassungOn, type Loesung, type LoesungStand, standOn } from './loesung.ts';

/** The whole register, in memory and immutable. */
export interface Register {
  readonly loesungen: readonly Loesung[];
  readonly byId: ReadonlyMap<string, Loesung>;
}

/** Every Lösung that stands in the register on a day, by name. */
export function loesungenOn(register: Register, date: LocalDate): readonly LoesungStand[] {
  return register.loesungen
    .flatMap((loesung) => standOn(loesung, date) ?? [])
    .toSorted((a, b) => a.inhalt.name.localeCompare(b.inhalt.name, 'de') || (a.id < b.id ? -1 : 1));
}

/** The Lösung behind an id on a day: a duplicate leads to the one in which it went up. */
export function canonicalLoesung(register: Register, id: string, date: LocalDate): LoesungStand | null {
  const seen = new Set<string>();
  for (let next: string | null = id; next !== null && !seen.has(next); ) {
    seen.add(next);
    const loesung = register.byId.get(next);
    if (loesung === undefined) return null;
    const stand = standOn(loesung, date);
    if (stand !== null) return stand;
    next = fassungOn(loesung, date)?.aufgegangenIn ?? null;
  }
  return null;
}

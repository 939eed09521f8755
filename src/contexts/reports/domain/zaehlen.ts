import { formatLocalDate } from '#kernel';
import type { Bestand, BestandZeile, Zustand } from './bestand.ts';
import type { Zahl } from './dokument.ts';

export const unterwegs: ReadonlySet<Zustand | null> = new Set([
  'vorgemerkt',
  'geplant',
  'in-umsetzung',
  'in-erprobung',
] as const);

export const isOnline = ({ zustand }: BestandZeile): boolean => zustand === 'online';
export const isSilent = ({ zustand }: BestandZeile): boolean => zustand === null;

export function count(zeilen: readonly BestandZeile[], matches: (zeile: BestandZeile) => boolean): number {
  return zeilen.reduce((sum, zeile) => sum + (matches(zeile) ? 1 : 0), 0);
}

/** The number of rows of each value, in the order in which they first come. */
export function countBy<K>(
  zeilen: readonly BestandZeile[],
  keyOf: (zeile: BestandZeile) => K,
): ReadonlyMap<K, readonly BestandZeile[]> {
  return Map.groupBy(zeilen, keyOf);
}

/** Who says what the rows say, and as of when. */
export function eigeneQuelle({ kommune }: Bestand): string {
  return `Eigene Angaben der Kommune ${kommune} im Umsetzungsstand`;
}

/** Where the list of duties comes from. */
export function pflichtQuelle({ katalog }: Bestand): string {
  return `Pflichten nach Katalog „${katalog.titel}“ (Stand ${formatLocalDate(katalog.stand)}) und Regeln der Zuständigkeit`;
}

/** A number of a section about the Kommune's own statements. */
export function eigeneZahl(
  bestand: Bestand,
  zahl: Pick<Zahl, 'key' | 'abschnitt' | 'bezeichnung' | 'wert' | 'von' | 'filter'>,
): Zahl {
  return { ...zahl, quelle: eigeneQuelle(bestand), stand: bestand.stichtag };
}

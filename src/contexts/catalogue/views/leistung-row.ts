import type { LocalDate } from '#kernel';
import type { Catalogue, Leistung } from '../domain/catalogue.ts';
import type { Leistungsenden } from '../domain/ended.ts';
import { regelungOf } from '../domain/regelung.ts';
import { type LeistungPath, pathOfLeistung } from './path-of-leistung.ts';

/** One line of the list of Leistungen; `score` is 0 where nobody searched. */
export interface LeistungRow extends LeistungPath {
  readonly leistung: Leistung;
  /** Who regulates, by the Typisierung; null where nothing says so. */
  readonly regelung: string | null;
  readonly score: number;
  /** The last day of one that has ended or will; `null` where no end is known. */
  readonly endetAm: LocalDate | null;
}

/** All Leistungen of a catalogue as rows. */
export function leistungRows(catalogue: Catalogue, enden: Leistungsenden): readonly LeistungRow[] {
  return catalogue.leistungen.map((leistung) => ({
    leistung,
    ...pathOfLeistung(catalogue, leistung),
    regelung: regelungOf(catalogue, leistung).wer,
    score: 0,
    endetAm: enden.get(leistung.id)?.endetAm ?? null,
  }));
}

import type { LocalDate } from '#kernel';
import { withLeistungen } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { endeOn, type Leistungsenden } from './ended.ts';

/** A catalogue as of a day: what is in force on it; without a day the whole stock, what has ended too. */
export interface AsOf {
  readonly catalogue: Catalogue;
  readonly date: LocalDate | null;
  readonly enden: Leistungsenden;
}

/** The catalogue without what has ended by a day, so that trees and counts follow; itself where nothing has. */
export function inForceCatalogue(catalogue: Catalogue, enden: Leistungsenden, date: LocalDate): Catalogue {
  const leistungen = catalogue.leistungen.filter(({ id }) => endeOn(enden, id, date) === null);
  return leistungen.length === catalogue.leistungen.length
    ? catalogue
    : withLeistungen(catalogue, leistungen);
}

/** The last days that are over by a day, as one text: two days with the same one see the same ends. */
export function endsBy(enden: Leistungsenden, date: LocalDate): string {
  const over = [...enden.values()].flatMap(({ endetAm }) =>
    endetAm !== null && endetAm < date ? [endetAm] : [],
  );
  return over.toSorted().at(-1) ?? '';
}

import { type Catalogue, type Leistung, regelungOf } from '#catalogue';
import { reaches } from '#duties';
import type { LawLeistung } from '../domain/digital-only.ts';
import type { Eintrag } from '../domain/eintrag.ts';

/** A Leistung of the catalogue with who regulates it. */
export interface ListedLeistung extends LawLeistung {
  readonly leistung: Leistung;
}

/** A Leistung as the registers look at it. */
export function lawLeistung(catalogue: Catalogue, leistung: Leistung): ListedLeistung {
  return {
    id: leistung.id,
    regelung: regelungOf(catalogue, leistung).wer,
    sdg2: leistung.sdg2,
    leistung,
  };
}

/** Whether an entry names a Leistung; one without Reichweite names none. */
export function names({ reichweite }: Eintrag, { leistung }: ListedLeistung): boolean {
  return reichweite !== null && reaches(reichweite, leistung);
}

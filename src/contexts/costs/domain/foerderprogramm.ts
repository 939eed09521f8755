import type { LocalDate } from '#kernel';

/** What a funding programme offers, from when to when, and where that is written. */
export interface FoerderprogrammInhalt {
  readonly titel: string;
  readonly geber: string;
  /** What it pays, in words. */
  readonly leistung: string;
  /** Who may have it, in words. */
  readonly wer: string;
  readonly gueltigVon: LocalDate | null;
  readonly gueltigBis: LocalDate | null;
  readonly antragsfrist: LocalDate | null;
  readonly quelle: { readonly title: string; readonly url: string | null };
  /** No source was found for it: the page says *Annahme*. */
  readonly annahme: boolean;
}

/** A funding programme in its newest Fassung, and who keeps it. */
export interface Foerderprogramm extends FoerderprogrammInhalt {
  readonly tenant: string;
  readonly id: string;
  readonly fassung: number;
  readonly haus: string;
  readonly angegebenAm: Date;
}

/** Whether it is open on a day: not yet, open, over; unknown where no day is known. */
export function laufzeitOn(
  { gueltigVon, gueltigBis }: Pick<FoerderprogrammInhalt, 'gueltigVon' | 'gueltigBis'>,
  day: LocalDate,
): 'kommend' | 'laufend' | 'beendet' | 'unbekannt' {
  if (gueltigVon === null && gueltigBis === null) return 'unbekannt';
  if (gueltigVon !== null && day < gueltigVon) return 'kommend';
  return gueltigBis !== null && day > gueltigBis ? 'beendet' : 'laufend';
}

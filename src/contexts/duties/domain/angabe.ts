import type { LocalDate, Source, Validity } from '#kernel';

/** What a Kommune states about its own Bestimmung, until and after its IT-Dienstleister has decided on it. */
export interface Angabe extends Validity {
  readonly id: string;
  readonly ags: string;
  readonly aufgabeId: string;
  readonly bestimmt: boolean;
  readonly source: Source;
  readonly validFrom: LocalDate;
  readonly note: string | null;
  readonly angegebenAm: Date;
  readonly angegebenVon: string;
  readonly entscheidung: 'bestaetigt' | 'abgelehnt' | null;
  readonly entschiedenAm: Date | null;
  readonly entschiedenVon: string | null;
  readonly begruendung: string | null;
}

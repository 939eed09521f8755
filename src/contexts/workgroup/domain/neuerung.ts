import type { LocalDate } from '#kernel';

/** Whom a fact touches: some by name, or so many. */
export interface Betroffene {
  readonly anzahl: number;
  /** The first few. */
  readonly namen: readonly { readonly name: string; readonly href: string }[];
}

/** A dated fact that the group should know. */
export interface Neuerung {
  readonly tag: LocalDate;
  readonly titel: string;
  readonly text: string;
  readonly quelle: string;
  readonly href: string | null;
  readonly kommunen: Betroffene;
  readonly leistungen: Betroffene;
}

/** What one source has to say of a time; `von` is the last day that is known already. */
export interface NeuerungsTeil {
  readonly key: string;
  readonly titel: string;
  readonly zeilen: readonly Neuerung[];
  /** How many facts there are; more than `zeilen` where only the first are shown. */
  readonly gesamt: number;
}

/** „Was ist neu“: everything since the last session. */
export interface Neuerungsblatt {
  readonly von: LocalDate;
  readonly bis: LocalDate;
  readonly teile: readonly NeuerungsTeil[];
}

/** How many facts of one source the sheet shows. */
export const hoechstensJeTeil = 40;

/** A part of the sheet, newest first, cut to what people read. */
export function teilAus(
  { key, titel }: Pick<NeuerungsTeil, 'key' | 'titel'>,
  zeilen: readonly Neuerung[],
): NeuerungsTeil {
  const sorted = zeilen.toSorted(
    (a, b) => b.tag.localeCompare(a.tag) || a.titel.localeCompare(b.titel, 'de'),
  );
  return { key, titel, zeilen: sorted.slice(0, hoechstensJeTeil), gesamt: zeilen.length };
}

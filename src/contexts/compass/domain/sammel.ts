import type { StandAenderung, StandFeld } from './stand.ts';

export const sammelArten = ['auswahl', 'einfuegen', 'datei', 'matrix', 'schnittstelle'] as const;
/** Where a bulk change comes from. */
export type SammelArt = (typeof sammelArten)[number];

export const zeilenArten = ['added', 'changed', 'unchanged', 'refused'] as const;
export type ZeilenArt = (typeof zeilenArten)[number];

/** What somebody wants of one cell, before anybody has looked whether it can be. */
export interface SammelWunsch {
  /** Where it stands in the table it comes from. */
  readonly zeile: number | null;
  readonly leistungId: string | null;
  readonly name: string;
  /** The fassung on which it rests; `null` takes what holds now. */
  readonly grundlage: number | null;
  readonly aenderung: StandAenderung;
  /** „keine Angabe“: the statement is taken back, whatever else is named. */
  readonly zuruecknehmen?: true;
  /** What was wrong already when it was read. */
  readonly probleme: readonly string[];
  readonly hinweise: readonly string[];
  /** The cells as they came, so that a refused row can be given back. */
  readonly zellen: readonly string[];
}

/** One row of a bulk change as its preview shows it and its application takes it. */
export interface SammelZeile extends Omit<SammelWunsch, 'grundlage'> {
  readonly art: ZeilenArt;
  readonly grundlage: number;
  /** Field by field, in words. */
  readonly unterschiede: readonly Unterschied[];
}

/** What one field was and becomes, in words. */
export interface Unterschied {
  readonly feld: StandFeld;
  readonly vorher: string;
  readonly nachher: string;
}

/** What a bulk change wrote, cell by cell, and what it left. */
export interface SammelErgebnis {
  readonly geschrieben: readonly {
    readonly leistungId: string;
    readonly vorher: number;
    readonly nachher: number;
  }[];
  readonly gelassen: readonly {
    readonly leistungId: string;
    readonly name: string;
    readonly grund: string;
  }[];
}

/** Which column of a table means what: the key of a `tabellenSpalten` entry, or `feld.<key>`, by its position. */
export type SpaltenWahl = Readonly<Record<string, number>>;

/** What a person said about a table. */
export interface TabellenWahl {
  readonly spalten: SpaltenWahl;
  /** Empty cells take values away; otherwise they leave what holds. */
  readonly leeren: boolean;
}

/** A table as it was read. */
export interface Tabelle {
  readonly notes: readonly string[];
  readonly kopf: readonly string[];
  /** The first values under each heading. */
  readonly beispiele: readonly string[];
  readonly zeilen: readonly TabellenZeile[];
}

export interface TabellenZeile {
  readonly zeile: number;
  readonly zellen: readonly string[];
  /** What makes single cells unfit to be taken, by their position. */
  readonly fehler: readonly { readonly spalte: number; readonly text: string }[];
}

/** One bulk change from its preview to its „Rückgängig“. */
export interface Sammel {
  readonly id: string;
  readonly art: SammelArt;
  readonly titel: string;
  readonly erstelltAm: Date;
  readonly erstelltVon: string;
  readonly tabelle: Tabelle | null;
  readonly wahl: TabellenWahl | null;
  readonly zeilen: readonly SammelZeile[] | null;
  readonly vorgang: string | null;
  readonly angewendetAm: Date | null;
  readonly ergebnis: SammelErgebnis | null;
  readonly zurueckAm: Date | null;
  readonly zurueck: SammelErgebnis | null;
}

/** How many rows of each kind there are. */
export function anzahlen(zeilen: readonly SammelZeile[]): Readonly<Record<ZeilenArt, number>> {
  const counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { art } of zeilen) counts[art] += 1;
  return counts;
}

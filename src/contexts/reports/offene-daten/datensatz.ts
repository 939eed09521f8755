/** What a cell of open data holds. */
export type Wert = string | number | boolean | null;

/** One column, described for whoever uses the file. */
export interface Spalte {
  readonly name: string;
  readonly typ: 'text' | 'zahl' | 'datum' | 'wahrheitswert';
  readonly beschreibung: string;
}

/** Under what terms a file may be used; the address names the licence where it has one. */
export interface Lizenz {
  readonly name: string;
  readonly url: string | null;
}

/** A set of open data as of one state: its rows never change without another version. */
export interface Datensatz {
  /** Names the files: `<name>.csv`, `<name>.json`. */
  readonly name: string;
  readonly titel: string;
  readonly beschreibung: string;
  readonly quelle: string;
  readonly herausgeber: string;
  readonly lizenz: Lizenz;
  /** The state of the source, as it says it: a day or a year. */
  readonly stand: string;
  /** Hash of columns and rows. */
  readonly version: string;
  readonly spalten: readonly Spalte[];
  readonly anzahl: number;
  readonly zeilen: () => Iterable<readonly Wert[]>;
}

export const formate = ['csv', 'json'] as const;
export type Format = (typeof formate)[number];

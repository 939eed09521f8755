import type { LocalDate } from '#kernel';
import type { AbschnittKey } from './abschnitt.ts';

/** A number of a report with where it comes from; `filter` names the frozen rows that it counts. */
export interface Zahl {
  readonly key: string;
  readonly abschnitt: AbschnittKey;
  readonly bezeichnung: string;
  readonly wert: number;
  /** The whole of which the value is a part; `null` where it is no share. */
  readonly von: number | null;
  readonly quelle: string;
  readonly stand: LocalDate;
  /** Query of the list of rows; `null` where the rows stand in the report itself. */
  readonly filter: string | null;
}

/** A table whose first column names its rows. */
export interface Tabelle {
  readonly art: 'tabelle';
  readonly titel: string;
  readonly spalten: readonly { readonly label: string; readonly zahl?: boolean }[];
  readonly zeilen: readonly (readonly string[])[];
  /** Said where there are no rows. */
  readonly leer: string;
}

/** Bars side by side; the text says in words what they show. */
export interface Balken {
  readonly art: 'balken';
  readonly titel: string;
  readonly text: string;
  readonly teile: readonly {
    readonly label: string;
    readonly wert: number;
    readonly filter: string | null;
  }[];
}

/** Courses over months. */
export interface Verlaufsbild {
  readonly art: 'verlauf';
  readonly titel: string;
  readonly text: string;
  readonly reihen: readonly {
    readonly label: string;
    readonly punkte: readonly { readonly tag: LocalDate; readonly wert: number }[];
  }[];
}

export type Block = { readonly art: 'satz'; readonly text: string } | Tabelle | Balken | Verlaufsbild;

/** A section as page and PDF show it. */
export interface Abschnitt {
  readonly key: AbschnittKey;
  readonly titel: string;
  readonly zahlen: readonly Zahl[];
  readonly bloecke: readonly Block[];
}

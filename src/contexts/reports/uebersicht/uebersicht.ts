/** A number that leads to the rows that it counts. */
export interface Kennzahl {
  readonly label: string;
  readonly wert: number;
  readonly text: string;
  readonly href: string;
}

/** A few rows of what matters now; `mehr` leads to all of them. */
export interface Liste {
  readonly titel: string;
  readonly spalten: readonly string[];
  readonly zeilen: readonly {
    readonly label: string;
    readonly href: string;
    readonly werte: readonly string[];
  }[];
  readonly leer: string;
  readonly mehr: string | null;
}

/** How wholes divide, row by row. */
export interface Aufteilung {
  readonly titel: string;
  readonly text: string;
  readonly teile: readonly string[];
  readonly zeilen: readonly {
    readonly label: string;
    readonly href: string;
    readonly werte: readonly number[];
  }[];
}

export const rollen = ['koordination', 'fachbereich', 'leitung', 'it-dienstleister'] as const;
export type Rolle = (typeof rollen)[number];

/** What somebody should see first, by what they do here. */
export interface Uebersicht {
  readonly rolle: Rolle;
  readonly titel: string;
  readonly lead: string;
  /** Said where nothing is there yet: how to begin. */
  readonly anfang: { readonly text: string; readonly schritte: readonly Schritt[] } | null;
  readonly kennzahlen: readonly Kennzahl[];
  readonly aufteilung: Aufteilung | null;
  readonly listen: readonly Liste[];
  readonly schritte: readonly Schritt[];
}

export interface Schritt {
  readonly label: string;
  readonly href: string;
}

/** How many rows a list of the overview shows. */
export const gezeigt = 8;

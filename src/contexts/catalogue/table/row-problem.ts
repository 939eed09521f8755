import type { CellFault, CellProblem } from '#platform';

/** Why a row of a table is not taken: its line, the column where it has one, what stands there, how to mend it. */
export interface RowProblem {
  readonly table: 'leistungen' | 'ozg';
  readonly line: number;
  readonly column: string | null;
  readonly value: string;
  readonly message: string;
}

const faultText: Readonly<Record<CellFault, (detail: string) => string>> = {
  formel: (detail) =>
    `Hier steht eine Formel (${detail}). Ihr Ergebnis ist nicht verlässlich. Bitte als Wert einfügen.`,
  verbunden: (detail) =>
    `Die Zellen ${detail} sind verbunden; welcher Wert für diese Zeile gilt, ist unklar. Bitte die Verbindung aufheben und jede Zeile ausfüllen.`,
  fehlerwert: (detail) => `Hier steht ein Fehlerwert (${detail}). Bitte berichtigen.`,
};

/** What is wrong with a cell, in words. */
export function faultMessage({ fault, detail }: CellProblem): string {
  return faultText[fault](detail);
}

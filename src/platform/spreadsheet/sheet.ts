import type { Refusal } from '#kernel';

/** What makes a cell unfit to be taken: it holds a formula, is part of a merge, or holds Excel's error value. */
export type CellFault = 'formel' | 'verbunden' | 'fehlerwert';

export interface CellProblem {
  /** Position of the column, from 0. */
  readonly column: number;
  readonly fault: CellFault;
  /** What stands there: the formula, the merged area, the error value. */
  readonly detail: string;
}

/** One row as people see it: its number in the file, its cells as text. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly CellProblem[];
}

/** A table as it stands in a file, before anybody has said what its columns mean. */
export interface Sheet {
  readonly format: 'csv' | 'xlsx';
  /** How the file was read, in sentences: character set, separator, name of the sheet. */
  readonly notes: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** The most that a table may hold; a catalogue of all Leistungen needs a tenth. */
export const sheetLimits = {
  fileBytes: 25_000_000,
  inflatedBytes: 120_000_000,
  entries: 1_000,
  /** How many times larger than its packed form a part may be, once it has more than a megabyte. */
  ratio: 250,
  /** A head and 100,000 rows. */
  rows: 100_001,
  columns: 200,
  cells: 2_000_000,
} as const;

/** The name of a column as Excel shows it: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : columnName(rest - 1) + letter;
}

/** A file that cannot be read as a table; nothing was taken from it. */
export function unreadable(code: string, message: string): Refusal {
  const kind = code === 'SPREADSHEET_TOO_LARGE' ? 'too-large' : 'invalid';
  return { kind, code, message: `${message} Es wurde nichts übernommen.` };
}

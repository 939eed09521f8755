import type { Content } from '../html.ts';

/** A choice of a select column, or a suggestion of a text column. */
export interface MatrixOption {
  readonly value: string;
  readonly label: string;
}

/** One column of a matrix: a field that every row has. */
export interface MatrixColumn {
  /** Part of the names of the form's fields; without colon. */
  readonly key: string;
  readonly label: string;
  /** A `number` is whole unless `decimals`; a `date` is kept as `YYYY-MM-DD`. */
  readonly kind: 'text' | 'number' | 'date' | 'select';
  readonly options?: readonly MatrixOption[] | undefined;
  /** What a `select` calls its empty choice; `–` unless told. */
  readonly none?: string | undefined;
  readonly hint?: string | undefined;
  readonly required?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly decimals?: boolean | undefined;
  readonly width?: 'narrow' | 'wide' | undefined;
}

/** Text of each cell by the key of its column; a missing one is empty. */
export type MatrixValues = Readonly<Record<string, string>>;

/** Somebody saved the row meanwhile: `values` of the row then hold what they saved. */
export interface MatrixConflict {
  readonly by: string;
  /** As text: „22.11.2026, 06:58 Uhr“. */
  readonly at: string;
}

/** One row of a matrix. */
export interface MatrixRow {
  readonly key: string;
  /** Names the row, also for each of its cells. */
  readonly label: string;
  readonly href?: string | undefined;
  readonly note?: Content;
  /** The version that the person sees; comes back with the form. */
  readonly fassung: number;
  /** As saved. */
  readonly values: MatrixValues;
  /** Why the row can only be read; its cells take nothing. */
  readonly readOnly?: string | undefined;
  /** What the person typed and nobody has saved yet; shown instead. */
  readonly typed?: MatrixValues | undefined;
  /** What is wrong with a cell, by the key of its column. */
  readonly problems?: Readonly<Record<string, string>> | undefined;
  readonly conflict?: MatrixConflict | undefined;
}

/** The name of a cell's form field; also what the error summary calls it. */
export function cellName(column: string, row: string): string {
  return `${column}:${row}`;
}

/** Names of what goes along with a row unseen. */
export const rowNames = { basis: 'basis', conflict: 'konflikt', decision: 'entscheid' } as const;

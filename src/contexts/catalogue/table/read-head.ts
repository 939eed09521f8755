import { columnName, type Sheet, type SheetRow } from '#platform';
import { guessMapping, type Mapping, type TableKind } from './columns.ts';

/** The head of a table: where it stands, what its columns are called, and what they probably mean. */
export interface TableHead {
  readonly line: number;
  readonly labels: readonly string[];
  readonly guess: Mapping;
  /** The first values under each label, so that a person recognises the column. */
  readonly samples: readonly string[];
}

const looked = 20;

/** Finds the row that names the columns: the one of the first twenty of which most is recognised. */
export function readHead(kind: TableKind, { rows }: Sheet): TableHead {
  const candidates = rows
    .slice(0, looked)
    .map((row) => ({ row, guess: guessMapping(kind, row.cells) }))
    .toSorted((a, b) => Object.keys(b.guess).length - Object.keys(a.guess).length);
  const filled = ({ cells }: SheetRow) => cells.filter((cell) => cell !== '').length;
  const best = candidates[0];
  const recognised =
    best && Object.keys(best.guess).length > 0 ? best.row : rows.find((row) => filled(row) > 1);
  const head = recognised ?? rows[0];
  const labels = labelsOf(head?.cells ?? [], rows);
  const first = rows.find(({ line }) => line > (head?.line ?? 0));
  return {
    line: head?.line ?? 0,
    labels,
    guess: guessMapping(kind, head?.cells ?? []),
    samples: labels.map((_, column) => first?.cells[column]?.slice(0, 60) ?? ''),
  };
}

/** A column without a name goes by its letter. */
function labelsOf(cells: readonly string[], rows: readonly SheetRow[]): readonly string[] {
  const width = Math.max(cells.length, ...rows.slice(0, looked).map((row) => row.cells.length));
  return Array.from({ length: width }, (_, column) => cells[column] || `Spalte ${columnName(column)}`);
}

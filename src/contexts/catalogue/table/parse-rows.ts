import type { Result } from '#kernel';
import type { CellProblem, Sheet, SheetRow } from '#platform';
import type { Mapping, TableKind } from './columns.ts';
import type { TableHead } from './read-head.ts';
import { faultMessage, type RowProblem } from './row-problem.ts';

/** The good rows of a table, and why the others are none. */
export interface ParsedRows<T> {
  readonly good: readonly T[];
  readonly problems: readonly RowProblem[];
  /** Rows that were not taken, with their cells by field: they may still say which Leistung they meant. */
  readonly broken: readonly ReadonlyMap<string, string>[];
  readonly total: number;
}

/** One row, cell by cell; a cell that does not fit is noted, and the row is not taken. */
export interface RowReader {
  readonly line: number;
  /** Whether the table has such a column. */
  readonly has: (field: string) => boolean;
  readonly text: (field: string) => string;
  /** The parsed value; `undefined` where the table has no such column or the cell does not fit. */
  readonly value: <T>(field: string, parse: (text: string) => Result<T>) => T | undefined;
  readonly refuse: (field: string, message: string) => void;
}

/** Reads every row below the head with `read`. */
export function parseRows<T>(
  kind: TableKind,
  sheet: Sheet,
  head: TableHead,
  mapping: Mapping,
  read: (row: RowReader) => T,
): ParsedRows<T> {
  const rows = sheet.rows.filter((row) => row.line > head.line);
  const problems: RowProblem[] = [];
  const broken: ReadonlyMap<string, string>[] = [];
  const good = rows.flatMap((row) => {
    const found: RowProblem[] = faultsOf(kind, row, head, mapping);
    const value = read(readerOf(kind, row, head, mapping, found));
    if (found.length === 0) return [value];
    problems.push(...found);
    broken.push(cellsByField(row, mapping));
    return [];
  });
  return { good, problems, broken, total: rows.length };
}

/** Formulas and merges count where the column is read; elsewhere they harm nothing. */
function faultsOf(kind: TableKind, row: SheetRow, head: TableHead, mapping: Mapping): RowProblem[] {
  const read = new Set(Object.values(mapping));
  const byColumn = new Map<number, CellProblem>(row.problems.map((problem) => [problem.column, problem]));
  return [...byColumn.values()]
    .filter(({ column }) => read.has(column))
    .map((problem) => ({
      table: kind,
      line: row.line,
      column: head.labels[problem.column] ?? null,
      value: row.cells[problem.column] ?? '',
      message: faultMessage(problem),
    }));
}

function readerOf(
  kind: TableKind,
  row: SheetRow,
  head: TableHead,
  mapping: Mapping,
  problems: RowProblem[],
): RowReader {
  const text = (field: string) => {
    const column = mapping[field];
    return column === undefined ? '' : (row.cells[column] ?? '').replaceAll(/[ \u00a0\u200b]+/g, ' ').trim();
  };
  const refuse = (field: string, message: string) => {
    const column = mapping[field];
    const label = column === undefined ? null : (head.labels[column] ?? null);
    problems.push({ table: kind, line: row.line, column: label, value: text(field).slice(0, 120), message });
  };
  const has = (field: string) => mapping[field] !== undefined;
  return {
    line: row.line,
    has,
    text,
    refuse,
    value: (field, parse) => {
      if (!has(field)) return undefined;
      const value = parse(text(field));
      if (value.ok) return value.value;
      refuse(field, value.refusal.message);
      return undefined;
    },
  };
}

function cellsByField(row: SheetRow, mapping: Mapping): ReadonlyMap<string, string> {
  return new Map(Object.entries(mapping).map(([field, column]) => [field, row.cells[column] ?? '']));
}

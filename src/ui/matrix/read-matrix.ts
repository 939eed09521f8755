import { type FieldProblem, parseLocalDate } from '#kernel';
import { messages } from '../messages.ts';
import { cellName, type MatrixColumn, type MatrixValues, rowNames } from './definition.ts';

/** What a person changed in one row: only the cells that differ from what they saw. */
export interface MatrixChange {
  readonly row: string;
  /** The version that they saw. */
  readonly fassung: number;
  readonly values: MatrixValues;
  readonly before: MatrixValues;
}

/** A matrix that came back. `problems` name cells by `cellName`, so that an error summary leads to them. */
export interface ReadMatrix {
  readonly changes: readonly MatrixChange[];
  readonly problems: readonly FieldProblem[];
  /** What stood in the changed cells as it was typed, by row: to be shown again where something was refused. */
  readonly typed: ReadonlyMap<string, MatrixValues>;
  /** The message of each refused cell, by row and column. */
  readonly refused: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Reads a sent matrix: which cells changed and which cannot be. Nothing is compared with what others saved since. */
export function readMatrix(columns: readonly MatrixColumn[], form: URLSearchParams): ReadMatrix {
  const read = { changes: [], problems: [], typed: new Map(), refused: new Map() } satisfies ReadMatrix;
  const prefix = `${rowNames.basis}:`;
  for (const name of new Set(form.keys())) {
    if (name.startsWith(prefix)) readRow(columns, form, name.slice(prefix.length), read);
  }
  return read;
}

interface Reading {
  readonly changes: MatrixChange[];
  readonly problems: FieldProblem[];
  readonly typed: Map<string, MatrixValues>;
  readonly refused: Map<string, Readonly<Record<string, string>>>;
}

function readRow(columns: readonly MatrixColumn[], form: URLSearchParams, row: string, read: Reading): void {
  const decision = form.get(`${rowNames.decision}:${row}`);
  // Who takes what the other one saved wants nothing changed.
  if (decision === 'andere') return;
  const basis = new URLSearchParams(form.get(`${rowNames.basis}:${row}`) ?? '');
  const { typed, refused, values, before } = readCells(columns, form, row, basis);
  if (Object.keys(typed).length === 0) return;
  read.typed.set(row, typed);
  if (Object.keys(refused).length > 0) read.refused.set(row, refused);
  const named: FieldProblem[] = Object.entries(refused).map(([column, message]) => ({
    field: cellName(column, row),
    message,
  }));
  if (form.has(`${rowNames.conflict}:${row}`) && decision !== 'meine')
    named.push({ field: `${rowNames.conflict}-${row}`, message: messages.matrix.undecided });
  read.problems.push(...named);
  if (named.length === 0)
    read.changes.push({ row, fassung: Number(basis.get('fassung') ?? 0), values, before });
}

/** The cells of a row that differ from what the person saw. */
function readCells(
  columns: readonly MatrixColumn[],
  form: URLSearchParams,
  row: string,
  basis: URLSearchParams,
): Readonly<Record<'typed' | 'refused' | 'values' | 'before', MatrixValues>> {
  const cells = columns.flatMap((column) => {
    const text = form.get(cellName(column.key, row))?.trim() ?? null;
    const saved = basis.get(`w.${column.key}`) ?? '';
    if (text === null || text === saved || column.readOnly) return [];
    const { value, problem } = cellValue(column, text);
    return problem === null && value === saved ? [] : [{ key: column.key, text, saved, value, problem }];
  });
  const good = cells.filter(({ problem }) => problem === null);
  return {
    typed: Object.fromEntries(cells.map(({ key, text }) => [key, text])),
    refused: Object.fromEntries(
      cells.flatMap(({ key, problem }) => (problem === null ? [] : [[key, problem]])),
    ),
    values: Object.fromEntries(good.map(({ key, value }) => [key, value])),
    before: Object.fromEntries(good.map(({ key, saved }) => [key, saved])),
  };
}

interface CellReading {
  readonly value: string;
  readonly problem: string | null;
}

const fine = (value: string): CellReading => ({ value, problem: null });
const wrong = (message: string): CellReading => ({ value: '', problem: message });

/** A cell as it is stored: a day as `YYYY-MM-DD`, a number without points, a choice by its value. */
export function cellValue(column: MatrixColumn, typed: string): CellReading {
  const text = typed.normalize('NFC').trim();
  if (text === '') return column.required ? wrong(`„${column.label}“ darf nicht leer sein.`) : fine('');
  switch (column.kind) {
    case 'date':
      return dayValue(column, text);
    case 'number':
      return numberValue(column, text);
    case 'select':
      return choiceValue(column, text);
    case 'text':
      return column.maxLength !== undefined && text.length > column.maxLength
        ? wrong(`„${column.label}“ ist zu lang. Erlaubt sind ${column.maxLength} Zeichen.`)
        : fine(text);
  }
}

function dayValue(column: MatrixColumn, text: string): CellReading {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = german ?? [];
  const parsed = parseLocalDate(german ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text);
  return parsed.ok
    ? fine(parsed.value)
    : wrong(
        `„${short(text)}“ ist bei „${column.label}“ kein Tag. Schreiben Sie ihn so: 31.12.2027 oder 2027-12-31.`,
      );
}

function numberValue(column: MatrixColumn, text: string): CellReading {
  const shape = column.decimals ? /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/ : /^-?(\d{1,3}(\.\d{3})+|\d+)$/;
  if (!shape.test(text))
    return wrong(
      `„${short(text)}“ ist bei „${column.label}“ keine ${column.decimals ? '' : 'ganze '}Zahl, zum Beispiel ${column.decimals ? '1.250,5' : '1.250'}.`,
    );
  const value = text.replaceAll('.', '');
  const number = Number(value.replace(',', '.'));
  if (column.min !== undefined && number < column.min)
    return wrong(`„${column.label}“ muss mindestens ${column.min} sein.`);
  if (column.max !== undefined && number > column.max)
    return wrong(`„${column.label}“ darf höchstens ${column.max} sein.`);
  return fine(value);
}

function choiceValue(column: MatrixColumn, text: string): CellReading {
  const same = (a: string) => a.toLowerCase() === text.toLowerCase();
  if (column.none !== undefined && same(column.none)) return fine('');
  const option =
    column.options?.find(({ value }) => value === text) ??
    column.options?.find(({ value, label }) => same(value) || same(label));
  return option ? fine(option.value) : wrong(`„${short(text)}“ gibt es bei „${column.label}“ nicht.`);
}

function short(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

import { ok, type Refusal, type Result, refuse } from '#kernel';
import { dayOfSerial } from './date-styles.ts';
import { type CellProblem, columnName, type SheetRow, sheetLimits, unreadable } from './sheet.ts';
import { attributeOf, readXml } from './xml.ts';

interface Cell {
  column: number;
  type: string;
  /** Whether its style shows a number as a day. */
  day: boolean;
  value: string;
  formula: string | null;
}

interface Row {
  readonly line: number;
  readonly cells: string[];
  readonly problems: CellProblem[];
}

interface Area {
  readonly ref: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Reads the rows of one sheet; rows that hold nothing are left out. */
export function readSheetXml(
  bytes: Buffer,
  strings: readonly string[],
  days: readonly boolean[] = [],
): Result<readonly SheetRow[]> {
  const reader = sheetReader(strings, days);
  const read = readXml(bytes, 'Blatt', reader);
  if (!read.ok) return read;
  const refusal = reader.refusal();
  if (refusal) return refuse(refusal);
  const rows = reader.rows();
  markMerged(rows, reader.merged());
  return ok(rows.filter(({ cells, problems }) => problems.length > 0 || cells.some((cell) => cell !== '')));
}

function sheetReader(strings: readonly string[], days: readonly boolean[]) {
  const rows: Row[] = [];
  const merged: Area[] = [];
  let refusal: Refusal | null = null;
  let row: Row | null = null;
  let cell: Cell | null = null;
  let target: 'v' | 'f' | 't' | null = null;
  let seen = 0;

  function openRow(attributes: string): void {
    const line = Number(attributeOf(attributes, 'r') ?? (rows.at(-1)?.line ?? 0) + 1);
    row = { line, cells: [], problems: [] };
    rows.push(row);
    if (rows.length > sheetLimits.rows) refusal ??= tooMany('Zeilen', sheetLimits.rows);
  }

  function openCell(attributes: string): void {
    const ref = /^([A-Z]{1,3})\d+$/.exec(attributeOf(attributes, 'r') ?? '');
    const column = ref ? columnIndex(ref[1] ?? '') : (row?.cells.length ?? 0);
    seen += 1;
    if (column >= sheetLimits.columns) refusal ??= tooMany('Spalten', sheetLimits.columns);
    if (seen > sheetLimits.cells) refusal ??= tooMany('Zellen', sheetLimits.cells);
    const day = days[Number(attributeOf(attributes, 's') ?? -1)] === true;
    cell = { column, type: attributeOf(attributes, 't') ?? 'n', day, value: '', formula: null };
  }

  function closeCell(): void {
    if (!row || !cell || refusal) return;
    const { column, type, formula } = cell;
    while (row.cells.length < column) row.cells.push('');
    row.cells[column] = textOf(cell, strings);
    if (formula !== null) row.problems.push({ column, fault: 'formel', detail: `=${formula}`.slice(0, 80) });
    else if (type === 'e') row.problems.push({ column, fault: 'fehlerwert', detail: cell.value });
  }

  return {
    open(name: string, attributes: string): void {
      if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else if (name === 'mergeCell') merged.push(...areaOf(attributeOf(attributes, 'ref') ?? ''));
      else if (name === 'f' && cell) cell.formula = '';
      target = name === 'v' || name === 'f' || name === 't' ? name : target;
    },
    close(name: string): void {
      if (name === target) target = null;
      if (name !== 'c') return;
      closeCell();
      cell = null;
    },
    text(text: string): void {
      if (!cell || target === null) return;
      if (target === 'f') cell.formula = `${cell.formula ?? ''}${text}`;
      else cell.value += text;
    },
    rows: () => rows,
    merged: () => merged,
    refusal: () => refusal,
  };
}

function textOf({ type, value, day }: Cell, strings: readonly string[]): string {
  if (type === 's') return written(strings[Number(value)] ?? '');
  if (type === 'b') return value === '1' ? 'ja' : 'nein';
  if (type === 'n') return day ? dayOfSerial(value) : plainNumber(value.trim());
  return written(value);
}

/** Signs that XML cannot hold stand as `_x0008_`. */
function written(text: string): string {
  return text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .trim();
}

/** With a decimal comma; a LeiKa key that was kept as a number, `9.9102013E13`, is 99102013000000. */
function plainNumber(text: string): string {
  if (!/e/i.test(text)) return /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text;
  const number = Number(text);
  return Number.isSafeInteger(number) ? String(number) : text;
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function areaOf(ref: string): Area[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref);
  if (!match) return [];
  const [, left = 'A', top = '1', right = 'A', bottom = '1'] = match;
  return [
    { ref, top: Number(top), bottom: Number(bottom), left: columnIndex(left), right: columnIndex(right) },
  ];
}

/** Only the first cell of a merge holds a value; what the others mean is a guess, so every row of it is named. */
function markMerged(rows: readonly Row[], areas: readonly Area[]): void {
  for (const area of areas) {
    for (const row of rows) {
      if (row.line < area.top || row.line > area.bottom) continue;
      for (let column = area.left; column <= Math.min(area.right, sheetLimits.columns); column += 1)
        row.problems.push({ column, fault: 'verbunden', detail: area.ref });
    }
  }
}

function tooMany(what: string, limit: number): Refusal {
  return unreadable(
    'SPREADSHEET_TOO_LARGE',
    `Das Blatt hat mehr als ${limit} ${what} (bis Spalte ${columnName(sheetLimits.columns - 1)}).`,
  );
}

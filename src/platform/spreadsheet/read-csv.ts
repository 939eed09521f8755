import { CsvError, parse } from 'csv-parse/sync';
import { ok, type Result, refuse, unguardFormula } from '#kernel';
import { decodeText } from './decode-text.ts';
import { type CellProblem, type Sheet, type SheetRow, sheetLimits, unreadable } from './sheet.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const separators = [
  [';', 'Semikolon'],
  ['\t', 'Tabulator'],
  [',', 'Komma'],
] as const;

/** Reads a table of text with semicolons, tabs or commas, in UTF-8, UTF-16 or Windows-1252; says which it found. */
export function readCsv(bytes: Buffer): Result<Sheet> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const [delimiter, word] = separatorOf(decoded.value.text);
  const records = recordsOf(decoded.value.text, delimiter);
  if (!records.ok) return records;
  if (records.value.length > sheetLimits.rows)
    return refuse(
      unreadable('SPREADSHEET_TOO_LARGE', `Die Tabelle hat mehr als ${sheetLimits.rows} Zeilen.`),
    );
  const rows = rowsOf(records.value);
  if (rows.some(({ cells }) => cells.length > sheetLimits.columns))
    return refuse(
      unreadable('SPREADSHEET_TOO_LARGE', `Die Tabelle hat mehr als ${sheetLimits.columns} Spalten.`),
    );
  const notes = [`Zeichensatz ${decoded.value.charset}, Trennzeichen ${word}.`, ...decoded.value.warnings];
  return ok({ format: 'csv', notes, rows });
}

function recordsOf(text: string, delimiter: string): Result<readonly Parsed[]> {
  try {
    return ok(
      parse(text, {
        delimiter,
        info: true,
        relax_column_count: true,
        skip_empty_lines: false,
        max_record_size: 200_000,
        to: sheetLimits.rows + 1,
      }) as unknown as readonly Parsed[],
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` (bei Zeile ${error.lines})` : '';
    return refuse(
      unreadable(
        'SPREADSHEET_BROKEN',
        `In der Tabelle stimmt ein Anführungszeichen nicht${line}: Es öffnet oder schließt mitten im Text, und was danach kommt, lässt sich nicht zuordnen. Bitte berichtigen.`,
      ),
    );
  }
}

/** A record may go over several lines; people look for the first. */
function rowsOf(records: readonly Parsed[]): readonly SheetRow[] {
  let line = 1;
  return records.flatMap(({ record, info }) => {
    const start = line;
    line = info.lines + 1;
    const cells = record.map(cellText);
    // What was guarded is text and no formula.
    const row = { line: start, cells, problems: record.flatMap(formulaProblem) };
    return cells.some((cell) => cell !== '') ? [row] : [];
  });
}

/** Our own exports put an apostrophe before what a spreadsheet would run. */
function cellText(cell: string): string {
  return unguardFormula(cell.trim()).trim();
}

function formulaProblem(cell: string, column: number): CellProblem[] {
  const text = cell.trim();
  return /^=[^\s=]/.test(text) ? [{ column, fault: 'formel', detail: text.slice(0, 80) }] : [];
}

/** The sign that divides most of the first lines, quoted text aside, into equally many parts. */
function separatorOf(text: string): (typeof separators)[number] {
  const lines = text
    .slice(0, 50_000)
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .filter(Boolean)
    .slice(0, 20);
  const score = (sign: string) => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const common = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return common === 0 ? 0 : counts.filter((count) => count === common).length * 100 + common;
  };
  return separators.toSorted(([a], [b]) => score(b) - score(a))[0] ?? separators[0];
}

import type { CellValue } from '../list/definition.ts';

/** Looks of cells, by their position in `stylesXml`. */
export const styles = { plain: 0, bold: 1, date: 2, wrapped: 3 } as const;

export interface SheetColumn {
  readonly label: string;
  readonly date: boolean;
  /** In characters. */
  readonly width: number;
}

const rowsPerPiece = 400;
/** What Excel takes in one cell. */
const longestText = 32_767;
const head =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

/** A sheet with a fixed head row, piece by piece; rows are asked for as they are written. */
export async function* sheetXml(
  columns: readonly SheetColumn[],
  rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>,
): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnLetters(index));
  const dates = columns.map(({ date }) => date);
  const labels = columns.map(({ label }) => label);
  let piece = `${head}<sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${colsXml(columns.map(({ width }) => width))}<sheetData>${rowXml(1, letters, labels, [], styles.bold)}`;
  let line = 1;
  for await (const row of rows) {
    line += 1;
    piece += rowXml(line, letters, row, dates, styles.plain);
    if (line % rowsPerPiece === 0) {
      yield piece;
      piece = '';
    }
  }
  const filter = columns.length > 0 ? `<autoFilter ref="A1:${letters.at(-1)}${line}"/>` : '';
  yield `${piece}</sheetData>${filter}</worksheet>`;
}

/** A sheet of labels and texts. */
export function* notesXml(notes: readonly (readonly [label: string, value: string])[]): Generator<string> {
  const rows = notes.map(
    ([label, value], index) =>
      `<row r="${index + 1}">${textCell(`A${index + 1}`, label, styles.bold)}${textCell(`B${index + 1}`, value, styles.wrapped)}</row>`,
  );
  yield `${head}${colsXml([18, 90])}<sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function rowXml(
  line: number,
  letters: readonly string[],
  cells: readonly CellValue[],
  dates: readonly boolean[],
  style: number,
): string {
  let xml = `<row r="${line}">`;
  for (const [index, letter] of letters.entries())
    xml += cellXml(`${letter}${line}`, cells[index] ?? null, dates[index] === true, style);
  return `${xml}</row>`;
}

// Text cells of a workbook are never run as formulas, so nothing is put before them.
function cellXml(ref: string, value: CellValue, date: boolean, style: number): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number')
    return Number.isFinite(value) ? `<c r="${ref}"${styleOf(style)}><v>${value}</v></c>` : '';
  if (typeof value === 'boolean') return textCell(ref, value ? 'ja' : 'nein', style);
  const day = date ? serialDay(value) : null;
  return day === null ? textCell(ref, value, style) : `<c r="${ref}" s="${styles.date}"><v>${day}</v></c>`;
}

function textCell(ref: string, text: string, style: number): string {
  return text === ''
    ? ''
    : `<c r="${ref}"${styleOf(style)} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

function styleOf(style: number): string {
  return style === styles.plain ? '' : ` s="${style}"`;
}

const firstSureDay = '1900-03-01';

/** Days as Excel counts them; it believes in 29 February 1900, so days before March 1900 stay text. */
function serialDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < firstSureDay) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / 86_400_000 + 25_569;
}

const special = /[&<>"]|[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of an element; signs that XML cannot hold are written as Excel does (`_x0008_`). */
export function xmlText(given: string): string {
  const text = given.length > longestText ? `${given.slice(0, longestText - 1)}…` : given;
  return text
    .toWellFormed()
    .replace(
      special,
      (sign) => named[sign] ?? `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

function colsXml(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  return `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;
}

function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}

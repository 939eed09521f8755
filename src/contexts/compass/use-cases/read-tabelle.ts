import { ok, type Refusal, type Result, refuse } from '#kernel';
import { columnName, readSpreadsheet, type Sheet } from '#platform';
import type { SpaltenWahl, Tabelle, TabellenWahl, TabellenZeile } from '../domain/sammel.ts';
import { guessSpalten, isUsable, ohneKopf, spaltenLabel } from '../domain/tabellen-spalten.ts';

/** The most rows that one table may change; twice as many as there are Leistungen, and some. */
const mostRows = 20_000;
const headWithin = 20;

/** A table with the choice of columns that its headings suggest. */
export interface GeleseneTabelle {
  readonly tabelle: Tabelle;
  readonly wahl: TabellenWahl;
}

/** Reads an Excel workbook or a CSV file. Refuses what is no table, or larger than anybody means. */
export function readTabelle(bytes: Buffer): Result<GeleseneTabelle> {
  const sheet = readSpreadsheet(bytes);
  if (!sheet.ok) return sheet;
  const rows = sheet.value.rows.map((row) => ({
    zeile: row.line,
    zellen: row.cells,
    fehler: row.problems.map(({ column, fault, detail }) => ({
      spalte: column,
      text: faultTexts[fault](detail),
    })),
  }));
  return withHead(rows, sheet.value.notes);
}

const faultTexts: Readonly<
  Record<Sheet['rows'][number]['problems'][number]['fault'], (d: string) => string>
> = {
  formel: (detail) => `enthält eine Formel (${detail}). Bitte den Wert einfügen.`,
  verbunden: (detail) => `gehört zu verbundenen Zellen (${detail}). Bitte die Verbindung aufheben.`,
  fehlerwert: (detail) => `enthält den Fehlerwert ${detail}.`,
};

/** Reads what was copied from a spreadsheet: columns by tabs. A first row without headings is a row like the others. */
export function readEingefuegt(text: string): Result<GeleseneTabelle> {
  const rows = blockOf(text).map((zellen, index) => ({ zeile: index + 1, zellen, fehler: [] }));
  const filled = rows.filter(({ zellen }) => zellen.some((cell) => cell !== ''));
  const [first] = filled;
  if (!first) return refuse(leer);
  if (Object.keys(guessSpalten(first.zellen)).length > 0) return withHead(filled, []);
  const spalten = Object.fromEntries([
    [keyColumnOf(first.zellen[0] ?? ''), 0],
    ...ohneKopf.slice(0, first.zellen.length - 1).map((key, index) => [key, index + 1] as const),
  ]);
  const kopf = first.zellen.map((_, column) => keyAt(spalten, column) ?? `Spalte ${columnName(column)}`);
  return checked(
    { notes: ['Ohne Überschriften: Die Spalten gelten in der genannten Reihenfolge.'], kopf, rows: filled },
    spalten,
  );
}

function keyAt(spalten: SpaltenWahl, column: number): string | undefined {
  const key = Object.keys(spalten).find((each) => spalten[each] === column);
  return key && spaltenLabel(key);
}

function keyColumnOf(value: string): string {
  if (/^L\d{5}$/i.test(value)) return 'nummer';
  return /^[\d .]{14,20}$/.test(value) ? 'leika' : 'name';
}

/** Cells as a spreadsheet copies them: a field that begins with a quote may hold tabs and line ends. */
function blockOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, field = '', end] of text.matchAll(
    /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r?\n|\r|$)/g,
  )) {
    const quoted = field.length > 1 && field.startsWith('"') && field.endsWith('"');
    rows.at(-1)?.push((quoted ? field.slice(1, -1).replaceAll('""', '"') : field).trim());
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}

function withHead(rows: readonly TabellenZeile[], notes: readonly string[]): Result<GeleseneTabelle> {
  const [best] = rows
    .slice(0, headWithin)
    .map((row, index) => ({ index, row, spalten: guessSpalten(row.zellen) }))
    .toSorted((a, b) => Object.keys(b.spalten).length - Object.keys(a.spalten).length);
  if (!best) return refuse(leer);
  const body = rows.slice(best.index + 1);
  const width = Math.max(
    best.row.zellen.length,
    ...body.slice(0, headWithin).map(({ zellen }) => zellen.length),
  );
  const kopf = Array.from(
    { length: width },
    (_, column) => best.row.zellen[column] || `Spalte ${columnName(column)}`,
  );
  return checked({ notes, kopf, rows: body }, best.spalten);
}

function checked(
  { notes, kopf, rows }: Pick<Tabelle, 'notes' | 'kopf'> & { readonly rows: readonly TabellenZeile[] },
  spalten: SpaltenWahl,
): Result<GeleseneTabelle> {
  if (rows.length === 0) return refuse(leer);
  if (rows.length > mostRows) return refuse(zuGross);
  const beispiele = kopf.map(
    (_, column) =>
      rows
        .slice(0, headWithin)
        .find(({ zellen }) => zellen[column])
        ?.zellen[column]?.slice(0, 40) ?? '',
  );
  // Our own files carry the Fassung and say everything, so that what is empty there is meant.
  const leeren = 'fassung' in spalten;
  return ok({ tabelle: { notes, kopf, beispiele, zeilen: rows }, wahl: { spalten, leeren } });
}

/** The choice as a person made it, with columns that the table has. */
export function wahlFrom(
  { kopf }: Pick<Tabelle, 'kopf'>,
  given: Readonly<Record<string, number>>,
  leeren: boolean,
): Result<TabellenWahl> {
  const spalten = Object.fromEntries(
    Object.entries(given).filter(([, column]) => column >= 0 && column < kopf.length),
  );
  return isUsable(spalten) ? ok({ spalten, leeren }) : refuse(spaltenFehlen);
}

const leer: Refusal = {
  kind: 'invalid',
  code: 'COMPASS_TABLE_EMPTY',
  message: 'Die Tabelle hat keine Zeilen unter den Überschriften. Es wurde nichts übernommen.',
};

const zuGross: Refusal = {
  kind: 'too-large',
  code: 'COMPASS_TABLE_TOO_LARGE',
  message: 'Die Tabelle hat mehr als 20.000 Zeilen. Es wurde nichts übernommen. Bitte teilen Sie sie.',
};

export const spaltenFehlen: Refusal = {
  kind: 'invalid',
  code: 'COMPASS_TABLE_COLUMNS',
  message:
    'Bitte sagen Sie, in welcher Spalte die Nummer, der LeiKa-Schlüssel oder der Name der Leistung steht, und wenigstens eine Spalte mit Angaben.',
};

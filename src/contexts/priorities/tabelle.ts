import { foldGerman, ok, type Result, refuse } from '#kernel';
import { type CellProblem, columnName, type Einlesezeile, readSpreadsheet, type SheetRow } from '#platform';
import { type Kriterium, kriterien } from './domain/kriterium.ts';
import { invalidTable } from './errors.ts';
import { kriteriumText } from './messages.ts';

/** The columns of a table of statements, by the name that a row uses. */
export const spaltenLabel = {
  bezug: 'Leistung',
  bezeichnung: 'Bezeichnung',
  kriterium: 'Kriterium',
  wert: 'Wert',
  quelle: 'Quelle',
  stand: 'Stand',
} as const;

const needed = ['bezug', 'kriterium', 'wert', 'quelle'] as const;

const nameByLabel = new Map(
  Object.entries(spaltenLabel).flatMap(([name, label]) => [
    [foldGerman(label), name] as const,
    [name, name] as const,
  ]),
);

const faults: Readonly<Record<CellProblem['fault'], string>> = {
  formel: 'eine Formel',
  verbunden: 'verbundene Zellen',
  fehlerwert: 'ein Fehler von Excel',
};

const mostRows = 20_000;

/** Reads a table of statements (CSV or XLSX), columns in any order; other columns are left alone. */
export function leseTabelle(bytes: Buffer): Result<readonly Einlesezeile[]> {
  const sheet = readSpreadsheet(bytes);
  if (!sheet.ok) return sheet;
  const head = sheet.value.rows.findIndex(({ cells }) => namesOf(cells).includes('kriterium'));
  const titles = sheet.value.rows[head];
  const names = titles ? namesOf(titles.cells) : [];
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0)
    return refuse(
      invalidTable(
        `Der Tabelle fehlt: ${missing.map((name) => `die Spalte „${spaltenLabel[name]}“`).join(', ')}. Eine Vorlage ist die Liste der Angaben als Excel-Datei.`,
      ),
    );
  const rows = sheet.value.rows
    .slice(head + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return refuse(invalidTable('Unter den Überschriften steht keine Zeile.'));
  if (rows.length > mostRows) return refuse(invalidTable(`Die Tabelle hat mehr als ${mostRows} Zeilen.`));
  return ok(rows.map((row) => zeileOf(row, names)));
}

function namesOf(cells: readonly string[]): readonly (string | null)[] {
  return cells.map((cell) => nameByLabel.get(foldGerman(cell.trim())) ?? null);
}

function zeileOf({ line, cells, problems }: SheetRow, names: readonly (string | null)[]): Einlesezeile {
  const felder = names.flatMap((name, index) => (name === null ? [] : [[name, cells[index] ?? ''] as const]));
  const fehler = problems.flatMap(({ column, fault }) =>
    names[column]
      ? [`Spalte ${columnName(column)}: Hier steht ${faults[fault]}, keine Angabe. Bitte den Wert eintragen.`]
      : [],
  );
  return { zeile: line, felder: Object.fromEntries(felder), fehler };
}

const byName = new Map(
  kriterien.flatMap((kriterium) => [
    [kriterium as string, kriterium] as const,
    [foldGerman(kriteriumText[kriterium].label), kriterium] as const,
    [foldGerman(kriteriumText[kriterium].kurz), kriterium] as const,
  ]),
);

/** The criterion that a person means by a key or a label. */
export function kriteriumNamed(text: string): Kriterium | null {
  return byName.get(text.trim()) ?? byName.get(foldGerman(text.trim())) ?? null;
}

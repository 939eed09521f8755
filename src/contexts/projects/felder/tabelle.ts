import { keyOfHeading } from '#fields';
import { ok, type Result, refuse } from '#kernel';
import { type CellProblem, columnName, type Einlesezeile, readSpreadsheet, type SheetRow } from '#platform';
import { invalidTable } from '../errors.ts';
import { eigenesPrefix, feldLabel } from './feldnamen.ts';

/** Columns that name a row rather than describe it. */
export const schluesselspalten: Readonly<Record<string, string>> = {
  kennung: 'Kennung',
  fassung: 'Fassung',
};

const nameByLabel = new Map(
  Object.entries({ ...schluesselspalten, ...feldLabel }).flatMap(([name, label]) => [
    [label.toLowerCase(), name] as const,
    [name.toLowerCase(), name] as const,
  ]),
);

const faults: Readonly<Record<CellProblem['fault'], string>> = {
  formel: 'eine Formel',
  verbunden: 'verbundene Zellen',
  fehlerwert: 'ein Fehler von Excel',
};

const mostRows = 5000;

/** Reads a table of projects (CSV or XLSX), in any order of columns; columns that are no field are left alone. */
export function leseTabelle(bytes: Buffer): Result<readonly Einlesezeile[]> {
  const sheet = readSpreadsheet(bytes);
  if (!sheet.ok) return sheet;
  const head = sheet.value.rows.findIndex(({ cells }) => namesOf(cells).includes('titel'));
  const titles = sheet.value.rows[head];
  if (!titles)
    return refuse(
      invalidTable(
        'Die Tabelle hat keine Spalte „Projekt“. Am einfachsten laden Sie die Liste als Excel-Datei herunter und füllen sie aus.',
      ),
    );
  const names = namesOf(titles.cells);
  const doubled = names.find((name, index) => name !== null && names.indexOf(name) !== index);
  if (doubled)
    return refuse(
      invalidTable(`Die Spalte „${feldLabel[doubled] ?? schluesselspalten[doubled]}“ kommt zweimal vor.`),
    );
  const rows = sheet.value.rows
    .slice(head + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return refuse(invalidTable('Unter den Überschriften steht keine Zeile.'));
  if (rows.length > mostRows) return refuse(invalidTable(`Die Tabelle hat mehr als ${mostRows} Zeilen.`));
  return ok(rows.map((row) => zeileOf(row, names)));
}

function namesOf(cells: readonly string[]): readonly (string | null)[] {
  return cells.map((cell) => {
    const own = keyOfHeading(cell.trim());
    return own === null ? (nameByLabel.get(cell.trim().toLowerCase()) ?? null) : `${eigenesPrefix}${own}`;
  });
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

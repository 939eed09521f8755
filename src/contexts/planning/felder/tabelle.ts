import { ok, type Result, refuse } from '#kernel';
import { type Einlesezeile, readSpreadsheet } from '#platform';
import { invalidTable } from '../errors.ts';
import { feldLabel } from './massnahme-felder.ts';

const columns = new Map(
  Object.entries({ kennung: 'Kennung', fassung: 'Fassung', ...feldLabel }).flatMap(([name, label]) => [
    [label.toLowerCase(), name] as const,
    [name.toLowerCase(), name] as const,
  ]),
);

const mostRows = 2_000;

/** Reads a table of Massnahmen (CSV or XLSX), its columns in any order; columns that are no field are left alone. */
export function leseTabelle(bytes: Buffer): Result<readonly Einlesezeile[]> {
  const sheet = readSpreadsheet(bytes);
  if (!sheet.ok) return sheet;
  const namesOf = (cells: readonly string[]) =>
    cells.map((cell) => columns.get(cell.trim().toLowerCase()) ?? null);
  const head = sheet.value.rows.findIndex(({ cells }) => namesOf(cells).includes('titel'));
  const names = namesOf(sheet.value.rows[head]?.cells ?? []);
  if (head < 0)
    return refuse(
      invalidTable(
        'Die Tabelle hat keine Spalte „Maßnahme“. Am einfachsten laden Sie die Liste als Excel-Datei herunter und füllen sie aus.',
      ),
    );
  const doubled = names.find((name, index) => name !== null && names.indexOf(name) !== index);
  if (doubled)
    return refuse(invalidTable(`Die Spalte „${feldLabel[doubled] ?? doubled}“ kommt zweimal vor.`));
  const rows = sheet.value.rows
    .slice(head + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return refuse(invalidTable('Unter den Überschriften steht keine Zeile.'));
  if (rows.length > mostRows) return refuse(invalidTable(`Die Tabelle hat mehr als ${mostRows} Zeilen.`));
  return ok(
    rows.map(({ line, cells, problems }) => ({
      zeile: line,
      felder: Object.fromEntries(
        names.flatMap((name, index) => (name === null ? [] : [[name, cells[index] ?? '']])),
      ),
      fehler: problems.some(({ column }) => names[column])
        ? [
            'In dieser Zeile steht eine Formel, ein Fehler von Excel oder eine verbundene Zelle. Bitte den Wert eintragen.',
          ]
        : [],
    })),
  );
}

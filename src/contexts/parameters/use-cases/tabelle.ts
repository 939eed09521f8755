import type { ParameterDefinition } from '#efa/parameter';
import { ok, type Result, refuse } from '#kernel';
import { type Einlesezeile, readSpreadsheet } from '#platform';
import { invalidTable } from '../errors.ts';

const mostRows = 2_000;

/** Reads a table of Kommunen × parameters (CSV or XLSX), its columns in any order and by label or name. */
export function leseTabelle(
  bytes: Buffer,
  definitions: readonly ParameterDefinition[],
): Result<readonly Einlesezeile[]> {
  const sheet = readSpreadsheet(bytes);
  if (!sheet.ok) return sheet;
  const columns = new Map(
    [
      ['ags', 'ags'],
      ['kommune', 'kommune'],
      ['gilt ab', 'gilt ab'],
      ...definitions.flatMap(({ id, label }) => [
        [label, id],
        [id, id],
      ]),
    ].map(([label = '', id = '']) => [label.toLowerCase(), id] as const),
  );
  const namesOf = (cells: readonly string[]) =>
    cells.map((cell) => columns.get(cell.trim().toLowerCase()) ?? null);
  const head = sheet.value.rows.findIndex(({ cells }) => {
    const names = namesOf(cells);
    return names.includes('ags') || names.includes('kommune');
  });
  const names = namesOf(sheet.value.rows[head]?.cells ?? []);
  if (head < 0)
    return refuse(
      invalidTable(
        'Die Tabelle hat keine Spalte „AGS“ oder „Kommune“. Am einfachsten laden Sie den Vergleich als Excel-Datei herunter und ändern ihn.',
      ),
    );
  if (!definitions.some(({ id }) => names.includes(id)))
    return refuse(invalidTable('Keine Spalte der Tabelle nennt einen Parameter dieses Onlinedienstes.'));
  const doubled = names.find((name, index) => name !== null && names.indexOf(name) !== index);
  if (doubled) return refuse(invalidTable(`Die Spalte „${doubled}“ kommt zweimal vor.`));
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

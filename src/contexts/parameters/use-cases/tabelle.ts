import type { ParameterDefinition } from '#efa/parameter';
import { ok, type Result, refuse } from '#kernel';
import { type Einlesezeile, readSpreadsheet, type SheetRow } from '#platform';
import { invalidTable } from '../errors.ts';
import { leseStrassen } from './strassenverzeichnis.ts';

const mostRows = 2_000;

/** Columns of the comparison that say nothing to take over. */
const ofComparison = new Set(['zustand', 'was sie sehen', 'abweichungen', 'wo sie abweicht']);

/** Under this name the first row says which columns nobody reads. */
export const nichtGelesen = 'nicht gelesen';

type Names = readonly (string | null)[];

/** Reads a table of Kommunen × parameters (CSV or XLSX), its columns in any order and by label or name. */
export function leseTabelle(
  bytes: Buffer,
  definitions: readonly ParameterDefinition[],
): Result<readonly Einlesezeile[]> {
  const sheet = readSpreadsheet(bytes);
  if (!sheet.ok) return sheet;
  const strassen = leseStrassen(sheet.value.rows, definitions);
  if (strassen !== null) return strassen;
  const namesOf = namesIn(definitions);
  const head = sheet.value.rows.findIndex(({ cells }) => {
    const found = namesOf(cells);
    return found.includes('ags') || found.includes('kommune');
  });
  const titles = sheet.value.rows[head]?.cells ?? [];
  const names = namesOf(titles);
  const rows = sheet.value.rows
    .slice(head + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const wrong = wrongWith({ head, titles, names, count: rows.length }, definitions);
  if (wrong !== null) return refuse(invalidTable(wrong));
  const unread = titles.map((title) => title.trim()).filter((title, index) => isUnread(title, names[index]));
  return ok(
    rows.map((row, index) => {
      const { zeile, felder, fehler } = zeileOf(row, names);
      const told = index === 0 && unread.length > 0 ? { [nichtGelesen]: unread.join('\n') } : {};
      return { zeile, felder: { ...felder, ...told }, fehler };
    }),
  );
}

function isUnread(title: string, name: string | null | undefined): boolean {
  return name === null && title !== '' && !ofComparison.has(title.toLowerCase());
}

function namesIn(definitions: readonly ParameterDefinition[]): (cells: readonly string[]) => Names {
  const columns = new Map(
    [
      ['ags', 'ags'],
      ['schlüssel', 'ags'],
      ['kommune', 'kommune'],
      ['gilt ab', 'gilt ab'],
      ...definitions.flatMap(({ id, label }) => [
        [label, id],
        [id, id],
      ]),
    ].map(([label = '', id = '']) => [label.toLowerCase(), id] as const),
  );
  return (cells) => cells.map((cell) => columns.get(cell.trim().toLowerCase()) ?? null);
}

/** What is wrong with the table as a whole; null where nothing is. */
function wrongWith(
  {
    head,
    titles,
    names,
    count,
  }: {
    readonly head: number;
    readonly titles: readonly string[];
    readonly names: Names;
    readonly count: number;
  },
  definitions: readonly ParameterDefinition[],
): string | null {
  if (head < 0)
    return 'Die Tabelle hat keine Spalte „AGS“ oder „Kommune“. Am einfachsten laden Sie den Vergleich als Excel-Datei herunter und ändern ihn.';
  if (!definitions.some(({ id }) => names.includes(id)))
    return `Keine Spalte der Tabelle heißt wie eine Angabe dieses Onlinedienstes, zum Beispiel ${definitions
      .slice(0, 3)
      .map(({ label }) => `„${label}“`)
      .join(', ')}. Alle Namen stehen im Vergleich, den Sie als Excel-Datei herunterladen.`;
  const second = names.findIndex((name, index) => name !== null && names.indexOf(name) !== index);
  if (second >= 0) {
    const [one, other] = [names.indexOf(names[second] ?? null), second].map((at) => titles[at]?.trim());
    return `Zwei Spalten sagen dasselbe: „${one}“ und „${other}“. Bitte löschen Sie eine.`;
  }
  if (count === 0) return 'Unter den Überschriften steht keine Zeile.';
  if (count > mostRows)
    return `Die Tabelle hat ${count.toLocaleString('de-DE')} Zeilen; auf einmal gehen höchstens ${mostRows.toLocaleString('de-DE')}. Bitte teilen Sie sie auf.`;
  return null;
}

const formel =
  'In dieser Zeile steht eine Formel, ein Fehler von Excel oder eine verbundene Zelle. Bitte den Wert eintragen.';

function zeileOf({ line, cells, problems }: SheetRow, names: Names): Einlesezeile {
  // A formula that was saved as text stands in a CSV with its sign before it.
  const isFormula = cells.some((cell, index) => names[index] && /^=\s*[A-Z(+\-\d"]/.test(cell.trim()));
  const broken = isFormula || problems.some(({ column }) => names[column]);
  return {
    zeile: line,
    felder: Object.fromEntries(
      names.flatMap((name, index) => (name === null ? [] : [[name, cells[index] ?? '']])),
    ),
    fehler: broken ? [formel] : [],
  };
}

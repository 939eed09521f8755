import { ok, type Result, refuse } from '#kernel';
import { type CellProblem, columnName, readSpreadsheet, type SheetRow } from '#platform';
import { bedarfe, type Felder, freiPrefix, vorarbeiten } from '../domain/antwort.ts';
import type { Frage } from '../domain/umfrage.ts';
import { invalidTable } from '../errors.ts';
import { bedarfLabel, vorarbeitLabel, zusatzLabel } from '../messages.ts';
import type { Einlesezeile } from '../store-einlesung.ts';

/** The columns of a table of answers: what a field is called there. */
export const spalten = {
  nummer: 'Nummer',
  leika: 'LeiKa-Schlüssel',
  name: 'Leistung',
  themenfeld: 'Themenfeld',
  fassung: 'Fassung',
  bedarf: 'Bedarf',
  ...zusatzLabel,
} as const;

/** The heading of a survey's own question. */
export function frageSpalte({ id, text }: Frage): string {
  return `Frage: ${text} (${id})`;
}

const faults: Readonly<Record<CellProblem['fault'], string>> = {
  formel: 'eine Formel',
  verbunden: 'verbundene Zellen',
  fehlerwert: 'ein Fehler von Excel',
};

const mostRows = 6000;

/** Reads a table of answers (CSV or XLSX), in any order of columns; columns that are no field are left alone. */
export function leseTabelle(bytes: Buffer, fragen: readonly Frage[]): Result<readonly Einlesezeile[]> {
  const sheet = readSpreadsheet(bytes);
  if (!sheet.ok) return sheet;
  const names = headings(fragen);
  const namesOf = (cells: readonly string[]) =>
    cells.map((cell) => names.get(cell.trim().toLowerCase()) ?? null);
  const head = sheet.value.rows.findIndex(({ cells }) => namesOf(cells).includes('nummer'));
  const titles = sheet.value.rows[head];
  if (!titles)
    return refuse(
      invalidTable(
        'Die Tabelle hat keine Spalte „Nummer“. Am einfachsten laden Sie Ihre Antworten als Excel-Datei herunter und füllen sie aus.',
      ),
    );
  const columns = namesOf(titles.cells);
  const doubled = columns.find((name, index) => name !== null && columns.indexOf(name) !== index);
  if (doubled)
    return refuse(invalidTable('Eine Spalte kommt zweimal vor. Bitte behalten Sie nur eine davon.'));
  const rows = sheet.value.rows
    .slice(head + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return refuse(invalidTable('Unter den Überschriften steht keine Zeile.'));
  if (rows.length > mostRows) return refuse(invalidTable(`Die Tabelle hat mehr als ${mostRows} Zeilen.`));
  return ok(rows.map((row) => zeileOf(row, columns)));
}

function headings(fragen: readonly Frage[]): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(spalten).map(([name, label]) => [label.toLowerCase(), name] as const),
    ...fragen.map((frage) => [frageSpalte(frage).toLowerCase(), `${freiPrefix}${frage.id}`] as const),
  ]);
}

const readOnly = new Set(['nummer', 'leika', 'name', 'themenfeld', 'fassung']);

function zeileOf({ line, cells, problems }: SheetRow, columns: readonly (string | null)[]): Einlesezeile {
  const given = new Map(
    columns.flatMap((name, index) => (name === null ? [] : [[name, (cells[index] ?? '').trim()]])),
  );
  const felder: Record<string, string> = {};
  for (const [name, text] of given) if (!readOnly.has(name)) felder[name] = plain(name, text);
  const fehler = problems.flatMap(({ column, fault }) => {
    const name = columns[column];
    return name && !(readOnly.has(name) && name !== 'nummer')
      ? [`Spalte ${columnName(column)}: Hier steht ${faults[fault]}, keine Angabe. Bitte den Wert eintragen.`]
      : [];
  });
  const fassung = given.get('fassung') ?? '';
  const read = /^\d{1,6}$/.test(fassung) ? Number(fassung) : 0;
  return { zeile: line, leistung: given.get('nummer') ?? '', fassung: read, felder, fehler };
}

/** A cell as a form would send it: words instead of labels. */
function plain(name: string, text: string): string {
  const folded = text.toLowerCase();
  if (name === 'bedarf') return bedarfe.find((each) => bedarfLabel[each] === folded) ?? folded;
  if (name === 'vorarbeit') return vorarbeiten.find((each) => vorarbeitLabel[each] === folded) ?? folded;
  return text;
}

/** The texts of an answer as tables show them. */
export function zelltext(name: string, felder: Felder): string {
  const text = felder[name] ?? '';
  const bedarf = name === 'bedarf' ? bedarfe.find((each) => each === text) : undefined;
  const vorarbeit = name === 'vorarbeit' ? vorarbeiten.find((each) => each === text) : undefined;
  return (bedarf && bedarfLabel[bedarf]) ?? (vorarbeit && vorarbeitLabel[vorarbeit]) ?? text;
}

import { ok, type Result, refuse } from '#kernel';
import { type Einlesezeile, readSpreadsheet } from '#platform';
import { gewichtOf } from '../domain/schluesseltabelle.ts';
import { type Namensquelle, zahlerOf } from '../domain/zahler-name.ts';
import { invalidTable } from '../errors.ts';

const zahlerColumns = ['ags', 'zahler', 'schlüssel', 'kennung', 'land', 'kürzel', 'kommune'];
const gewichtColumns = ['gewicht', 'anteil', 'anteil in prozent', 'prozent', 'einwohner', 'wert', 'fälle'];

const mostRows = 20_000;

/** Reads a table of weights (CSV or XLSX): one column names the payer, one the weight; all others are left alone. */
export function leseSchluesseltabelle(bytes: Buffer): Result<readonly Einlesezeile[]> {
  const sheet = readSpreadsheet(bytes);
  if (!sheet.ok) return sheet;
  const at = (cells: readonly string[], names: readonly string[]) =>
    cells.findIndex((cell) => names.includes(cell.trim().toLowerCase()));
  const head = sheet.value.rows.findIndex(
    ({ cells }) => at(cells, zahlerColumns) >= 0 && at(cells, gewichtColumns) >= 0,
  );
  if (head < 0)
    return refuse(
      invalidTable(
        'Die Tabelle braucht zwei Spalten: „AGS“ oder „Land“ für den Zahler und „Gewicht“, „Anteil“ oder „Einwohner“ für die Zahl.',
      ),
    );
  const cells = sheet.value.rows[head]?.cells ?? [];
  const columns = { zahler: at(cells, zahlerColumns), gewicht: at(cells, gewichtColumns) };
  const rows = sheet.value.rows.slice(head + 1).filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return refuse(invalidTable('Unter den Überschriften steht keine Zeile.'));
  if (rows.length > mostRows) return refuse(invalidTable(`Die Tabelle hat mehr als ${mostRows} Zeilen.`));
  return ok(
    rows.map((row) => ({
      zeile: row.line,
      felder: { zahler: row.cells[columns.zahler] ?? '', gewicht: row.cells[columns.gewicht] ?? '' },
      fehler: row.problems.some(({ column }) => column === columns.zahler || column === columns.gewicht)
        ? [
            'In dieser Zeile steht eine Formel, ein Fehler von Excel oder eine verbundene Zelle. Bitte den Wert eintragen.',
          ]
        : [],
    })),
  );
}

/** A row of a table of weights, understood or with what is wrong. */
export interface Gewichtszeile {
  readonly zeile: number;
  readonly geschrieben: string;
  readonly zahler: string;
  readonly gewicht: string;
  readonly fehler: readonly string[];
}

/** What the rows mean; a payer that stands twice is told at its second row. */
export function gewichtszeilenOf(
  quelle: Namensquelle,
  rows: readonly Einlesezeile[],
  prozent: boolean,
): readonly Gewichtszeile[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const zahler = zahlerOf(quelle, row.felder.zahler ?? '');
    const before = zahler === null ? undefined : seen.get(zahler);
    if (zahler !== null && before === undefined) seen.set(zahler, row.zeile);
    const zeile = gewichtszeileOf(row, zahler, prozent);
    if (before === undefined) return zeile;
    return { ...zeile, fehler: [...zeile.fehler, `Dieser Zahler steht schon in Zeile ${before}.`] };
  });
}

function gewichtszeileOf(
  { zeile, felder, fehler }: Einlesezeile,
  zahler: string | null,
  prozent: boolean,
): Gewichtszeile {
  const geschrieben = (felder.zahler ?? '').trim();
  const gewicht = gewichtOf(felder.gewicht ?? '', prozent);
  const unknown = `„${geschrieben.slice(0, 40)}“ ist kein AGS und kein Land. Bitte den amtlichen Schlüssel angeben.`;
  return {
    zeile,
    geschrieben,
    zahler: zahler ?? '',
    gewicht: gewicht.ok ? gewicht.value : '',
    fehler: [...fehler, ...(zahler === null ? [unknown] : []), ...(gewicht.ok ? [] : [gewicht.refusal])],
  };
}

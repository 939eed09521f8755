import { ok, type Result, refuse } from '#kernel';
import { type Einlesezeile, readSpreadsheet } from '#platform';
import { type Angabe, hausKennung, leseAngaben, type Rechnungsangaben } from '../domain/rechnungsangaben.ts';
import { type Namensquelle, zahlerOf } from '../domain/zahler-name.ts';
import { invalidTable } from '../errors.ts';

/** How columns are named; the first name is the one of our own table. */
export const spalten: Readonly<Record<Angabe | 'kennung', readonly string[]>> = {
  kennung: ['kennung', 'ags', 'zahler', 'schlüssel', 'land'],
  name: ['name', 'kommune', 'organisation'],
  strasse: ['straße', 'straße und hausnummer', 'strasse', 'anschrift'],
  plz: ['plz', 'postleitzahl'],
  ort: ['ort', 'stadt'],
  email: ['e-mail', 'e-mail-adresse', 'email', 'mail'],
  leitwegId: ['leitweg-id', 'leitweg id', 'leitwegid'],
  ustId: ['ust-idnr.', 'ust-idnr', 'ust-id'],
  steuernummer: ['steuernummer'],
  kennnummer: ['register- oder lieferantennummer', 'lieferantennummer', 'registernummer'],
  iban: ['iban'],
  ansprechstelle: ['ansprechstelle', 'kontakt'],
  telefon: ['telefon', 'telefonnummer'],
};

const fields = Object.keys(spalten).filter((name): name is Angabe | 'kennung' => name in spalten);
const mostRows = 20_000;

/** Reads a table of billing particulars (CSV or XLSX): a row for each payer, „HAUS“ for the own house. */
export function leseAngabentabelle(bytes: Buffer): Result<readonly Einlesezeile[]> {
  const sheet = readSpreadsheet(bytes);
  if (!sheet.ok) return sheet;
  const [head, ...rows] = sheet.value.rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const columns = fields.flatMap((field) => {
    const at = names.findIndex((name) => spalten[field].includes(name));
    return at < 0 ? [] : [{ field, at }];
  });
  if (!columns.some(({ field }) => field === 'kennung') || columns.length < 2)
    return refuse(
      invalidTable(
        'Die Tabelle braucht eine Spalte „AGS“ oder „Kennung“ und mindestens eine weitere, zum Beispiel „Leitweg-ID“, „Straße“, „PLZ“, „Ort“ oder „E-Mail“.',
      ),
    );
  if (rows.length === 0) return refuse(invalidTable('Unter den Überschriften steht keine Zeile.'));
  if (rows.length > mostRows) return refuse(invalidTable(`Die Tabelle hat mehr als ${mostRows} Zeilen.`));
  const broken =
    'In dieser Zeile steht eine Formel, ein Fehler von Excel oder eine verbundene Zelle. Bitte den Wert eintragen.';
  return ok(
    rows.map((row) => ({
      zeile: row.line,
      felder: Object.fromEntries(columns.map(({ field, at }) => [field, (row.cells[at] ?? '').trim()])),
      fehler: row.problems.some(({ column }) => columns.some(({ at }) => at === column)) ? [broken] : [],
    })),
  );
}

/** A row of a table of particulars, understood or with what is wrong. */
export interface Angabenzeile {
  readonly zeile: number;
  readonly geschrieben: string;
  readonly kennung: string;
  readonly angaben: Rechnungsangaben;
  /** The fields for which the table has a column. */
  readonly genannt: readonly Angabe[];
  readonly fehler: readonly string[];
}

/** What the rows mean; a payer that stands twice is told at its second row. */
export function angabenzeilenOf(
  quelle: Namensquelle,
  rows: readonly Einlesezeile[],
): readonly Angabenzeile[] {
  const seen = new Map<string, number>();
  return rows.map(({ zeile, felder, fehler }) => {
    const geschrieben = felder.kennung ?? '';
    const house = geschrieben.toUpperCase() === hausKennung;
    const kennung = house ? hausKennung : zahlerOf(quelle, geschrieben);
    const before = kennung === null ? undefined : seen.get(kennung);
    if (kennung !== null && before === undefined) seen.set(kennung, zeile);
    const read = leseAngaben(kennung ?? '', felder);
    const unknown = `„${geschrieben.slice(0, 40)}“ ist kein AGS, kein Land und nicht „HAUS“. Bitte den amtlichen Schlüssel angeben.`;
    return {
      ...{ zeile, geschrieben, kennung: kennung ?? '', angaben: read.angaben },
      genannt: fields.filter((field) => field !== 'kennung').filter((field) => field in felder),
      fehler: [
        ...fehler,
        ...(kennung === null ? [unknown] : read.fehler.map(({ message }) => message)),
        ...(before === undefined ? [] : [`Dieser Zahler steht schon in Zeile ${before}.`]),
      ],
    };
  });
}

import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { CsvLine } from '../domain/population-csv.ts';

const most = 4_000;

/** The words by which a head names its column. */
const columns = {
  gemeinde: ['ags', 'gemeindeschluessel', 'gemeindeschlüssel', 'gemeinde', 'kommune', 'name'],
  stichtag: ['stichtag', 'datum'],
  einwohner: ['einwohner', 'einwohnerzahl', 'bevoelkerung', 'bevölkerung'],
} as const;

/** Splits a table of figures: CSV with a head, UTF-8 or Windows-1252, separated by semicolon, comma or tab. */
export function readPopulationTable(bytes: Uint8Array): Result<readonly CsvLine[]> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return refuse(unreadable('Das ist eine Excel- oder ZIP-Datei. Bitte speichern Sie die Tabelle als CSV.'));
  if (bytes.includes(0))
    return refuse(unreadable('Das ist keine Textdatei. Bitte speichern Sie die Tabelle als CSV.'));
  const text = decode(bytes);
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [';', '\t', ','].find((each) => head.includes(each)) ?? ';';
  const rows = splitRows(text, delimiter);
  if (!rows.ok) return rows;
  const [first, ...lines] = rows.value;
  const places = first === undefined ? null : placesOf(first.cells);
  if (places === null) return refuse(unreadable(missingColumns(first?.cells ?? [])));
  if (lines.length > most)
    return refuse(
      unreadable(
        `Die Tabelle hat ${lines.length} Zeilen; auf einmal sind ${most} möglich. Bitte teilen Sie sie.`,
      ),
    );
  return ok(
    lines.map(({ line, cells }) => ({
      line,
      gemeinde: cells[places.gemeinde] ?? '',
      stichtag: cells[places.stichtag] ?? '',
      einwohner: cells[places.einwohner] ?? '',
    })),
  );
}

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function splitRows(text: string, delimiter: string): Result<readonly Row[]> {
  try {
    const parsed: unknown = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
    });
    return ok(records.parse(parsed).map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch {
    return refuse(
      unreadable(
        'Die Tabelle lässt sich nicht in Zeilen und Spalten teilen, wohl wegen eines einzelnen Anführungszeichens.',
      ),
    );
  }
}

/** UTF-8 where the bytes are, else what older spreadsheets write. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function placesOf(head: readonly string[]) {
  const names = head.map((cell) => cell.trim().toLowerCase());
  const place = (words: readonly string[]) => {
    const word = words.find((each) => names.includes(each));
    return word === undefined ? -1 : names.indexOf(word);
  };
  const places = {
    gemeinde: place(columns.gemeinde),
    stichtag: place(columns.stichtag),
    einwohner: place(columns.einwohner),
  };
  return Object.values(places).includes(-1) ? null : places;
}

function missingColumns(head: readonly string[]): string {
  const seen = head.length > 0 ? ` Gefunden: ${head.join(', ').slice(0, 200)}.` : '';
  return `Die erste Zeile muss die Spalten „ags“ (oder „gemeinde“), „stichtag“ und „einwohner“ nennen.${seen}`;
}

function unreadable(message: string): Refusal {
  return {
    kind: 'invalid',
    code: 'TERRITORY_POPULATION_UNREADABLE',
    message,
    fields: [{ field: 'datei', message }],
  };
}

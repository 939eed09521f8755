import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import type { XdfWert } from '#standards/xdatenfelder';

/** A code list that stands outside of schemas, as it was read. */
export interface Codelistenfassung {
  readonly urn: string;
  /** Empty where the list has no versions. */
  readonly version: string;
  readonly einlesung: number;
  readonly titel: string;
  readonly quelle: string;
  readonly lizenz: string;
  readonly anzahl: number;
  readonly eingelesenAm: Date;
}

/** A row of a table: its line in the file, and its cells. */
export interface Tabellenzeile {
  readonly line: number;
  readonly cells: readonly string[];
}

const columns = {
  code: ['code', 'schluessel', 'schlüssel', 'wert'],
  name: ['name', 'bezeichnung', 'beschreibung', 'text'],
  hilfe: ['hilfe', 'hinweis', 'erlaeuterung', 'erläuterung'],
} as const;

const mostEntries = 10_000;

/** The entries of a table with the columns „Code“ and „Name“; refuses with every line that is wrong (`FIM_LIST_INVALID`). */
export function eintraegeOf([head, ...rows]: readonly Tabellenzeile[]): Result<readonly XdfWert[]> {
  const at = (names: readonly string[]) =>
    (head?.cells ?? []).findIndex((cell) => names.includes(cell.trim().toLowerCase()));
  const [code, name, hilfe] = [at(columns.code), at(columns.name), at(columns.hilfe)];
  if (code < 0 || name < 0)
    return broken([
      {
        field: 'datei',
        message: 'In der ersten Zeile müssen die Spalten „Code“ und „Name“ stehen, dazu wenn nötig „Hilfe“.',
      },
    ]);
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const werte = filled.map(({ cells }) => ({
    code: (cells[code] ?? '').trim(),
    name: (cells[name] ?? '').trim(),
    hilfe: hilfe < 0 ? null : (cells[hilfe] ?? '').trim() || null,
  }));
  const problems = problemsOf(filled, werte);
  return problems.length === 0 ? ok(werte) : broken(problems);
}

function problemsOf(rows: readonly Tabellenzeile[], werte: readonly XdfWert[]): readonly FieldProblem[] {
  if (werte.length === 0) return [{ field: 'datei', message: 'Die Tabelle hat keine Einträge.' }];
  if (werte.length > mostEntries)
    return [
      {
        field: 'datei',
        message: 'Die Liste hat mehr als 10.000 Einträge. So viele fasst ein Formular nicht.',
      },
    ];
  const seen = new Set<string>();
  return werte.flatMap(({ code, name }, index) => {
    const problem = problemOf(code, name, seen);
    seen.add(code);
    return problem === null
      ? []
      : [{ field: 'datei', message: `Zeile ${rows[index]?.line ?? 0}: ${problem}` }];
  });
}

function problemOf(code: string, name: string, seen: ReadonlySet<string>): string | null {
  if (code === '') return 'Der Code fehlt.';
  if (code.length > 200 || /\p{Cc}/u.test(code)) return 'Der Code ist zu lang oder enthält Steuerzeichen.';
  if (name === '') return `Zum Code „${code}“ fehlt der Name.`;
  if (name.length > 1_000) return `Der Name zum Code „${code}“ ist länger als 1.000 Zeichen.`;
  return seen.has(code) ? `Den Code „${code}“ gibt es schon.` : null;
}

function broken(fields: readonly FieldProblem[]): Result<never> {
  const more = fields.length > 1 ? ` (und ${fields.length - 1} weitere Stellen)` : '';
  const message = `Die Codeliste wurde nicht übernommen. ${fields[0]?.message ?? ''}${more}`;
  return refuse({ kind: 'invalid', code: 'FIM_LIST_INVALID', message, fields: fields.slice(0, 50) });
}

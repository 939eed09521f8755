import type { Catalogue } from '#catalogue';
import type { Feld } from '#fields';
import { foldGerman, type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import { type Loesung, type LoesungInhalt, standOn } from '../domain/loesung.ts';
import type { Register } from '../domain/register.ts';
import { standsByOffer } from '../errors.ts';
import { hashOfInhalt } from '../inhalt-schema.ts';
import type { Blatt } from '../store-einlesung.ts';
import { inputOfCells, tableFields } from '../views/loesung-table.ts';
import { changesOf, type RowChange } from './changes-of.ts';
import { cellProblems, type Row, type RowProblem, targetOf, withKept } from './import-row.ts';
import { type Head, labelByField, ownPrefix, readHead } from './read-head.ts';
import { readInput } from './read-input.ts';

/** A row that can be taken, and what it does. */
export interface PlannedRow {
  readonly line: number;
  readonly kind: 'neu' | 'geaendert';
  /** Null where it is new. */
  readonly id: string | null;
  readonly grundlage: string | null;
  readonly inhalt: LoesungInhalt;
  readonly changes: readonly RowChange[];
}

/** What a table would do to the register. */
export interface ImportPlan {
  readonly total: number;
  readonly planned: readonly PlannedRow[];
  readonly unchanged: number;
  readonly brokenRows: number;
  readonly problems: readonly RowProblem[];
  /** Labels of columns that the import does not read. */
  readonly ignored: readonly string[];
}

/** Against what a table is planned. */
export interface KnownWorld {
  readonly register: Register;
  readonly catalogue: Catalogue;
  readonly today: LocalDate;
  readonly felder: readonly Feld[];
}

/** Plans a table row by row; a broken row holds up no good one. Refuses only a table whose head is none. */
export function planImport(blatt: Blatt, known: KnownWorld): Result<ImportPlan> {
  const head = readHead(blatt);
  if (head === null) return refuse(headMissing);
  const rows = blatt.rows.slice(head.index + 1);
  const seen = new Map<string, number>();
  const planned: PlannedRow[] = [];
  const problems: RowProblem[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const result = planRow(row, head, known, seen);
    problems.push(...result.problems);
    if (result.problems.length > 0) continue;
    if (result.planned === null) unchanged += 1;
    else planned.push(result.planned);
  }
  const brokenRows = new Set(problems.map(({ line }) => line)).size;
  return ok({ total: rows.length, planned, unchanged, brokenRows, problems, ignored: head.ignored });
}

const headMissing: Refusal = {
  kind: 'invalid',
  code: 'SOLUTIONS_IMPORT_HEAD',
  message: `In den ersten 20 Zeilen steht keine Kopfzeile mit der Spalte „Name“ und mindestens einer weiteren (${tableFields
    .slice(1, 5)
    .map(({ label }) => `„${label}“`)
    .join(', ')} …). Am einfachsten: das Register herunterladen, ergänzen und wieder einlesen.`,
};

const dateFields = new Set(tableFields.filter(({ kind }) => kind === 'date').map(({ field }) => field));

/** Excel keeps a day as the number of days since 30.12.1899; everything else stays as it is. */
function dayText(text: string): string {
  if (!/^\d{5}$/.test(text)) return text;
  return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10);
}

interface RowResult {
  readonly planned: PlannedRow | null;
  readonly problems: readonly RowProblem[];
}

function planRow(
  row: Row,
  head: Head,
  { register, ...known }: KnownWorld,
  seen: Map<string, number>,
): RowResult {
  const cell = (field: string) => {
    const column = head.columnOf.get(field);
    const text = column === undefined ? '' : (row.cells[column] ?? '');
    return dateFields.has(field) ? dayText(text) : text;
  };
  const problem = (field: string | null, message: string): RowProblem => ({
    line: row.line,
    column:
      field === null
        ? null
        : (labelByField.get(field) ?? head.labels[head.columnOf.get(field) ?? -1] ?? null),
    value: field === null ? '' : cell(field).slice(0, 80),
    message,
  });
  const id = cell('id').trim();
  const target = targetOf(register, id, cell('name'), problem);
  const twice = doubled(seen, id === '' ? foldGerman(cell('name').trim()) : id, row.line);
  const before = target.loesung?.fassungen.at(-1)?.inhalt ?? null;
  const input = { ...inputOfCells(cell), felder: ownCells(head, cell) };
  const read = readInput(withKept(input, head, before), { ...known, before });
  const problems = [
    ...cellProblems(row, head),
    ...(target.problem ? [target.problem] : []),
    ...(twice === null ? [] : [problem(id === '' ? 'name' : 'id', twice)]),
    ...read.problems.map(({ field, message }) => problem(columnField(field), message)),
  ];
  if (problems.length > 0 || read.inhalt === null) return { planned: null, problems };
  const planned = plannedOf(row.line, target.loesung, read.inhalt, known);
  if (planned === null) return { planned, problems: [] };
  if (target.loesung?.herkunft === 'angebot')
    return { planned: null, problems: [problem('id', standsByOffer.message)] };
  if (read.missing.length > 0)
    return {
      planned: null,
      problems: read.missing.map(({ field, message }) => problem(columnField(field), message)),
    };
  return { planned, problems: [] };
}

/** The own fields of a row, by their key. */
function ownCells({ columnOf }: Head, cell: (field: string) => string): Readonly<Record<string, string>> {
  const own = [...columnOf.keys()].filter((field) => field.startsWith(ownPrefix));
  return Object.fromEntries(own.map((field) => [field.slice(ownPrefix.length), cell(field)]));
}

/** Null where the row says what stands there already, today or in a version that begins later. */
function plannedOf(
  line: number,
  loesung: Loesung | null,
  inhalt: LoesungInhalt,
  { today, felder }: Pick<KnownWorld, 'today' | 'felder'>,
): PlannedRow | null {
  const newest = loesung?.fassungen.at(-1);
  if (!loesung || !newest) return { line, kind: 'neu', id: null, grundlage: null, inhalt, changes: [] };
  const hash = hashOfInhalt(inhalt);
  if (hash === newest.hash || hash === standOn(loesung, today)?.fassung.hash) return null;
  const changes = changesOf(newest.inhalt, inhalt, felder);
  return { line, kind: 'geaendert', id: loesung.id, grundlage: newest.hash, inhalt, changes };
}

function doubled(seen: Map<string, number>, key: string, line: number): string | null {
  const before = seen.get(key);
  if (before === undefined) {
    seen.set(key, line);
    return null;
  }
  return `Diese Lösung steht schon in Zeile ${before}. Bitte eine der beiden Zeilen entfernen.`;
}

/** The column in which a field of the input stands. */
function columnField(field: string): string {
  return /^(leistung|leistungStatus|reifegrad11|reifegrad20|kommentar)-\d+$/.test(field)
    ? 'leistungen'
    : field;
}

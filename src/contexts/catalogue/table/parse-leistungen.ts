import { ok } from '#kernel';
import type { Sheet } from '#platform';
import type { RawLeistung } from '../domain/table-import/raw-leistung.ts';
import {
  flagCell,
  gesetzeCell,
  leikaCell,
  leistungstypCell,
  numberCell,
  ozgCell,
  rechtsgrundlagenCell,
  typCell,
  vorgaengerCell,
} from './cell-values.ts';
import type { Mapping } from './columns.ts';
import { type ParsedRows, parseRows, type RowReader } from './parse-rows.ts';
import type { TableHead } from './read-head.ts';
import type { RowProblem } from './row-problem.ts';

/** What rows of Leistungen may refer to. */
export interface KnownCodes {
  readonly ozg: ReadonlySet<number>;
  readonly typen: ReadonlySet<string>;
}

const longestName = 500;

/** Reads a table of Leistungen; a row with a wrong cell, or with a key that another row has too, is not taken. */
export function parseLeistungen(
  sheet: Sheet,
  head: TableHead,
  mapping: Mapping,
  known: KnownCodes,
): ParsedRows<RawLeistung> {
  const parsed = parseRows('leistungen', sheet, head, mapping, (row) => leistungOf(row, known));
  const doubled = doubledKeys(parsed.good, mapping, head);
  const lines = new Set(doubled.problems.map(({ line }) => line));
  const unclear = parsed.good.filter(({ line }) => lines.has(line) && !doubled.alike.has(line));
  return {
    ...parsed,
    good: parsed.good.filter(({ line }) => !lines.has(line)),
    problems: [...parsed.problems, ...doubled.problems].toSorted((a, b) => a.line - b.line),
    broken: [...parsed.broken, ...unclear.map(cellsOf)],
  };
}

function cellsOf({ id, leika, name, ozgId }: RawLeistung): ReadonlyMap<string, string> {
  return new Map([
    ['nummer', id ?? ''],
    ['leika', leika ?? ''],
    ['name', name],
    ['ozg', String(ozgId ?? '')],
  ]);
}

function leistungOf(row: RowReader, { ozg, typen }: KnownCodes): RawLeistung {
  const name = row.text('name').replaceAll(/\s+/g, ' ');
  if (name === '') row.refuse('name', 'Der Name fehlt. Bitte ergänzen.');
  if (name.length > longestName)
    row.refuse('name', `Der Name ist länger als ${longestName} Zeichen. Bitte kürzen.`);
  const ozgId = row.value('ozg', ozgCell);
  if (typeof ozgId === 'number' && !ozg.has(ozgId))
    row.refuse(
      'ozg',
      `Die OZG-Leistung ${ozgId} ist nicht bekannt. Bitte die Tabelle der OZG-Leistungen mit hochladen oder die Nummer berichtigen.`,
    );
  return {
    line: row.line,
    id: row.value('nummer', numberCell),
    leika: row.value('leika', leikaCell),
    name,
    ozgId,
    typ: row.value('typ', (text) => typCell(text, typen)),
    leistungstyp: row.value('leistungstyp', leistungstypCell),
    sdg1: row.value('sdg1', flagCell),
    sdg2: row.value('sdg2', flagCell),
    gesetze: row.value('gesetze', (text) => ok(gesetzeCell(text))),
    rechtsgrundlagen: row.value('rechtsgrundlagen', (text) => ok(rechtsgrundlagenCell(text))),
    verrichtungName: row.value('verrichtung', (text) => ok(text === '' ? null : text)),
    vorgaenger: row.value('vorgaenger', (text) => ok(vorgaengerCell(text))),
  };
}

const keys: readonly (readonly [field: string, keyOf: (row: RawLeistung) => string | null | undefined])[] = [
  ['leika', (row) => row.leika],
  ['nummer', (row) => row.id],
];

/** Which of two rows with one key is right nobody can tell; both are named. Rows that say the same count once. */
function doubledKeys(
  rows: readonly RawLeistung[],
  mapping: Mapping,
  head: TableHead,
): { readonly problems: readonly RowProblem[]; readonly alike: ReadonlySet<number> } {
  const alike = new Set<number>();
  const problems = keys.flatMap(([field, keyOf]) => {
    const column = head.labels[mapping[field] ?? -1] ?? null;
    return [...Map.groupBy(rows, keyOf)].flatMap(([value, same]) =>
      value && same.length > 1 ? doubledProblems(value, column, same, alike) : [],
    );
  });
  return { problems, alike };
}

function doubledProblems(
  value: string,
  column: string | null,
  same: readonly RawLeistung[],
  alike: Set<number>,
): readonly RowProblem[] {
  const equal = new Set(same.map(({ line: _line, ...row }) => JSON.stringify(row))).size === 1;
  if (equal) for (const { line } of same) alike.add(line);
  return (equal ? same.slice(1) : same).map(({ line }) => {
    const others = same.map((row) => row.line).filter((each) => each !== line);
    const message = equal
      ? `Diese Zeile steht wörtlich auch in Zeile ${others.join(', ')}. Sie wird nur einmal genommen.`
      : `${value} steht auch in Zeile ${others.join(', ')}, dort mit anderen Angaben. Bitte eine davon berichtigen oder entfernen.`;
    return { table: 'leistungen', line, column, value, message };
  });
}

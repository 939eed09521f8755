import { foldGerman } from '#kernel';
import type { Sheet } from '#platform';
import type { Lage, OzgLeistung } from '../domain/catalogue.ts';
import { ozgCell } from './cell-values.ts';
import type { Mapping } from './columns.ts';
import { type ParsedRows, parseRows, type RowReader } from './parse-rows.ts';
import type { TableHead } from './read-head.ts';
import type { RowProblem } from './row-problem.ts';

/** An OZG-Leistung with the line in which it stands. */
export type RawOzg = OzgLeistung & { readonly line: number };

/** Reads a table of OZG-Leistungen; the Lage goes by its number or its name. */
export function parseOzg(
  sheet: Sheet,
  head: TableHead,
  mapping: Mapping,
  lagen: readonly Lage[],
): ParsedRows<RawOzg> {
  const parsed = parseRows('ozg', sheet, head, mapping, (row) => ozgOf(row, lagen));
  const doubled = [...Map.groupBy(parsed.good, ({ ozgId }) => ozgId).values()].flatMap(doubledProblems);
  const lines = new Set(doubled.map(({ line }) => line));
  return {
    ...parsed,
    good: parsed.good.filter(({ line }) => !lines.has(line)),
    problems: [...parsed.problems, ...doubled].toSorted((a, b) => a.line - b.line),
  };
}

function ozgOf(row: RowReader, lagen: readonly Lage[]): RawOzg {
  const ozgId = row.value('ozg', ozgCell) ?? null;
  const name = row.text('name');
  if (ozgId === null && row.text('ozg') === '') row.refuse('ozg', 'Die OZG-Nummer fehlt. Bitte ergänzen.');
  if (name === '') row.refuse('name', 'Der Name fehlt. Bitte ergänzen.');
  const text = row.text('lage');
  const lage = lagen.find(({ id, name }) => String(id) === text || foldGerman(name) === foldGerman(text));
  if (!lage)
    row.refuse(
      'lage',
      `Die Lage „${text}“ ist nicht bekannt. Bitte Nummer oder Name einer Lage des Katalogs angeben.`,
    );
  return { line: row.line, ozgId: ozgId ?? 0, name, lageId: lage?.id ?? 0 };
}

function doubledProblems(same: readonly RawOzg[]): readonly RowProblem[] {
  if (same.length < 2) return [];
  const alike = new Set(same.map(({ name, lageId }) => `${lageId} ${name}`)).size === 1;
  return (alike ? same.slice(1) : same).map(({ line, ozgId }) => {
    const others = same.map((one) => one.line).filter((each) => each !== line);
    const message = `Die OZG-Nummer ${ozgId} steht auch in Zeile ${others.join(', ')}. ${alike ? 'Sie wird nur einmal genommen.' : 'Bitte eine davon entfernen.'}`;
    return { table: 'ozg', line, column: null, value: String(ozgId), message } as const;
  });
}

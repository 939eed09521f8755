import { isJsonObject, type Json } from '../json.ts';
import type { Answers } from './evaluation.ts';

/** A row of a group, by its number from zero. */
export interface RowAt {
  readonly group: string;
  readonly index: number;
}

/** The answers with what becomes of one row, deep in the rows of rows where it stands; rows before it that are not there are made. */
export function inRow(answers: Answers, rows: readonly RowAt[], change: (row: Answers) => Answers): Answers {
  const [first, ...rest] = rows;
  if (!first) return change(answers);
  const { group, index } = first;
  const given = answers[group];
  const known: readonly Json[] = Array.isArray(given) ? given : [];
  const changed = Array.from({ length: Math.max(known.length, index + 1) }, (_, at) => {
    const row = known[at];
    const own: Answers = isJsonObject(row) ? row : { key: String(at + 1) };
    return at === index ? inRow(own, rest, change) : own;
  });
  return { ...answers, [group]: changed };
}

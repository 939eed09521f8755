import { answerAt } from '../provenance/prefill.ts';
import { type AnswerRow, answerDocument } from './answer-document.ts';
import type { Evaluation } from './evaluation.ts';

/** An answer that became another one, as people read it; `null` where there was or is none. */
export interface AnswerChange {
  /** `nachname`, `hunde.#7.chip`. */
  readonly place: string;
  readonly question: string;
  /** The part of the form that it stands in: „Hund 2“. */
  readonly part: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two states of the same form, in the order of its pages; last what is not there any more. */
export function changesBetween(before: Evaluation, after: Evaluation): readonly AnswerChange[] {
  const [old, now] = [placedRows(before), placedRows(after)];
  const changed = [...now].flatMap(([place, { part, row }]): AnswerChange[] => {
    const was = old.get(place)?.row.answer ?? null;
    const same =
      JSON.stringify(answerAt(before.answers, place)) === JSON.stringify(answerAt(after.answers, place));
    if (was === row.answer && same) return [];
    return [{ place, question: row.question, part, before: was, after: row.answer }];
  });
  const gone = [...old].flatMap(([place, { part, row }]): AnswerChange[] =>
    now.has(place) ? [] : [{ place, question: row.question, part, before: row.answer, after: null }],
  );
  return [...changed, ...gone];
}

interface Placed {
  readonly part: string;
  readonly row: AnswerRow;
}

function placedRows(evaluation: Evaluation): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const { title, rows, parts } of answerDocument(evaluation).sections) {
    for (const row of rows) placed.set(row.place ?? row.field, { part: title, row });
    for (const part of parts)
      for (const row of part.rows) placed.set(row.place ?? row.field, { part: part.title, row });
  }
  return placed;
}

import { type FieldProblem, ok, type Refusal, type Result, refuse } from '#kernel';
import type { AskedList } from './leistungen-list.ts';

/** A program is told what was not understood; a person at a page gets the rest of the list. */
export function strictly(asked: AskedList): Result<AskedList> {
  return asked.problems.length === 0 ? ok(asked) : refuse(notUnderstood(asked.problems));
}

function notUnderstood(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'LIST_QUERY_INVALID',
    message: fields.map(({ message }) => message).join(' '),
    fields,
  };
}

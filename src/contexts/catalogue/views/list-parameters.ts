import { type FieldProblem, ok, type Refusal, type Result, refuse } from '#kernel';
import type { AskedList } from './leistungen-list.ts';

/** Parsed parameters of an operation or command as the list reads them from an address. */
export function toParameters(
  values: Readonly<Record<string, string | readonly string[] | boolean | undefined>>,
): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') parameters.append(name, value);
    else if (Array.isArray(value)) for (const one of value) parameters.append(name, one);
  }
  return parameters;
}

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

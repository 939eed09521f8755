import type { FieldProblem, Refusal } from '#kernel';
import { alert } from '../alert.ts';
import { errorSummary } from './error-summary.ts';

/** What is wrong, above a form: with its fields where the input is to mend, or as a notice. */
export function refusalNotice(reason: Refusal | null) {
  if (reason === null) return '';
  if (reason.fields?.length && reason.kind === 'invalid') return errorSummary(reason.fields);
  return alert({ kind: 'danger', title: reason.message, live: true });
}

/** The problems of the fields of a refused form. */
export function problemsOf(reason: Refusal | null): readonly FieldProblem[] {
  return reason?.fields ?? [];
}

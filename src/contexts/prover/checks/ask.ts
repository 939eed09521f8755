import type { Evaluation } from '#forms';
import type { Report } from '../finding.ts';
import { wayInto } from '../model/build-model.ts';
import type { TermContext } from '../model/compile-term.ts';
import type { InspectedField, Model, ModelField } from '../model/model.ts';
import { keyIn } from '../model/row-path.ts';
import { partsOf, type Term } from '../model/term.ts';
import { mostCases, type Outcome, solve } from '../search/solve.ts';
import type { Duty } from '../search/state.ts';
import { type Walked, walk } from '../search/witness.ts';

/** A question about a form that stands before one page. */
export interface Question {
  readonly page: number;
  readonly must: readonly (Term | null)[];
  readonly mustNot?: readonly (Term | null)[];
  readonly without?: ReadonlySet<string>;
}

/** What every check works with. */
export interface Desk {
  readonly model: Model;
  readonly report: Report;
}

function dutiesOf({ must, mustNot = [] }: Question): readonly Duty[] {
  const wanted = (terms: readonly (Term | null)[], want: boolean) =>
    terms.filter((term) => term !== null).map((term) => ({ term, want }));
  return [...wanted(must, true), ...wanted(mustNot, false)];
}

/** Whether no answers at all lead to this; what the search gives up on is noted and counts as possible. */
export function isImpossible(
  { model, report }: Desk,
  place: string,
  asked: string,
  question: Question,
): boolean {
  const { page, without } = question;
  const outcome = solve({
    model,
    duties: dutiesOf(question),
    page,
    confirm: () => true,
    ...(without ? { without } : {}),
  });
  note(report, place, asked, outcome);
  return outcome.kind === 'impossible';
}

/** Answers that lead to this, walked by the engine; null where there are none or none could be shown. */
export function pathTo(
  desk: Desk,
  place: string,
  asked: string,
  question: Question,
  shows: (evaluation: Evaluation) => boolean,
): Walked | null {
  const { model, report } = desk;
  if (hangsOnValues(desk, question)) return null;
  const { page, without } = question;
  const outcome = solve({
    model,
    duties: dutiesOf(question),
    page,
    limit: mostCases,
    confirm: (view) => walk(view, page, shows),
    ...(without ? { without } : {}),
  });
  note(report, place, asked, outcome);
  return outcome.kind === 'found' ? outcome.found : null;
}

/** Whether a question is about values that nobody has given yet; it is asked again with those of each Kommune. */
function hangsOnValues({ model }: Desk, { must, mustNot = [] }: Question): boolean {
  if (model.context.values !== null) return false;
  return [...must, ...mustNot].some((term) => term !== null && readsValues(model, term));
}

function readsValues(model: Model, term: Term): boolean {
  if (term.op === 'value') return term.id.includes('param.');
  if (term.op === 'variable') {
    const formula = model.variables.get(term.key)?.formula;
    return term.key.startsWith('param.') || (formula ? readsValues(model, formula) : false);
  }
  return partsOf(term).some((part) => readsValues(model, part));
}

function note(report: Report, place: string, question: string, outcome: Outcome<unknown>): void {
  if (outcome.kind === 'undecided') report.undecided.push({ place, question, cases: outcome.cases });
}

/** All that must hold for a field to be shown, its own condition aside: also the groups in whose rows it stands. */
export function shownBefore(model: Model, { page, rows, around }: ModelField): readonly Term[] {
  return [...wayInto(model, page, rows), ...around];
}

/** Where the expressions of a field stand. */
export function contextIn({ context }: Model, { rows }: Pick<ModelField, 'rows'>): TermContext {
  return rows === null ? context : { ...context, row: rows };
}

export function keyOf({ field, rows }: Pick<ModelField, 'field' | 'rows'>): string {
  return keyIn(rows, field.id);
}

/** A field in words: its label as the author wrote it. */
export function nameOf(field: InspectedField): string {
  const { label } = field.compiled.definition;
  return `„${label.length > 60 ? `${label.slice(0, 57)}…` : label}“ (${field.id})`;
}

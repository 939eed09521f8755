import type { Model } from '../model/model.ts';
import { withoutRowsOf } from '../model/row-path.ts';
import { notTerm, type Term, variable } from '../model/term.ts';
import { branches, openPart } from './branch.ts';
import { standingOf } from './restrict.ts';
import { settle } from './settle.ts';
import { type Duty, emptyState, type State, withDuties } from './state.ts';
import { type View, viewOf } from './view.ts';

/** What became of a search: a case that fits, proof that there is none, or neither within the bound. */
export type Outcome<T> =
  | { readonly kind: 'found'; readonly found: T }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'undecided'; readonly cases: number };

export interface Search<T> {
  readonly model: Model;
  readonly duties: readonly Duty[];
  /** The page that is being asked about: everything before it is answered and right. */
  readonly page: number;
  /** Makes something of a case in which all duties are kept; null where that fails, and the search goes on. */
  readonly confirm: (view: View) => T | null;
  readonly limit?: number;
  readonly start?: State;
  /** Rules of answers that are left out, because the search is about them. */
  readonly without?: ReadonlySet<string>;
}

/** So many cases are looked at before the search gives up and says so. */
export const mostCases = 1_500;

/**
 * Looks for a case in which all duties are kept, case by case: an open condition splits a case in two, what follows for the
 * answers narrows both. „impossible“ is said only when every case was looked at.
 */
export function solve<T>(search: Search<T>): Outcome<T> {
  const { model, page, limit = mostCases } = search;
  const open: State[] = [withDuties(search.start ?? emptyState, search.duties)];
  let [cases, failed] = [0, false];
  for (let state = open.pop(); state; state = open.pop()) {
    cases += 1;
    if (cases > limit) return { kind: 'undecided', cases: limit };
    const view = viewOf(model, state, { page });
    const step = look(view, search);
    if (step.kind === 'split') open.push(...step.states.toReversed());
    if (step.kind !== 'leaf') continue;
    const settled = settle(view, page);
    if (settled.kind === 'open') open.push(...settled.states.toReversed());
    if (settled.kind !== 'settled') continue;
    const found = search.confirm(settled.view);
    if (found !== null) return { kind: 'found', found };
    failed = true;
  }
  return failed ? { kind: 'undecided', cases } : { kind: 'impossible' };
}

type Step =
  | { readonly kind: 'broken' | 'leaf' }
  | { readonly kind: 'split'; readonly states: readonly State[] };

function look<T>(view: View, search: Search<T>): Step {
  const open: Term[] = [];
  for (const duty of view.state.duties) {
    const standing = standingOf(view, duty);
    if (standing === 'broken' || view.isBroken()) return { kind: 'broken' };
    if (standing === 'open') open.push(duty.term);
  }
  for (const term of open) {
    const part = openPart(view, term);
    if (part) return { kind: 'split', states: branches(view, part) };
  }
  const rules = openRules(view, search);
  if (rules === 'broken' || view.isBroken()) return { kind: 'broken' };
  for (const rule of rules) {
    const part = openPart(view, rule);
    // The rule becomes a duty, so that what follows from it narrows the case.
    if (part)
      return {
        kind: 'split',
        states: branches({ ...view, state: withDuties(view.state, [{ term: rule, want: true }]) }, part),
      };
  }
  // What is open now has nothing to split on; only running the form can tell.
  return rowsExist(view, search) ? { kind: 'leaf' } : { kind: 'broken' };
}

/** The rules of answered fields that are not settled yet; „broken“ where an answer surely breaks one. */
function openRules<T>(view: View, { page, without }: Search<T>): readonly Term[] | 'broken' {
  const open: Term[] = [];
  for (const key of [...view.touched]) {
    const known = view.model.variables.get(key);
    if (!known || known.page > page || known.rules.length === 0 || without?.has(key)) continue;
    if (view.valueOf(variable(key)).none) continue;
    for (const term of known.rules) {
      const standing = standingOf(view, { term, want: true });
      if (standing === 'broken') return 'broken';
      if (standing === 'open') open.push(term);
    }
  }
  return open;
}

const mostRowCases = 120;

/** Whether rows can be as the case says: one for each „any“, and all of them as every decided condition wants it. */
function rowsExist<T>(view: View, search: Search<T>): boolean {
  const wanted = rowDemands(view);
  return wanted.every(
    ({ group, duties }) =>
      solve({
        ...search,
        duties,
        start: { ...emptyState, domains: withoutRowsOf(view.state.domains, group) },
        limit: mostRowCases,
        confirm: () => true,
      }).kind !== 'impossible',
  );
}

/** What single rows have to be like, by group. */
export function rowDemands(
  view: View,
): readonly { readonly group: string; readonly duties: readonly Duty[] }[] {
  const decided = [...rowParts(view)].flatMap((part) => {
    const want = view.state.assumed.get(part.id);
    return part.term === null || want === undefined ? [] : [{ ...part, term: part.term, want }];
  });
  return decided.flatMap(({ name, group, term, want }) => {
    const some = name === 'any' ? want : !want;
    if (!some || (name !== 'any' && name !== 'all')) return [];
    const every = decided
      .filter(
        (each) =>
          each.group === group && (each.name === 'any' ? !each.want : each.name === 'all' && each.want),
      )
      .map((each) => ({ term: each.term, want: each.name === 'all' }));
    const own = { term: name === 'any' ? term : notTerm(term), want: true };
    return [{ group, duties: [own, ...every] }];
  });
}

type RowsTerm = Extract<Term, { op: 'rows' }>;

function rowParts({ state, model }: View): ReadonlySet<RowsTerm> {
  const found = new Map<string, RowsTerm>();
  const visit = (term: Term): void => {
    if (term.op === 'rows') found.set(term.id, term);
    if (term.op === 'and' || term.op === 'or') term.terms.forEach(visit);
    if (term.op === 'not') visit(term.term);
    if (term.op === 'if') [term.condition, term.yes, term.no].forEach(visit);
    const formula = term.op === 'variable' ? model.variables.get(term.key)?.formula : null;
    if (formula) visit(formula);
  };
  for (const { term } of state.duties) visit(term);
  return new Set(found.values());
}

import { partsOf, type Term, type TermOf, variable } from '../model/term.ts';
import {
  type Abstract,
  isEmpty,
  type Known,
  no,
  noValue,
  numbers,
  truthOf,
  yes,
} from '../values/abstract.ts';
import { boundedBy } from './bounded-by.ts';
import { mirrored, opposite } from './mirrored.ts';
import { restrict, restrictToSome, shownDuties } from './restrict.ts';
import { type State, withAssumption, withDuties } from './state.ts';
import type { View } from './view.ts';

/** The part of a condition on which its outcome hangs and that nothing has decided yet. */
export function openPart(view: View, term: Term): Term | null {
  const { yes: isYes, no: isNo } = truthOf(view.valueOf(term));
  if (!isYes || !isNo || view.state.assumed.has(term.id)) return null;
  for (const part of conditionsIn(view, term)) {
    const open = openPart(view, part);
    if (open) return open;
  }
  return term.op === 'and' || term.op === 'or' || term.op === 'not' || term.op === 'if' ? null : term;
}

function conditionsIn(view: View, term: Term): readonly Term[] {
  if (term.op === 'and' || term.op === 'or') return term.terms;
  if (term.op === 'not') return [term.term];
  if (term.op === 'if') return [term.condition, term.yes, term.no];
  const known = term.op === 'variable' ? view.model.variables.get(term.key) : undefined;
  if (known?.formula) return [...shownDuties(view, known.key).map((duty) => duty.term), known.formula];
  return term.op === 'rows' ? [] : choicesIn(view, term);
}

/** The conditions on which a value hangs: those of each „if“ and of each calculated value in it. */
function choicesIn(view: View, term: Term): readonly Term[] {
  if (term.op === 'rows') return [];
  if (term.op === 'if') return [term.condition, ...choicesIn(view, term.yes), ...choicesIn(view, term.no)];
  const formula = term.op === 'variable' ? view.model.variables.get(term.key)?.formula : null;
  return (formula ? [formula] : partsOf(term)).flatMap((part) => choicesIn(view, part));
}

/** All cases into which an open part splits this one; together they leave nothing out. */
export function branches(view: View, part: Term): readonly State[] {
  const { state } = view;
  const isTrue = assume(view, withAssumption(state, part, true), part);
  const isFalse = assumeNot(view, withAssumption(state, part, false), part);
  return [...(isTrue ? [isTrue] : []), ...isFalse];
}

function assume(view: View, state: State, part: Term): State | null {
  switch (part.op) {
    case 'variable':
      return restrict(view, state, part, yes);
    case 'answered':
      return restrictToSome(view, state, part.term);
    case 'compare':
      return assumeCompared(view, state, part);
    case 'member':
      return assumeMember(view, state, part);
    case 'rows':
      return assumeRows(view, state, part);
    case 'function':
      return assumeFunction(view, state, part, true);
    default:
      return state;
  }
}

function assumeNot(view: View, state: State, part: Term): readonly State[] {
  const kept = (states: readonly (State | null)[]) => states.filter((each) => each !== null);
  switch (part.op) {
    case 'variable':
      return kept([restrict(view, state, part, no), restrict(view, state, part, noValue)]);
    case 'answered':
      return kept([restrict(view, state, part.term, noValue)]);
    case 'compare':
      return kept([
        assumeCompared(view, state, { ...part, operator: opposite[part.operator] }),
        restrict(view, state, part.left, noValue),
        restrict(view, state, part.right, noValue),
      ]);
    case 'member':
      return kept([assumeNotMember(view, state, part)]);
    case 'function':
      return kept([
        assumeFunction(view, state, part, false),
        ...part.args.map((arg) => restrict(view, state, arg, noValue)),
      ]);
    default:
      return [state];
  }
}

function assumeCompared(
  view: View,
  state: State,
  { operator, left, right }: TermOf<'compare'>,
): State | null {
  const [a, b] = [view.valueOf(left), view.valueOf(right)];
  const first = restrict(view, state, left, boundedBy(operator, a, b));
  return first && restrict(view, first, right, boundedBy(mirrored[operator], b, a));
}

/** `'rot' in farben`, or a text that stands in a fixed list. */
function assumeMember(view: View, state: State, { value, list }: TermOf<'member'>): State | null {
  const [text, texts] = [view.valueOf(value).known, view.valueOf(list).known];
  if (text?.kind !== 'text' || texts?.kind !== 'texts') return state;
  const wanted = [...text.values][0];
  if (text.other === null && text.values.size === 1 && wanted !== undefined) {
    const sure = new Set([...texts.sure, wanted]);
    const maybe = new Set([...texts.maybe].filter((each) => each !== wanted));
    return restrict(view, state, list, { none: false, known: { ...texts, sure, maybe } });
  }
  if (texts.maybe.size > 0 || texts.other) return state;
  return restrict(view, state, value, {
    none: false,
    known: { kind: 'text', values: texts.sure, other: null },
  });
}

function assumeNotMember(view: View, state: State, { value, list }: TermOf<'member'>): State | null {
  const [text, texts] = [view.valueOf(value).known, view.valueOf(list)];
  if (text?.kind !== 'text' || text.other !== null || text.values.size !== 1) return state;
  if (texts.known?.kind !== 'texts') return state;
  const { sure, maybe, other } = texts.known;
  if ([...text.values].some((each) => sure.has(each)))
    return texts.none ? restrict(view, state, list, noValue) : null;
  const rest = new Set([...maybe].filter((each) => !text.values.has(each)));
  const known: Known | null =
    sure.size + rest.size > 0 || other ? { kind: 'texts', sure, maybe: rest, other } : null;
  const allowed = { none: texts.none, known };
  return isEmpty(allowed) ? null : narrowed(view, state, list, allowed);
}

/** Takes values from a list without saying that there is one. */
function narrowed(view: View, state: State, list: Term, allowed: Abstract): State | null {
  return restrict(view, state, list, allowed);
}

function assumeRows(view: View, state: State, { name, group }: TermOf<'rows'>): State | null {
  if (name !== 'any') return state;
  const count = variable(`count:${group}`);
  const shown = withDuties(state, shownDuties(view, `count:${group}`));
  return restrict(view, shown, count, numbers('integer', 1, 500));
}

/** Which of the texts that matter the function says yes to. */
function assumeFunction(view: View, state: State, part: TermOf<'function'>, want: boolean): State | null {
  const [first, ...rest] = part.args;
  const text = first ? view.valueOf(first).known : null;
  if (!first || part.name !== 'street_in' || text?.kind !== 'text') return state;
  const fixed = rest.map((arg) => view.valueOf(arg));
  if (fixed.some(({ none, known }) => none || known?.kind !== 'texts')) return state;
  const list = fixed[0]?.known?.kind === 'texts' ? [...fixed[0].known.sure] : [];
  const says = (value: string) =>
    view.model.inspection.call(part.name, [value, list], view.model.today) === true;
  const values = new Set([...text.values].filter((value) => says(value) === want));
  const other = want ? null : text.other;
  // Another way to write a listed street counts as the listed one that the search tries.
  return restrict(view, state, first, { none: false, known: { kind: 'text', values, other } });
}

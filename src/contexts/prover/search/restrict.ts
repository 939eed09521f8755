import { wayInto } from '../model/build-model.ts';
import type { Term, TermOf } from '../model/term.ts';
import {
  type Abstract,
  isEmpty,
  type Known,
  numbers,
  pointOf,
  truthOf,
  withoutNone,
} from '../values/abstract.ts';
import { dateOf, earliestDay, latestDay, yearsLater } from '../values/dates.ts';
import { meet } from '../values/join.ts';
import { type Duty, type State, withDomain, withDuties } from './state.ts';
import type { View } from './view.ts';

type NumberSet = Extract<Known, { kind: 'number' }>;

/**
 * The case in which a term yields one of the allowed values: what follows for its variables is kept, null where it cannot.
 * Where nothing can be said of the variables the case stays as it is.
 */
export function restrict(view: View, state: State, term: Term, allowed: Abstract): State | null {
  if (isEmpty(meet(view.valueOf(term), allowed))) return null;
  switch (term.op) {
    case 'variable':
      return restrictVariable(view, state, term.key, allowed);
    case 'default':
      return restrictDefault(view, state, term, allowed);
    case 'if':
      return restrictChoice(view, state, term, allowed);
    case 'negate':
      return restrict(view, state, term.term, negatedSet(allowed));
    case 'arithmetic':
      return restrictArithmetic(view, state, term, allowed);
    case 'function':
      return restrictFunction(view, state, term, allowed);
    case 'rows':
      if (term.name !== 'count' || term.term !== null) return state;
      return restrictVariable(view, state, `count:${term.group}`, allowed);
    default:
      return state;
  }
}

/** That something has a value, and all that this means: it is asked for. */
export function restrictToSome(view: View, state: State, term: Term): State | null {
  return restrict(view, state, term, withoutNone(view.valueOf(term)));
}

function restrictVariable(view: View, state: State, key: string, allowed: Abstract): State | null {
  const variable = view.model.variables.get(key);
  if (!variable) return state;
  if (variable.formula) {
    const inner = allowed.none ? state : withDuties(state, shownDuties(view, key));
    return restrict(view, inner, variable.formula, allowed);
  }
  if (variable.part) return restrictPart(view, state, key, variable.part.of, allowed);
  const domain = meet(state.domains.get(key) ?? variable.initial, allowed);
  if (isEmpty(domain)) return null;
  const narrowed = withDomain(state, key, domain);
  // No rows are there too where the group is not shown.
  if (key.startsWith('count:') && allowed.known?.kind === 'number' && allowed.known.low <= 0) return narrowed;
  return allowed.none || variable.page < 0 ? narrowed : withDuties(narrowed, shownDuties(view, key));
}

function restrictPart(view: View, state: State, key: string, whole: string, allowed: Abstract): State | null {
  const variable = view.model.variables.get(key);
  if (!variable) return state;
  const domain = meet(state.domains.get(key) ?? variable.initial, withoutNone(allowed));
  if (isEmpty(domain)) return allowed.none ? state : null;
  if (allowed.none) return state;
  return restrictToSome(view, withDomain(state, key, domain), { op: 'variable', id: whole, key: whole });
}

/** What must hold for a field to be there. */
export function shownDuties({ model }: Pick<View, 'model'>, key: string): Duty[] {
  const variable = model.variables.get(key);
  if (!variable || variable.page < 0) return [];
  return [...wayInto(model, variable.page, variable.group), variable.condition]
    .filter((term) => term !== null)
    .map((term) => ({ term, want: true }));
}

function restrictDefault(
  view: View,
  state: State,
  { term, instead }: TermOf<'default'>,
  allowed: Abstract,
): State | null {
  if (!isEmpty(meet(view.valueOf(instead), allowed))) return state;
  return restrict(view, state, term, withoutNone(allowed));
}

function restrictChoice(view: View, state: State, term: TermOf<'if'>, allowed: Abstract): State | null {
  const fitsYes = !isEmpty(meet(view.valueOf(term.yes), allowed));
  const fitsNo = !isEmpty(meet(view.valueOf(term.no), allowed));
  if (fitsYes === fitsNo) return state;
  const chosen = withDuties(state, [{ term: term.condition, want: fitsYes }]);
  return restrict(view, chosen, fitsYes ? term.yes : term.no, allowed);
}

function negatedSet(allowed: Abstract): Abstract {
  if (allowed.known?.kind !== 'number') return allowed;
  const { scale, low, high } = allowed.known;
  return numbers(scale, -high, -low, allowed.none);
}

/** `a + b` in a range says of `a` what is left when `b` is taken away; the same for „-“ and for „*“ with a fixed factor. */
function restrictArithmetic(
  view: View,
  state: State,
  { operator, left, right }: TermOf<'arithmetic'>,
  allowed: Abstract,
): State | null {
  const [a, b] = [view.valueOf(left).known, view.valueOf(right).known];
  if (allowed.none || allowed.known?.kind !== 'number' || a?.kind !== 'number' || b?.kind !== 'number')
    return state;
  const range = allowed.known;
  if (a.scale !== b.scale || range.scale !== a.scale)
    return operator === '*' ? restrictProduct(view, state, left, right, range) : state;
  if (operator === '+')
    return inTurn(view, state, [
      [left, numbers(a.scale, range.low - b.high, range.high - b.low)],
      [right, numbers(a.scale, range.low - a.high, range.high - a.low)],
    ]);
  if (operator === '-')
    return inTurn(view, state, [
      [left, numbers(a.scale, range.low + b.low, range.high + b.high)],
      [right, numbers(a.scale, a.low - range.high, a.high - range.low)],
    ]);
  return operator === '*' ? restrictProduct(view, state, left, right, range) : state;
}

function restrictProduct(view: View, state: State, left: Term, right: Term, range: NumberSet): State | null {
  const [a, b] = [pointOf(view.valueOf(left)), pointOf(view.valueOf(right))];
  const factor = typeof b === 'number' ? b : typeof a === 'number' ? a : 0;
  const other = typeof b === 'number' ? left : right;
  const known = view.valueOf(other).known;
  if (factor <= 0 || known?.kind !== 'number') return state;
  const [low, high] = [Math.ceil(range.low / factor), Math.floor(range.high / factor)];
  return low > high ? null : restrict(view, state, other, numbers(known.scale, low, high));
}

function inTurn(view: View, state: State, parts: readonly (readonly [Term, Abstract])[]): State | null {
  let current: State | null = state;
  for (const [term, allowed] of parts) current = current && restrict(view, current, term, allowed);
  return current;
}

function restrictFunction(
  view: View,
  state: State,
  { name, args }: TermOf<'function'>,
  allowed: Abstract,
): State | null {
  const [first, second] = args;
  if (!first || allowed.none || allowed.known?.kind !== 'number') return state;
  const { low, high } = allowed.known;
  if (name === 'age') return restrictBirth(view, state, first, second, allowed.known);
  if (name === 'year')
    return restrict(view, state, first, numbers('date', dayInYear(low, '-01-01'), dayInYear(high, '-12-31')));
  if (name === 'add_days' && second) {
    const days = view.valueOf(second).known;
    if (days?.kind !== 'number') return state;
    return restrict(view, state, first, numbers('date', low - days.high, high - days.low));
  }
  if (name === 'length') return restrictLength(view, state, first, low, high);
  return state;
}

function dayInYear(year: number, rest: string): number {
  const safe = String(Math.max(1900, Math.min(2100, year)));
  return Math.round(Date.parse(`${safe}${rest}T00:00:00Z`) / 86_400_000);
}

/** Who is `low` to `high` years old was born on or before one day and after another. */
function restrictBirth(
  view: View,
  state: State,
  birth: Term,
  on: Term | undefined,
  { low, high }: NumberSet,
): State | null {
  const day = view.valueOf(on ?? { op: 'variable', id: 'today', key: 'today' }).known;
  if (day?.kind !== 'number') return state;
  const bounded = (value: number) => Math.max(-200, Math.min(200, value));
  const latest = bounded(low) <= -200 ? latestDay : yearsLater(day.high, -bounded(low));
  const earliest = bounded(high) >= 200 ? earliestDay : yearsLater(day.low, -bounded(high) - 1);
  if (low < 0 || dateOf(latest) < '1900-01-01') return state;
  return restrict(
    view,
    state,
    birth,
    numbers('date', Math.max(earliestDay, earliest), Math.min(latestDay, latest)),
  );
}

function restrictLength(view: View, state: State, term: Term, low: number, high: number): State | null {
  const text = view.valueOf(term).known;
  if (text?.kind !== 'text') return state;
  const values = new Set([...text.values].filter(({ length }) => length >= low && length <= high));
  const other = { shortest: Math.max(1, low), longest: Math.min(10_000, high) };
  const known: Known = {
    kind: 'text',
    values,
    other: text.other && other.shortest <= other.longest ? other : null,
  };
  return restrict(view, state, term, { none: false, known });
}

/** Whether a term is surely as wanted, surely not, or open. */
export function standingOf(view: View, { term, want }: Duty): 'kept' | 'broken' | 'open' {
  const { yes, no } = truthOf(view.valueOf(term));
  if (want ? !no : !yes) return 'kept';
  return (want ? yes : no) ? 'open' : 'broken';
}

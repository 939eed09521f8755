import { wayInto } from '../model/build-model.ts';
import type { Model, Variable } from '../model/model.ts';
import { withoutRowsOf } from '../model/row-path.ts';
import type { Term, TermOf } from '../model/term.ts';
import {
  type Abstract,
  anything,
  no,
  noValue,
  numbers,
  truth,
  truthOf,
  withNone,
  withoutNone,
  yes,
} from '../values/abstract.ts';
import { calculate, compared, negated } from '../values/arithmetic.ts';
import { applied } from '../values/functions.ts';
import { join } from '../values/join.ts';
import type { State } from './state.ts';
import { chosen, logical, member, orInstead } from './truth-of-operators.ts';

/** What the expressions of a form can yield in one case of the search. */
export interface View {
  readonly model: Model;
  readonly state: State;
  readonly valueOf: (term: Term) => Abstract;
  /** The names of the variables that were looked at. */
  readonly touched: ReadonlySet<string>;
  /** Whether the case has turned out to be impossible. */
  readonly isBroken: () => boolean;
}

/** Up to which page everything is answered, and whose rows are any rows instead of the one that is being looked at. */
export interface ViewOptions {
  readonly page: number;
  readonly anyRowOf?: string | null;
}

/** Looks at a form in one case: every set that it gives holds at least what the form can really yield there. */
export function viewOf(model: Model, state: State, options: ViewOptions): View {
  const touched = new Set<string>();
  const looking: Looking = {
    model,
    state,
    options,
    touched,
    memo: new Map(),
    rows: new Map(),
    broken: false,
  };
  return {
    model,
    state,
    touched,
    valueOf: (term) => look(looking, term),
    isBroken: () => looking.broken,
  };
}

interface Looking {
  readonly model: Model;
  readonly state: State;
  readonly options: ViewOptions;
  readonly touched: Set<string>;
  readonly memo: Map<string, Abstract>;
  readonly rows: Map<string, View>;
  broken: boolean;
}

function look(looking: Looking, term: Term): Abstract {
  if (term.op === 'value' && !term.id.startsWith('?')) return term.value;
  const known = looking.memo.get(term.id);
  if (known) return known;
  const value = decided(looking, term, compute(looking, term));
  looking.memo.set(term.id, value);
  return value;
}

/** An open condition that was decided in this case is what it was decided to be; one that cannot be breaks the case. */
function decided(looking: Looking, { id }: Term, value: Abstract): Abstract {
  const assumed = looking.options.anyRowOf ? undefined : looking.state.assumed.get(id);
  if (assumed === undefined) return value;
  const possible = truthOf(value);
  if (!(assumed ? possible.yes : possible.no)) looking.broken = true;
  return assumed ? yes : no;
}

function compute(looking: Looking, term: Term): Abstract {
  const at = (part: Term): Abstract => look(looking, part);
  switch (term.op) {
    case 'value':
      return term.value;
    case 'variable':
      return variableValue(looking, term.key);
    case 'and':
    case 'or':
      return logical(term.op, term.terms, at);
    case 'not': {
      const inner = truthOf(at(term.term));
      return truth(inner.no, inner.yes);
    }
    case 'answered': {
      const { none, known } = at(term.term);
      return truth(known !== null, none || known?.kind === 'any');
    }
    case 'negate':
      return negated(at(term.term));
    case 'compare':
      return compared(term.operator, at(term.left), at(term.right));
    case 'member':
      return member(at(term.value), at(term.list));
    case 'if':
      return chosen(term, at);
    case 'default':
      return orInstead(at(term.term), () => at(term.instead));
    case 'arithmetic':
      return calculate(term.operator, at(term.left), at(term.right));
    case 'function':
      return functionValue(looking, term, at);
    case 'rows':
      return overRows(looking, term);
  }
}

function functionValue(
  { model }: Looking,
  { name, args }: TermOf<'function'>,
  at: (term: Term) => Abstract,
): Abstract {
  const values = args.map(at);
  // Without a second day „age“ means today, which is a variable here.
  if (name === 'age' && args.length === 1) values.push(at({ op: 'variable', id: 'today', key: 'today' }));
  return applied(name, values, (called, given) => model.inspection.call(called, given, model.today));
}

/** The answers over which a call goes are any rows; what the row at hand holds says nothing of them. */
function overRows(looking: Looking, { name, group, term }: TermOf<'rows'>): Abstract {
  const count = look(looking, { op: 'variable', id: `count:${group}`, key: `count:${group}` });
  const { low, high } = count.known?.kind === 'number' ? count.known : { low: 0, high: 500 };
  if (high === 0) return withoutRows[name];
  if (term === null) return numbers('integer', low, high);
  const each = truthOf(rowView(looking, group).valueOf(term));
  switch (name) {
    case 'sum':
      return anything;
    case 'count':
      return numbers('integer', each.no ? 0 : low, each.yes ? high : 0);
    case 'any':
      return truth(each.yes, each.no || low === 0);
    case 'all':
      return truth(each.yes || low === 0, each.no);
  }
}

const withoutRows = { any: no, all: yes, count: numbers('integer', 0, 0), sum: anything } as const;

function rowView(looking: Looking, group: string): View {
  const known = looking.rows.get(group);
  if (known) return known;
  const { model, state, options } = looking;
  const fresh = { ...state, domains: withoutRowsOf(state.domains, group) };
  const view = viewOf(model, fresh, { ...options, anyRowOf: group });
  looking.rows.set(group, view);
  return view;
}

function variableValue(looking: Looking, key: string): Abstract {
  const variable = looking.model.variables.get(key);
  if (!variable) return anything;
  looking.touched.add(key);
  const domain = looking.state.domains.get(key) ?? variable.initial;
  if (variable.page < 0) return domain;
  if (variable.part) return partValue(looking, variable, domain);
  const active = truthOf(activity(looking, variable));
  if (!active.yes) return key.startsWith('count:') ? numbers('integer', 0, 0) : noValue;
  const value = activeValue(looking, variable, domain, !active.no);
  if (value.known === null && !value.none) {
    if (!active.no) looking.broken = true;
    return noValue;
  }
  if (!active.no) return value;
  return key.startsWith('count:') ? join(value, numbers('integer', 0, 0)) : withNone(value);
}

/** A part is there with its whole. */
function partValue(looking: Looking, { part, initial }: Variable, domain: Abstract): Abstract {
  const whole = variableValue(looking, part?.of ?? '');
  if (whole.known === null) return noValue;
  const none = whole.none || (part?.always === false && (domain.none || domain === initial));
  return domain.known === null ? noValue : { none, known: domain.known };
}

/** Whether the field is shown at all: its page is on the way and its conditions hold. */
function activity(looking: Looking, variable: Variable): Abstract {
  const { model } = looking;
  const terms = [...wayInto(model, variable.page, variable.group), variable.condition];
  return logical(
    'and',
    terms.filter((term) => term !== null),
    (term) => look(looking, term),
  );
}

function activeValue(looking: Looking, variable: Variable, domain: Abstract, isShown: boolean): Abstract {
  if (variable.formula) return look(looking, variable.formula);
  const isAnswered = variable.page < looking.options.page && isShown && variable.required !== null;
  if (!isAnswered || variable.required === null) return domain;
  return truthOf(look(looking, variable.required)).no ? domain : withoutNone(domain);
}

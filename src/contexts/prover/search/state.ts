import type { Term } from '../model/term.ts';
import type { Abstract } from '../values/abstract.ts';

/** Something that has to come out as wanted. */
export interface Duty {
  readonly term: Term;
  readonly want: boolean;
}

/** One case of the search: what is still possible for each variable, which open parts were decided how, what must hold. */
export interface State {
  readonly domains: ReadonlyMap<string, Abstract>;
  readonly assumed: ReadonlyMap<string, boolean>;
  /** The decided parts themselves. */
  readonly decided: readonly Duty[];
  readonly duties: readonly Duty[];
}

export const emptyState: State = { domains: new Map(), assumed: new Map(), decided: [], duties: [] };

export function withDomain(state: State, key: string, value: Abstract): State {
  return { ...state, domains: new Map(state.domains).set(key, value) };
}

/** Decides an open part, and with a comparison those that follow from it. */
export function withAssumption(state: State, part: Term, want: boolean): State {
  const assumed = new Map(state.assumed).set(part.id, want);
  if (want && part.op === 'compare')
    for (const [id, follows] of following(part)) if (!assumed.has(id)) assumed.set(id, follows);
  return { ...state, assumed, decided: [...state.decided, { term: part, want }] };
}

function following({
  operator,
  left: { id: a },
  right: { id: b },
}: Extract<Term, { op: 'compare' }>): readonly (readonly [string, boolean])[] {
  if (operator === '<')
    return [
      [`(${b} < ${a})`, false],
      [`(${b} <= ${a})`, false],
      [`(${a} <= ${b})`, true],
      [`(${a} = ${b})`, false],
      [`(${b} = ${a})`, false],
    ];
  if (operator === '<=') return [[`(${b} < ${a})`, false]];
  if (operator !== '=') return [];
  return [
    [`(${a} < ${b})`, false],
    [`(${b} < ${a})`, false],
    [`(${a} != ${b})`, false],
  ];
}

export function withDuties(state: State, duties: readonly Duty[]): State {
  const known = new Set(state.duties.map(({ term, want }) => `${want}${term.id}`));
  const fresh = duties.filter(({ term, want }) => !known.has(`${want}${term.id}`));
  return fresh.length === 0 ? state : { ...state, duties: [...state.duties, ...fresh] };
}

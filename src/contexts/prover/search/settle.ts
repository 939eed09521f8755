import type { Model } from '../model/model.ts';
import { type Term, variablesIn } from '../model/term.ts';
import { type Abstract, isEmpty, type Known, noValue, withoutNone } from '../values/abstract.ts';
import { contradict } from './differences.ts';
import { shownDuties, standingOf } from './restrict.ts';
import { type Duty, type State, withDomain, withDuties } from './state.ts';
import { type View, viewOf } from './view.ts';

/** Whether what was decided in a case can really be so. */
export type Settled =
  | { readonly kind: 'settled'; readonly view: View }
  | { readonly kind: 'broken' }
  | { readonly kind: 'open'; readonly states: readonly State[] };

/**
 * A case decides comparisons before anybody knows whether numbers fit them. Here single values are tried; where they do not
 * show it the case is split further, by values. What nobody can split (values that only a Kommune knows) counts as possible.
 */
export function settle(view: View, page: number): Settled {
  const { model, state } = view;
  const unsettled = unsettledOf(model, state, page);
  if (unsettled === 'broken') return { kind: 'broken' };
  if (unsettled.length === 0) return { kind: 'settled', view };
  if (contradict(viewOf(model, { ...state, assumed: new Map() }, { page }), state.decided))
    return { kind: 'broken' };
  const keys = [...new Set(unsettled.flatMap(({ term }) => [...variablesUnder(model, term)]))];
  for (const pick of [lowest, highest, mixed]) {
    const tried = pointsOf(model, state, keys, pick);
    const left = unsettledOf(model, tried, page);
    if (left !== 'broken' && left.length === 0 && keepsDuties(model, tried, page))
      return { kind: 'settled', view: viewOf(model, tried, { page }) };
  }
  const states = keys.map((key) => splitDomain(view, key)).find((parts) => parts !== null);
  return states ? { kind: 'open', states } : { kind: 'settled', view };
}

/** The decided parts that the values alone do not show yet. */
function unsettledOf(model: Model, state: State, page: number): readonly Duty[] | 'broken' {
  const raw = viewOf(model, { ...state, assumed: new Map() }, { page });
  const open: Duty[] = [];
  for (const duty of state.decided) {
    if (duty.term.op === 'rows' || duty.term.id.startsWith('?')) continue;
    const standing = standingOf(raw, duty);
    if (standing === 'broken') return 'broken';
    if (standing === 'open') open.push(duty);
  }
  return raw.isBroken() ? 'broken' : open;
}

function keepsDuties(model: Model, state: State, page: number): boolean {
  const view = viewOf(model, state, { page });
  return state.duties.every((duty) => standingOf(view, duty) !== 'broken') && !view.isBroken();
}

/** The variables that a term reads, through calculated values and wholes of parts. */
function variablesUnder(model: Model, term: Term, into: Set<string> = new Set()): Set<string> {
  for (const key of variablesIn(term)) {
    if (into.has(key)) continue;
    into.add(key);
    const known = model.variables.get(key);
    if (known?.formula) variablesUnder(model, known.formula, into);
  }
  return into;
}

type Pick = (known: Extract<Known, { kind: 'number' }>, index: number) => number;

const lowest: Pick = ({ low, high }) => (Math.abs(low) < 1e9 ? low : Math.max(low, Math.min(high, 0)));
const highest: Pick = ({ low, high }) => (Math.abs(high) < 1e9 ? high : Math.min(high, Math.max(low, 0)));
const mixed: Pick = (known, index) => (index % 2 === 0 ? lowest : highest)(known, index);

function pointsOf(model: Model, state: State, keys: readonly string[], pick: Pick): State {
  return keys.reduce((current, key, index) => {
    const variable = model.variables.get(key);
    const domain = current.domains.get(key) ?? variable?.initial;
    if (!variable || variable.formula || domain?.known?.kind !== 'number') return current;
    const value = pick(domain.known, index);
    const point: Abstract = { none: false, known: { ...domain.known, low: value, high: value } };
    return withDomain(current, key, point);
  }, state);
}

/** Two cases that differ in one variable; null where its values cannot be told apart. */
function splitDomain({ model, state }: View, key: string): readonly State[] | null {
  const variable = model.variables.get(key);
  if (!variable || variable.formula || variable.part) return null;
  const domain = state.domains.get(key) ?? variable.initial;
  if (domain.none && domain.known !== null) {
    const some = withDuties(withDomain(state, key, withoutNone(domain)), shownDuties({ model }, key));
    return [withDomain(state, key, noValue), some];
  }
  const parts = domain.known && halves(domain.known);
  return (
    parts
      ?.map((known) => withDomain(state, key, { none: domain.none, known }))
      .filter((each) => !isEmpty(each.domains.get(key) ?? noValue)) ?? null
  );
}

function halves(known: Known): readonly Known[] | null {
  if (known.kind === 'number') {
    if (known.low === known.high) return null;
    const middle = Math.floor((known.low + known.high) / 2);
    return [
      { ...known, high: middle },
      { ...known, low: middle + 1 },
    ];
  }
  if (known.kind === 'truth')
    return known.yes && known.no
      ? [
          { kind: 'truth', yes: true, no: false },
          { kind: 'truth', yes: false, no: true },
        ]
      : null;
  const [first, ...rest] = known.kind === 'text' ? known.values : [];
  if (known.kind !== 'text' || first === undefined || (rest.length === 0 && known.other === null))
    return null;
  return [
    { kind: 'text', values: new Set([first]), other: null },
    { ...known, values: new Set(rest) },
  ];
}

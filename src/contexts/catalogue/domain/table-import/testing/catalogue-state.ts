import { localDate } from '#kernel';
import type { Nachfolge } from '../../nachfolge.ts';
import type { KnownLeistung } from '../match.ts';
import { planTableImport, type TableImportPlan } from '../plan-table-import.ts';
import type { Decision } from '../proposals.ts';
import type { LeistungFacts, RawLeistung } from '../raw-leistung.ts';

export const today = localDate('2026-11-22');

/** A catalogue over its Fassungen, as the database keeps it: nothing is ever forgotten. */
export interface State {
  readonly known: readonly KnownLeistung[];
  readonly nachfolgen: readonly Nachfolge[];
  readonly former: readonly (readonly LeistungFacts[])[];
}

export function begun(known: readonly KnownLeistung[]): State {
  return { known, nachfolgen: [], former: [known.map(({ facts }) => facts[0])] };
}

export function alive({ known }: State): readonly LeistungFacts[] {
  return known.flatMap(({ alive, facts }) => (alive ? [facts.at(-1) ?? facts[0]] : []));
}

export function importTable(
  state: State,
  rows: readonly RawLeistung[],
  decide: (at: number) => Decision,
): State {
  const input = {
    known: state.known,
    former: state.former,
    nachfolgen: state.nachfolgen,
    rows,
    untouched: new Set<string>(),
    complete: true,
  };
  const { proposals } = planTableImport({ ...input, decisions: new Map() });
  const decisions = new Map(proposals.map(({ id }, at) => [id, decide(at)]));
  return applied(state, planTableImport({ ...input, decisions }));
}

function applied(state: State, plan: TableImportPlan): State {
  const fassung = state.former.length + 1;
  const now = new Map(plan.leistungen.map((facts) => [facts.id, facts]));
  if (now.size !== plan.leistungen.length) throw new Error('a Leistung stands twice');
  const before = state.known.map((one): KnownLeistung => {
    const facts = now.get(one.id);
    now.delete(one.id);
    return facts ? { ...one, alive: true, facts: [...one.facts, facts] } : { ...one, alive: false };
  });
  const added = [...now.values()].map(
    (facts): KnownLeistung => ({ id: facts.id, facts: [facts], alive: true }),
  );
  const edges = plan.nachfolgen.map((edge) => ({ ...edge, fassung, seit: today, gilt: true }));
  return {
    known: [...before, ...added],
    nachfolgen: [...state.nachfolgen, ...edges],
    former: [...state.former, plan.leistungen],
  };
}

export function rowsOf(state: State): readonly RawLeistung[] {
  return alive(state).map(({ id: _id, ...facts }, at) => ({ ...facts, line: at + 2 }));
}

export function snapshotOf(state: State) {
  return {
    leistungById: new Map(alive(state).map((facts) => [facts.id, facts])),
    nachfolgen: state.nachfolgen,
  };
}

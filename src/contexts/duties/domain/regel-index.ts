import type { Regel } from './regel.ts';
import type { DutyLeistung } from './reichweite.ts';

/** Finds the rules that may reach a Leistung without trying all of them. */
export type RegelIndex = (leistung: DutyLeistung) => readonly Regel[];

/** Indexes rules by what they name; whether one that is found really reaches a Leistung, `rangOf` says. */
export function regelIndex(regeln: readonly Regel[]): RegelIndex {
  const byName = new Map<number | string, Regel[]>();
  for (const regel of regeln) {
    const { ozgIds, objekte, schluessel, leistungen } = regel.reichweite;
    for (const name of new Set([...ozgIds, ...objekte, ...schluessel, ...leistungen])) {
      const named = byName.get(name);
      if (named) named.push(regel);
      else byName.set(name, [regel]);
    }
  }
  return ({ ozgId, frueher = [], ...present }) => {
    const found = new Set<Regel>();
    const names = [present, ...frueher].flatMap(({ objekt, leika, id }) => [objekt, leika, id]);
    for (const name of [ozgId, ...names]) {
      if (name !== null) for (const regel of byName.get(name) ?? []) found.add(regel);
    }
    return [...found];
  };
}

import type { Punkt } from './punkt.ts';

/** What one service asks besides, and what it does not need. */
export interface Dienstliste {
  readonly dienst: string;
  readonly zusatz: readonly Punkt[];
  readonly entfaellt: readonly { readonly punkt: string; readonly grund: string }[];
}

/** The checklist of every service, and of some their own. */
export interface Katalog {
  readonly punkte: readonly Punkt[];
  readonly dienste: ReadonlyMap<string, Dienstliste>;
}

/** The checklist of one service: the common lines but the waived ones, then its own. What depended on a waived line no longer does. */
export function punkteFor({ punkte, dienste }: Katalog, dienst: string): readonly Punkt[] {
  const own = dienste.get(dienst);
  if (own === undefined) return punkte;
  const waived = new Set(own.entfaellt.map(({ punkt }) => punkt));
  return [...punkte.filter(({ id }) => !waived.has(id)), ...own.zusatz].map((punkt) => ({
    ...punkt,
    haengtAb: punkt.haengtAb.filter((id) => !waived.has(id)),
  }));
}

/** Whether open lines hold the start of a service up: those that have a checklist of their own. */
export function haeltStartAuf({ dienste }: Katalog, dienst: string): boolean {
  return dienste.has(dienst);
}

/** What is wrong with a catalogue, as sentences: unknown or circular dependencies, ids that are used twice. */
export function fehlerIm(katalog: Katalog): readonly string[] {
  return [null, ...katalog.dienste.keys()].flatMap((dienst) => {
    const punkte = dienst === null ? katalog.punkte : punkteFor(katalog, dienst);
    const where = dienst ?? 'alle Dienste';
    const ids = new Set(punkte.map(({ id }) => id));
    const doubled = punkte.length === ids.size ? [] : [`${where}: eine Kennung steht doppelt da`];
    const unknown = punkte.flatMap(({ id, haengtAb }) =>
      haengtAb
        .filter((each) => !ids.has(each))
        .map((each) => `${where}: ${id} hängt an ${each}, das es nicht gibt`),
    );
    return [...doubled, ...unknown, ...kreise(punkte).map((id) => `${where}: ${id} wartet auf sich selbst`)];
  });
}

function kreise(punkte: readonly Punkt[]): readonly string[] {
  const done = new Set<string>();
  let left = punkte;
  for (;;) {
    const ready = left.filter(({ haengtAb }) => haengtAb.every((id) => done.has(id)));
    if (ready.length === 0) return left.map(({ id }) => id);
    for (const { id } of ready) done.add(id);
    left = left.filter(({ id }) => !done.has(id));
    if (left.length === 0) return [];
  }
}

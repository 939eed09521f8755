import type { Baustein, Punkt } from './punkt.ts';

/** What one service asks besides, and what it does not need. */
export interface Dienstliste {
  readonly dienst: string;
  /** What the probes of this installation find holds the start up too, not only what the checklist lacks. */
  readonly streng: boolean;
  readonly bausteine: readonly Baustein[];
  readonly zusatz: readonly Punkt[];
  readonly entfaellt: readonly { readonly punkt: string; readonly grund: string }[];
}

/** The checklist of every service, and what some ask besides. */
export interface Katalog {
  readonly punkte: readonly Punkt[];
  readonly dienste: ReadonlyMap<string, Dienstliste>;
}

/**
 * The checklist of one service: the common lines but the waived ones and those of parts that it does not have, then its own.
 * What depended on a line that is not there no longer does.
 */
export function punkteFor({ punkte, dienste }: Katalog, dienst: string): readonly Punkt[] {
  const own = dienste.get(dienst);
  const waived = new Set(own?.entfaellt.map(({ punkt }) => punkt));
  const bausteine = new Set(own?.bausteine);
  const counts = ({ id, baustein }: Punkt) =>
    !waived.has(id) && (baustein === null || bausteine.has(baustein));
  const all = [...punkte.filter(counts), ...(own?.zusatz ?? [])];
  const gone = new Set(punkte.filter((punkt) => !counts(punkt)).map(({ id }) => id));
  return all.map((punkt) => ({ ...punkt, haengtAb: punkt.haengtAb.filter((id) => !gone.has(id)) }));
}

/** Whether what the probes find holds the start of a service up, and not only an open line. */
export function istStreng({ dienste }: Katalog, dienst: string): boolean {
  return dienste.get(dienst)?.streng === true;
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

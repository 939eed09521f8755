/** A step of a draft: what was done, numbered from 1. Steps are only ever added. */
export interface Schritt {
  readonly nummer: number;
  readonly art: 'begonnen' | 'geaendert' | 'zurueck' | 'vor';
}

/** Where a draft stands: whose content counts, and what „zurück“ and „vor“ would make count. */
export interface Lage {
  /** The step whose content counts; 0 where there is none. */
  readonly stand: number;
  readonly zurueck: number | null;
  readonly vor: number | null;
}

/** Works out from all steps which content counts: a change drops what was taken back before it. */
export function lageOf(schritte: readonly Schritt[]): Lage {
  const done: number[] = [];
  let undone: number[] = [];
  for (const { nummer, art } of schritte) {
    if (art === 'zurueck') {
      const last = done.length > 1 ? done.pop() : undefined;
      if (last !== undefined) undone.push(last);
    } else if (art === 'vor') {
      const next = undone.pop();
      if (next !== undefined) done.push(next);
    } else {
      done.push(nummer);
      undone = [];
    }
  }
  return { stand: done.at(-1) ?? 0, zurueck: done.at(-2) ?? null, vor: undone.at(-1) ?? null };
}

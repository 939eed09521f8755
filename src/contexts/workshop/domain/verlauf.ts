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

/** What was done and not taken back, and what was taken back and not dropped since. */
interface Stapel {
  readonly done: readonly number[];
  readonly undone: readonly number[];
}

/** Works out from all steps which content counts: a change drops what was taken back before it. */
export function lageOf(schritte: readonly Schritt[]): Lage {
  const { done, undone } = schritte.reduce<Stapel>(danach, { done: [], undone: [] });
  return { stand: done.at(-1) ?? 0, zurueck: done.at(-2) ?? null, vor: undone.at(-1) ?? null };
}

function danach({ done, undone }: Stapel, { nummer, art }: Schritt): Stapel {
  const [last, next] = [done.at(-1), undone.at(-1)];
  if (art === 'zurueck' && last !== undefined && done.length > 1)
    return { done: done.slice(0, -1), undone: [...undone, last] };
  if (art === 'vor' && next !== undefined) return { done: [...done, next], undone: undone.slice(0, -1) };
  return art === 'zurueck' || art === 'vor' ? { done, undone } : { done: [...done, nummer], undone: [] };
}

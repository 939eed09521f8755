import type { Felder } from './antwort.ts';

/** Two people wrote something different into the same field. */
export interface Feldkonflikt {
  readonly feld: string;
  readonly meins: string;
  readonly ihres: string;
}

export interface Zusammenfuehrung {
  /** What the answer becomes: the present one with every change that contradicts nobody. */
  readonly ergebnis: Felder;
  readonly konflikte: readonly Feldkonflikt[];
  /** Whether the result says something else than the present answer. */
  readonly neu: boolean;
}

/**
 * Joins what somebody typed with what others said meanwhile, field by field: a field that only one of them changed takes
 * that change, a field that both changed to the same keeps it, and everything else is told as a conflict and stays as the
 * others wrote it. `gelesen` is what the person had before their eyes.
 */
export function fuehreZusammen(gelesen: Felder, aktuell: Felder, getippt: Felder): Zusammenfuehrung {
  const ergebnis: Record<string, string> = { ...aktuell };
  const konflikte: Feldkonflikt[] = [];
  for (const [feld, meins] of Object.entries(getippt)) {
    const [vorher, ihres] = [gelesen[feld] ?? '', aktuell[feld] ?? ''];
    if (meins === vorher || meins === ihres) continue;
    if (ihres === vorher) ergebnis[feld] = meins;
    else konflikte.push({ feld, meins, ihres });
  }
  return { ergebnis: filled(ergebnis), konflikte, neu: !sameFelder(ergebnis, aktuell) };
}

/** Whether two answers say the same. */
export function sameFelder(a: Felder, b: Felder): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((feld) => (a[feld] ?? '') === (b[feld] ?? ''));
}

function filled(felder: Felder): Felder {
  return Object.fromEntries(Object.entries(felder).filter(([, text]) => text !== ''));
}

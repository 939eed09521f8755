import type { Regel } from './ausrollung.ts';

/** How many Sendungen there were, and how many of them could not be taken in. */
export interface Zahlen {
  readonly sendungen: number;
  readonly abgewiesen: number;
}

/** The Sendungen of the new version and of all others, of the same days. */
export interface Vergleich {
  readonly neu: Zahlen;
  readonly alt: Zahlen;
}

/** Whether the rule stops the rollout. Whole numbers throughout: no share is ever rounded. */
export function haeltAn({ mindestens, faktor }: Regel, { neu, alt }: Vergleich): boolean {
  if (neu.abgewiesen < mindestens) return false;
  if (alt.sendungen === 0) return true;
  return neu.abgewiesen * alt.sendungen > faktor * alt.abgewiesen * neu.sendungen;
}

/** The rule as a sentence, as every page shows it. */
export function regelText({ mindestens, faktor }: Regel): string {
  return `Die Ausrollung hält von selbst an, wenn in der neuen Fassung mindestens ${mindestens} Sendungen abgewiesen wurden und ihr Anteil mehr als das ${faktor}-Fache des Anteils in den anderen Fassungen ist.`;
}

/** What was counted, as a sentence. */
export function vergleichText({ neu, alt }: Vergleich): string {
  const of = ({ sendungen, abgewiesen }: Zahlen) => `${abgewiesen} von ${sendungen}`;
  return `Abgewiesen: ${of(neu)} Sendungen in der neuen Fassung, ${of(alt)} in den anderen.`;
}

/** Adds up the counts of versions: the one that is rolled out against all others. */
export function vergleichOf(zahlen: ReadonlyMap<string, Zahlen>, fassung: string): Vergleich {
  const sum = (list: readonly Zahlen[]) =>
    list.reduce(
      (all, one) => ({
        sendungen: all.sendungen + one.sendungen,
        abgewiesen: all.abgewiesen + one.abgewiesen,
      }),
      { sendungen: 0, abgewiesen: 0 },
    );
  const split = (wanted: boolean) =>
    sum([...zahlen].filter(([name]) => (name === fassung) === wanted).map(([, one]) => one));
  return { neu: split(true), alt: split(false) };
}

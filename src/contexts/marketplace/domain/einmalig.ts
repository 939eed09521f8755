import type { Bestellinhalt, Bestellzustand } from './bestellung.ts';
import type { Preis, Preisinhalt, Schaetzung } from './preisblatt.ts';

export const einmaligarten = ['faellig', 'keine', 'schon-vereinbart', 'schon-dabei', 'unbekannt'] as const;

/** What a Kommune pays once: due, nothing, agreed or due already, or not known here. `cent` where there is an amount. */
export interface Einmalig {
  readonly art: (typeof einmaligarten)[number];
  readonly cent: number | null;
}

/** On what it rests. */
export interface Einmaliglage {
  readonly preis: Pick<Preis, 'jahrCent' | 'einmaligCent'>;
  readonly blatt: Preisinhalt | null;
  readonly schaetzung: Schaetzung | null;
  /** The newest order of the Kommune. */
  readonly bestellung: {
    readonly zustand: Bestellzustand;
    readonly inhalt: Pick<Bestellinhalt, 'einmaligCent'>;
  } | null;
}

/**
 * What is once to pay. Who has a contract, or was billed already, does not pay again: a bill of running costs says nothing
 * about what joining came to, so that no zero is shown where nobody knows an amount.
 */
export function einmaligFuer({ preis, blatt, schaetzung, bestellung }: Einmaliglage): Einmalig {
  if (bestellung?.zustand === 'angenommen')
    return { art: 'schon-vereinbart', cent: bestellung.inhalt.einmaligCent };
  if (schaetzung?.abgerechnet === true) return { art: 'schon-dabei', cent: null };
  if (preis.jahrCent === null && blatt === null) return { art: 'unbekannt', cent: null };
  if (preis.einmaligCent > 0) return { art: 'faellig', cent: preis.einmaligCent };
  const unsaid = blatt !== null && blatt.jaehrlich.art === 'umlage' && schaetzung === null;
  return unsaid ? { art: 'unbekannt', cent: null } : { art: 'keine', cent: null };
}

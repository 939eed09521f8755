import type { Knoten } from './knoten.ts';

/** A check of a field beside its own form. */
export interface Pruefung {
  readonly holds: string;
  readonly message: string;
}

/** A question that the schema does not have: which one of several elements. */
export interface Wahl {
  readonly name: string;
  readonly elemente: readonly Knoten[];
  readonly regelId: string;
}

/** What rules make of the places of a form. Conditions of one place hold where one of them holds. */
export interface Steuerung {
  readonly erscheint: ReadonlyMap<Knoten, readonly string[]>;
  readonly pflicht: ReadonlyMap<Knoten, readonly string[]>;
  readonly pruefungen: ReadonlyMap<Knoten, readonly Pruefung[]>;
  readonly wahlen: readonly Wahl[];
  /** Groups whose showing a rule decides. */
  readonly gesteuert: ReadonlySet<Knoten>;
}

/** Several conditions of which one is enough. */
export function eineVon(ausdruecke: readonly string[]): string {
  const each = [...new Set(ausdruecke)];
  return each.length === 1 ? (each[0] ?? '') : each.map((ausdruck) => `(${ausdruck})`).join(' or ');
}

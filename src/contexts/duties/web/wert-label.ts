import type { Verteilungswert } from '../domain/regel.ts';

/** What a value of a rule's Verteilung says of a class. */
export const wertLabel: Readonly<Record<Verteilungswert, string>> = {
  S: 'selbst',
  K: 'der Kreis',
  A: 'nur nach Bestimmung, sonst der Kreis',
  L: 'Land',
  X: 'andere Stelle',
  '-': 'nicht einschlägig',
};

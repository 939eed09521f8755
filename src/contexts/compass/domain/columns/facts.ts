import type { StandFact } from './stand-fact.ts';

/** Statements as columns: at one place of all arrays stands one of them. They grow in place. */
export interface FactColumns {
  length: number;
  day: Uint16Array;
  zustand: Uint8Array;
  reifegrad11: Int8Array;
  reifegrad20: Int8Array;
  fallzahl: Int32Array;
  loesung: Uint16Array;
}

export function factColumns(capacity: number): FactColumns {
  return {
    length: 0,
    day: new Uint16Array(capacity),
    zustand: new Uint8Array(capacity),
    reifegrad11: new Int8Array(capacity),
    reifegrad20: new Int8Array(capacity),
    fallzahl: new Int32Array(capacity),
    loesung: new Uint16Array(capacity),
  };
}

/** Makes room for `further` statements behind the last. */
export function reserve(columns: FactColumns, further: number): void {
  const needed = columns.length + further;
  if (needed <= columns.day.length) return;
  const larger = factColumns(Math.ceil(needed * 1.25) + 64);
  larger.day.set(columns.day);
  larger.zustand.set(columns.zustand);
  larger.reifegrad11.set(columns.reifegrad11);
  larger.reifegrad20.set(columns.reifegrad20);
  larger.fallzahl.set(columns.fallzahl);
  larger.loesung.set(columns.loesung);
  Object.assign(columns, larger, { length: columns.length });
}

export function writeFact(columns: FactColumns, at: number, fact: Omit<StandFact, 'cell'>): void {
  columns.day[at] = fact.day;
  columns.zustand[at] = fact.zustand;
  columns.reifegrad11[at] = fact.reifegrad11;
  columns.reifegrad20[at] = fact.reifegrad20;
  columns.fallzahl[at] = fact.fallzahl;
  columns.loesung[at] = fact.loesung;
}

/** Copies one statement from its place to another, in the same columns or in others. */
export function copyFact(from: FactColumns, source: number, to: FactColumns, target: number): void {
  to.day[target] = from.day[source] ?? 0;
  to.zustand[target] = from.zustand[source] ?? 0;
  to.reifegrad11[target] = from.reifegrad11[source] ?? 0;
  to.reifegrad20[target] = from.reifegrad20[source] ?? 0;
  to.fallzahl[target] = from.fallzahl[source] ?? 0;
  to.loesung[target] = from.loesung[source] ?? 0;
}

import type { Matrix } from './matrix.ts';
import { type Dimension, matching, type Where } from './pivot.ts';
import { eachCell, type Scope } from './scope.ts';
import { keineAngabe, unknown } from './stand-fact.ts';
import type { StandOn } from './stand-on.ts';

/** A share that keeps its two numbers, so that nobody has to round it. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** How far the duties of one part are covered. Every pair (Kommune, Leistung) counts, online or not. */
export interface Coverage {
  /** Of the pairs that are owed, those that are online. For a single Leistung: of its Kommunen. */
  readonly kommunen: Share;
  /** The same, each pair with the inhabitants of its Kommune; pairs without known inhabitants are left out. */
  readonly einwohner: Share;
  /** The same, each pair with its cases; pairs without a known Fallzahl are left out. */
  readonly faelle: Share;
  /** Pairs about which nobody has said anything. */
  readonly ohneAngabe: number;
  /** Pairs whose Fallzahl nobody knows. */
  readonly ohneFallzahl: number;
  /** Pairs of Kommunen whose inhabitants are not known. */
  readonly ohneEinwohner: number;
}

export interface CoverageQuestion {
  readonly scope: Scope;
  /** What counts as online. */
  readonly where: Where;
  readonly parts: Dimension & { readonly by: 'body' | 'leistung' };
}

/** The coverage of each part of a dimension. */
export function coverage(
  matrix: Matrix,
  stand: StandOn,
  { scope, where, parts }: CoverageQuestion,
): readonly Coverage[] {
  const inhabitants = Float64Array.from(matrix.bodies, ({ einwohner }) => einwohner ?? 0);
  const owed = totals(parts.size);
  const online = totals(parts.size);
  const silent = new Float64Array(parts.size);
  const unpeopled = new Float64Array(parts.size);
  const isOnline = matching(stand, where);
  const byBody = parts.by === 'body';
  const { slotOf, zustand, fallzahl } = stand;
  eachCell(matrix, scope, (cell, body, leistung) => {
    const at = parts.part[byBody ? body : leistung] ?? 0;
    const people = inhabitants[body] ?? 0;
    const slot = slotOf[cell] ?? 0;
    const cases = fallzahl[slot] ?? unknown;
    count(owed, at, people, cases);
    if (isOnline(slot)) count(online, at, people, cases);
    if (zustand[slot] === keineAngabe) add(silent, at, 1);
    if (people === 0) add(unpeopled, at, 1);
  });
  return Array.from({ length: parts.size }, (_, at) => ({
    kommunen: { part: online.pairs[at] ?? 0, whole: owed.pairs[at] ?? 0 },
    einwohner: { part: online.people[at] ?? 0, whole: owed.people[at] ?? 0 },
    faelle: { part: online.cases[at] ?? 0, whole: owed.cases[at] ?? 0 },
    ohneAngabe: silent[at] ?? 0,
    ohneFallzahl: (owed.pairs[at] ?? 0) - (owed.counted[at] ?? 0),
    ohneEinwohner: unpeopled[at] ?? 0,
  }));
}

interface Totals {
  readonly pairs: Float64Array;
  readonly people: Float64Array;
  readonly cases: Float64Array;
  readonly counted: Float64Array;
}

function totals(size: number): Totals {
  const column = () => new Float64Array(size);
  return { pairs: column(), people: column(), cases: column(), counted: column() };
}

function count(into: Totals, at: number, people: number, cases: number): void {
  add(into.pairs, at, 1);
  add(into.people, at, people);
  if (cases === unknown) return;
  add(into.cases, at, cases);
  add(into.counted, at, 1);
}

function add(column: Float64Array, at: number, value: number): void {
  column[at] = (column[at] ?? 0) + value;
}

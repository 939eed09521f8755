import { compileTerm, type Node, type TermContext } from '../model/compile-term.ts';
import type { Term } from '../model/term.ts';
import { anyRow } from './any-row.ts';
import { type Desk, pathTo } from './ask.ts';

export type Row = NonNullable<TermContext['entry']>['row'];

export function different(a: Row | undefined, b: Row | undefined): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

export function termAt({ model }: Desk, node: Node | null, table: string, row: Row): Term {
  return node ? compileTerm(node, { ...model.context, entry: { table, row } }) : anyRow;
}

/** More pairs of entries than this are not compared. */
const mostPairs = 400;

export function overlapping(
  desk: Desk,
  place: string,
  terms: readonly Term[],
  before: readonly (Term | null)[],
  page: number,
  matters: (a: number, b: number) => boolean,
): boolean {
  let pairs = 0;
  for (const [a, first] of terms.entries()) {
    for (const [b, second] of terms.entries()) {
      if (b <= a || !matters(a, b)) continue;
      pairs += 1;
      if (pairs > mostPairs) return false;
      const question = { page, must: [...before, first, second] };
      const walked = pathTo(desk, place, 'Passt immer nur ein Eintrag der Tabelle?', question, () => true);
      if (walked) return true;
    }
  }
  return false;
}

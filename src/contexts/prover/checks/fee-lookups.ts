import { add } from '../finding.ts';
import { compileTerm, type Node, type TermContext } from '../model/compile-term.ts';
import type { Term } from '../model/term.ts';
import type { Desk } from './ask.ts';
import { overlapping, type Row } from './overlapping-rows.ts';

/** „lookup“ takes the first entry that fits; where two fit and say different things, the order of the table decides. */
export function checkLookups(
  desk: Desk,
  node: Node,
  place: string,
  context: TermContext,
  before: readonly (Term | null)[],
): void {
  for (const { table, condition, value } of lookupsIn(node)) {
    const rows = desk.model.context.values?.tables[table] ?? [];
    const at = (part: Node, row: Row) => compileTerm(part, { ...context, entry: { table, row } });
    const terms = rows.map((row) => at(condition, row));
    const values = rows.map((row) => at(value, row).id);
    const page = desk.model.pages.length;
    if (!overlapping(desk, place, terms, before, page, (a, b) => values[a] !== values[b])) continue;
    add(desk.report, 'reihenfolge', {
      place,
      message: `In der Tabelle „${table}“ passen zwei Einträge zugleich und sagen Verschiedenes. Es zählt, welcher zuerst steht.`,
      remedy: 'Grenzen Sie die Einträge der Tabelle so ab, dass immer nur einer passt.',
    });
  }
}

function lookupsIn(node: Node): { table: string; condition: Node; value: Node }[] {
  if (node.op === 'call') {
    const [over, condition, value] = node.args;
    const own =
      node.name === 'lookup' && over?.op === 'ref' && condition && value
        ? [{ table: over.path[1] ?? '', condition, value }]
        : [];
    return [...own, ...node.args.flatMap(lookupsIn)];
  }
  if (node.op === 'binary') return [...lookupsIn(node.left), ...lookupsIn(node.right)];
  return node.op === 'not' || node.op === 'negate' ? lookupsIn(node.operand) : [];
}

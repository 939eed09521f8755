import { type Evaluation, feeOf, isSubmittable } from '#forms';
import { add } from '../finding.ts';
import { wayTo } from '../model/build-model.ts';
import { compileTerm, type Node, type TermContext } from '../model/compile-term.ts';
import { optionTerms } from '../model/field-rules.ts';
import type { ModelFeeLine, ModelField } from '../model/model.ts';
import type { Term } from '../model/term.ts';
import { type Desk, isImpossible, nameOf, pathTo, shownBefore } from './ask.ts';
import { becauseOf } from './dead.ts';

/** Lines that never fall due, never get an amount, or get none for some answers; tables in which two entries fit. */
export function checkFees(desk: Desk): void {
  for (const line of desk.model.fee) {
    if (isNeverDue(desk, line)) continue;
    if (desk.model.context.values === null) continue;
    checkAmount(desk, line);
    checkLookups(
      desk,
      line.line.amount.node,
      line.line.amount.place,
      lineContext(desk, line),
      dueWhen(desk, line),
    );
  }
}

function lineContext({ model }: Desk, { line }: ModelFeeLine): TermContext {
  return line.group === null ? model.context : { ...model.context, row: line.group };
}

function dueWhen({ model }: Desk, { line, condition }: ModelFeeLine): readonly (Term | null)[] {
  const rows: Term | null =
    line.group === null
      ? null
      : { op: 'rows', id: `any(${line.group},)`, name: 'any', group: line.group, term: anyRow };
  return [wayTo(model, model.pages.length), rows, condition];
}

const anyRow: Term = {
  op: 'value',
  id: 'true',
  value: { none: false, known: { kind: 'truth', yes: true, no: false } },
};

function isNeverDue(desk: Desk, line: ModelFeeLine): boolean {
  const { id, place } = line.line;
  const question = { page: desk.model.pages.length, must: dueWhen(desk, line) };
  if (!isImpossible(desk, place, `Fällt die Gebühr „${id}“ je an?`, question)) return false;
  add(desk.report, 'gebuehr-nie', {
    place: `${place}.condition`,
    message: `Die Gebühr „${id}“ fällt bei keinen Antworten an, mit denen jemand bis zum Ende kommt.`,
    remedy: 'Ändern Sie die Bedingung, oder streichen Sie die Zeile.',
    because: becauseOf(desk, line.condition, `${place}.condition`),
  });
  return true;
}

function checkAmount(desk: Desk, line: ModelFeeLine): void {
  const { id, amount, place } = line.line;
  const page = desk.model.pages.length;
  const has: Term = { op: 'answered', id: `answered(${line.amount.id})`, term: line.amount };
  const due = dueWhen(desk, line);
  const because = [`${amount.place}: ${amount.source}`];
  if (
    isImpossible(desk, amount.place, `Gibt es je einen Betrag für „${id}“?`, { page, must: [...due, has] })
  ) {
    add(desk.report, 'gebuehr-nie', {
      place: amount.place,
      message: `Für die Gebühr „${id}“ ergibt sich bei keinen Antworten ein Betrag.`,
      remedy: 'Prüfen Sie den Betrag und die Tabelle der Kommune.',
      because,
    });
    return;
  }
  const question = { page, must: due, mustNot: [has] };
  const walked = pathTo(
    desk,
    amount.place,
    `Gibt es immer einen Betrag für „${id}“?`,
    question,
    (evaluation) => lacksAmount(evaluation, id),
  );
  if (!walked) return;
  add(desk.report, 'gebuehr-luecke', {
    place: amount.place,
    message: `Für die Gebühr „${id}“ fehlt mit diesen Antworten der Betrag.`,
    remedy: `Ergänzen Sie die Tabelle der Kommune oder den Ausdruck unter ${place}.`,
    because,
    path: walked,
  });
}

function lacksAmount(evaluation: Evaluation, id: string): boolean {
  return (
    isSubmittable(evaluation) &&
    feeOf(evaluation).lines.some((line) => line.id.split('.')[0] === id && line.cents === null)
  );
}

/** Options of one value that stand twice in a table: the first one's text counts. */
export function checkTables(desk: Desk, each: ModelField): void {
  const { field } = each;
  const { formula, place } = field;
  if (formula) {
    const context = each.group ? { ...desk.model.context, row: each.group.id } : desk.model.context;
    checkLookups(desk, formula.node, formula.place, context, [
      ...shownBefore(desk.model, each),
      each.condition,
    ]);
  }
  if (field.options?.kind !== 'table' || desk.model.context.values === null) return;
  const { options } = field;
  const rows = desk.model.context.values.tables[options.table] ?? [];
  for (const { value } of optionTerms(field, desk.model.context)) {
    const same = rows.filter((row) => row[options.column] === value);
    const terms = same.map((row) => termAt(desk, options.condition?.node ?? null, options.table, row));
    if (
      !overlapping(desk, `${place}.options`, terms, [...shownBefore(desk.model, each)], each.page, (a, b) =>
        different(same[a], same[b]),
      )
    )
      continue;
    add(desk.report, 'reihenfolge', {
      place: `${place}.options`,
      message: `„${value}“ steht bei ${nameOf(field)} zweimal zur Wahl. Nur der erste Eintrag der Tabelle „${options.table}“ zählt.`,
      remedy: 'Geben Sie jedem Eintrag einen eigenen Wert, oder streichen Sie den doppelten.',
    });
  }
}

type Row = NonNullable<TermContext['entry']>['row'];

function different(a: Row | undefined, b: Row | undefined): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

function termAt({ model }: Desk, node: Node | null, table: string, row: Row): Term {
  return node ? compileTerm(node, { ...model.context, entry: { table, row } }) : anyRow;
}

/** More pairs of entries than this are not compared. */
const mostPairs = 400;

function overlapping(
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

/** „lookup“ takes the first entry that fits; where two fit and say different things, the order of the table decides. */
function checkLookups(
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

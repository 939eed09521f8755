import { add } from '../finding.ts';
import { optionTerms } from '../model/field-rules.ts';
import type { ModelField } from '../model/model.ts';
import { contextIn, type Desk, nameOf, shownBefore } from './ask.ts';
import { checkLookups } from './fee-lookups.ts';
import { different, overlapping, termAt } from './overlapping-rows.ts';

/** Options of one value that stand twice in a table: the first one's text counts. */
export function checkTables(desk: Desk, each: ModelField): void {
  const { field } = each;
  const { formula, place } = field;
  if (formula) {
    const context = contextIn(desk.model, each);
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

import { type Evaluation, feeOf, isSubmittable } from '#forms';
import { add } from '../finding.ts';
import { wayTo } from '../model/build-model.ts';
import type { TermContext } from '../model/compile-term.ts';
import type { ModelFeeLine } from '../model/model.ts';
import { type Term, variablesIn } from '../model/term.ts';
import { anyRow } from './any-row.ts';
import { type Desk, isImpossible, pathTo } from './ask.ts';
import { becauseOf } from './dead.ts';
import { checkLookups } from './fee-lookups.ts';

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

function isNeverDue(desk: Desk, line: ModelFeeLine): boolean {
  const { id, place } = line.line;
  const question = { page: desk.model.pages.length, must: dueWhen(desk, line) };
  if (!isImpossible(desk, place, `Fällt die Gebühr „${id}“ je an?`, question)) return false;
  if (isLeftToKommune(desk, line)) return true;
  add(desk.report, 'gebuehr-nie', {
    place: `${place}.condition`,
    message: `Die Gebühr „${id}“ fällt bei keinen Antworten an, mit denen jemand bis zum Ende kommt.`,
    remedy: 'Ändern Sie die Bedingung, oder streichen Sie die Zeile.',
    because: becauseOf(desk, line.condition, `${place}.condition`),
  });
  return true;
}

/** Whether a Kommune's own values alone decide that it asks no such fee; that is no fault. */
function isLeftToKommune({ model }: Desk, { condition }: ModelFeeLine): boolean {
  return model.context.values !== null && condition !== null && variablesIn(condition).size === 0;
}

function checkAmount(desk: Desk, line: ModelFeeLine): void {
  const { id, amount } = line.line;
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
    remedy: `Ergänzen Sie die Tabelle der Kommune oder den Betrag dieser Zeile.`,
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

import { add } from '../finding.ts';
import { compileTerm } from '../model/compile-term.ts';
import type { ModelField } from '../model/model.ts';
import { contextIn, type Desk, isImpossible, keyOf, nameOf, shownBefore } from './ask.ts';
import { checkBounds } from './blocked-bounds.ts';
import { checkChoices } from './blocked-choices.ts';
import { checkEnd } from './blocked-end.ts';
import { checkEmpty } from './check-empty.ts';
import { answered } from './state-of-field.ts';

/** Places where somebody cannot go on: answers that nothing accepts, duties that nobody sees, pages without content, no end. */
export function checkBlocked(desk: Desk, dead: ReadonlySet<number>): void {
  for (const field of desk.model.fields) {
    if (dead.has(field.page) || field.field.kind !== 'input') continue;
    checkAccepts(desk, field);
    checkChecks(desk, field);
    checkRequired(desk, field);
    checkChoices(desk, field);
    checkBounds(desk, field);
  }
  for (const page of desk.model.pages) if (!dead.has(page.index)) checkEmpty(desk, page.index);
  checkEnd(desk);
}

/** Whether any answer is accepted at all. */
function checkAccepts(desk: Desk, each: ModelField): void {
  const { field, page, condition } = each;
  const rules = desk.model.variables.get(keyOf(each))?.rules ?? [];
  if (rules.length === 0) return;
  const must = [...shownBefore(desk.model, each), condition, answered(keyOf(each)), ...rules];
  if (!isImpossible(desk, field.place, `Nimmt ${nameOf(field)} eine Antwort an?`, { page, must })) return;
  add(desk.report, 'widerspruch', {
    place: field.checks.length > 0 ? `${field.place}.checks` : field.place,
    message: `${nameOf(field)} nimmt keine Antwort an: Grenzen und Prüfungen schließen einander aus.`,
    remedy: 'Ändern Sie eine der Grenzen oder Prüfungen.',
    because: [...field.checks, field.from, field.to].flatMap((part) =>
      part ? [`${part.place}: ${part.source}`] : [],
    ),
  });
}

/** A check that no accepted answer can break says nothing. */
function checkChecks(desk: Desk, each: ModelField): void {
  const { field, page, condition } = each;
  const context = contextIn(desk.model, each);
  for (const check of field.checks) {
    const term = compileTerm(check.node, context);
    const must = [...shownBefore(desk.model, each), condition, answered(keyOf(each))];
    const question = { page, must, mustNot: [term], without: new Set([keyOf(each)]) };
    if (!isImpossible(desk, check.place, `Kann die Prüfung von ${nameOf(field)} anschlagen?`, question))
      continue;
    add(desk.report, 'bedingung-immer', {
      place: check.place,
      message: `Die Prüfung von ${nameOf(field)} schlägt nie an: Das Feld nimmt solche Antworten gar nicht an.`,
      remedy: 'Streichen Sie die Prüfung, oder prüfen Sie, was gemeint war.',
      because: [`${check.place}: ${check.source}`],
    });
  }
}

/** Required only where the field is not shown. */
function checkRequired(desk: Desk, each: ModelField): void {
  const { field, page, condition } = each;
  if (typeof field.required === 'boolean') return;
  const { place, source, node } = field.required;
  const required = compileTerm(node, contextIn(desk.model, each));
  const before = shownBefore(desk.model, each);
  if (
    !isImpossible(desk, place, `Ist ${nameOf(field)} je Pflicht?`, {
      page,
      must: [...before, condition, required],
    })
  )
    return;
  const hidden =
    condition !== null &&
    !isImpossible(desk, place, `Kann ${source} gelten?`, { page, must: [...before, required] });
  add(desk.report, 'pflicht-versteckt', {
    place,
    message: hidden
      ? `${nameOf(field)} ist nur dann Pflicht, wenn das Feld nicht zu sehen ist.`
      : `${nameOf(field)} ist nie Pflicht: Die Bedingung dafür gilt bei keinen Antworten.`,
    remedy: 'Bringen Sie „Pflicht“ (required) und „Erscheint nur, wenn“ (condition) in Einklang.',
    because: [
      `${place}: ${source}`,
      ...(field.condition ? [`${field.condition.place}: ${field.condition.source}`] : []),
    ],
  });
}

import { type Evaluation, isSubmittable } from '#forms';
import { add } from '../finding.ts';
import { wayTo } from '../model/build-model.ts';
import { comparison, compileTerm } from '../model/compile-term.ts';
import { optionTerms } from '../model/field-rules.ts';
import type { ModelField } from '../model/model.ts';
import { allOf, type Term, variable } from '../model/term.ts';
import { type Desk, isImpossible, keyOf, nameOf, pathTo, shownBefore } from './ask.ts';
import { becauseOf } from './dead.ts';

type FieldState = Evaluation['pages'][number]['fields'][number];

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

function answered(key: string): Term {
  return { op: 'answered', id: `answered(${key})`, term: variable(key) };
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
  const { field, page, condition, group } = each;
  const context = group ? { ...desk.model.context, row: group.id } : desk.model.context;
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
  const { field, page, condition, group } = each;
  if (typeof field.required === 'boolean') return;
  const { place, source, node } = field.required;
  const required = compileTerm(node, group ? { ...desk.model.context, row: group.id } : desk.model.context);
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
    remedy: 'Bringen Sie „required“ und „condition“ des Feldes in Einklang.',
    because: [
      `${place}: ${source}`,
      ...(field.condition ? [`${field.condition.place}: ${field.condition.source}`] : []),
    ],
  });
}

/** Somebody must choose and nothing stands to choose. */
function checkChoices(desk: Desk, each: ModelField): void {
  const { model } = desk;
  const { field, page, condition, group } = each;
  if (!field.options) return;
  if (field.options.kind === 'table' && model.context.values === null) return;
  const options = optionTerms(field, group ? { ...model.context, row: group.id } : model.context);
  if (options.some(({ allowed }) => allowed === null)) return;
  const required = model.variables.get(keyOf(each))?.required ?? null;
  const question = {
    page,
    must: [...shownBefore(model, each), condition, required],
    mustNot: options.map(({ allowed }) => allowed),
    without: new Set([keyOf(each)]),
  };
  const place = `${field.place}.options`;
  const walked = pathTo(
    desk,
    place,
    `Steht bei ${nameOf(field)} immer etwas zur Wahl?`,
    question,
    (evaluation) => hasNothingToChoose(evaluation, each),
  );
  if (!walked) return;
  add(desk.report, 'sackgasse', {
    place,
    message: `Bei ${nameOf(field)} steht nichts zur Wahl, und ohne Wahl geht es nicht weiter.`,
    remedy: 'Sorgen Sie für mindestens eine Auswahl, oder zeigen Sie das Feld dann nicht.',
    path: walked,
  });
}

function hasNothingToChoose(evaluation: Evaluation, { field, group }: ModelField): boolean {
  const states = evaluation.pages.flatMap(({ fields }) => fields);
  const isEmpty = (state: FieldState): boolean =>
    state.field.id === field.id &&
    state.field.kind === 'input' &&
    state.visible &&
    state.required &&
    state.field.choices?.visible(evaluation.env).length === 0;
  if (!group) return states.some(isEmpty);
  return states.some(
    (state) =>
      'rows' in state &&
      state.field.id === group.id &&
      state.rows.some(({ row, fields }) => {
        evaluation.env.rows[0] = row;
        const found = fields.some(isEmpty);
        evaluation.env.rows[0] = undefined;
        return found;
      }),
  );
}

/** The earliest day lies after the latest. */
function checkBounds(desk: Desk, each: ModelField): void {
  const { field, page, condition, group } = each;
  if (!field.from || !field.to) return;
  const context = group ? { ...desk.model.context, row: group.id } : desk.model.context;
  const crossed = comparison('<', compileTerm(field.to.node, context), compileTerm(field.from.node, context));
  const required = desk.model.variables.get(keyOf(each))?.required ?? null;
  const must = [...shownBefore(desk.model, each), condition, required, crossed];
  const place = `${field.place}.from`;
  const walked = pathTo(
    desk,
    place,
    `Liegt bei ${nameOf(field)} „ab“ immer vor „bis“?`,
    { page, must },
    (evaluation) => evaluation.pages[page]?.reachable === true && hasField(evaluation, each),
  );
  if (!walked) return;
  add(desk.report, 'sackgasse', {
    place,
    message: `Bei ${nameOf(field)} liegt mit diesen Antworten der früheste Tag nach dem spätesten. Kein Tag passt.`,
    remedy: 'Ändern Sie „from“ oder „to“, oder prüfen Sie die frühere Antwort.',
    because: [`${field.from.place}: ${field.from.source}`, `${field.to.place}: ${field.to.source}`],
    path: walked,
  });
}

function hasField(evaluation: Evaluation, { field, group }: ModelField): boolean {
  const states = evaluation.pages.flatMap(({ fields }) => fields);
  return states.some((state) => state.field.id === (group ?? field).id && state.visible);
}

/** A page on the way on which nothing is to be seen. */
function checkEmpty(desk: Desk, index: number): void {
  const { model } = desk;
  const page = model.pages[index];
  const fields = model.fields.filter((each) => each.page === index && each.group === null && isSeen(each));
  if (!page || fields.some(({ condition, around }) => condition === null && around.length === 0)) return;
  const question = {
    page: index,
    must: [wayTo(model, index)],
    mustNot: fields.map(shownWhole),
  };
  const walked = pathTo(
    desk,
    page.place,
    `Hat die Seite „${page.id}“ immer einen Inhalt?`,
    question,
    (evaluation) => {
      const state = evaluation.pages[index];
      return (
        state?.reachable === true &&
        state.fields.every((field) => !field.visible || !isSeenField(field.field))
      );
    },
  );
  if (!walked) return;
  add(desk.report, 'leere-seite', {
    place: page.place,
    message: `Die Seite „${page.id}“ gehört mit diesen Antworten zum Weg, zeigt aber nichts.`,
    remedy: 'Geben Sie der Seite die Bedingung ihrer Felder.',
    because: becauseOf(desk, page.condition, `${page.place}.condition`),
    path: walked,
  });
}

function shownWhole({ condition, around }: ModelField): Term {
  return allOf([...around, ...(condition ? [condition] : [])]);
}

function isSeen({ field }: ModelField): boolean {
  return isSeenField(field.compiled);
}

function isSeenField(field: ModelField['field']['compiled']): boolean {
  return field.kind !== 'calculated' || field.definition.show === true;
}

/** Somebody must be able to submit. */
function checkEnd(desk: Desk): void {
  const { model } = desk;
  const end = model.pages.length;
  const question = { page: end, must: [wayTo(model, end)] };
  const place = 'pages';
  const asked = 'Kommt jemand bis zum Absenden?';
  if (isImpossible(desk, place, asked, question)) {
    add(desk.report, 'ende-unerreichbar', {
      place,
      message: 'Keine Antworten führen bis zum Absenden: Jeder Weg endet vorher.',
      remedy: 'Prüfen Sie die Bedingungen der Seiten, die den Weg beenden (exit).',
      because: model.pages
        .filter(({ exit }) => exit)
        .flatMap(({ place: at, condition }) => becauseOf(desk, condition, `${at}.condition`)),
    });
  } else {
    pathTo(desk, place, asked, question, isSubmittable);
  }
}

import { type Answers, type Evaluation, evaluate, type FormContext, reachablePages } from '#forms';
import type { LocalDate } from '#kernel';
import type { InspectedField, Model } from '../model/model.ts';
import { countKey, groupWithin, isOfRows, keyIn, withoutRowsOf } from '../model/row-path.ts';
import { sampleParameters } from '../sample-parameters.ts';
import type { Abstract } from '../values/abstract.ts';
import { dateOf } from '../values/dates.ts';
import { completeAnswers } from './complete-answers.ts';
import { rowDemands, solve } from './solve.ts';
import { emptyState } from './state.ts';
import { type View, viewOf } from './view.ts';

type Json = Answers[string];

/** Answers that show a finding, and the pages on which they are given. */
export interface Path {
  readonly answers: Answers;
  readonly pages: readonly string[];
}

/** A path that was walked by the engine that runs the form for citizens. */
export interface Walked extends Path {
  readonly evaluation: Evaluation;
}

/**
 * Turns a case of the search into answers, fills what else must be answered before the page, and lets the engine that
 * citizens use run them. Null where the result does not show what was looked for.
 */
export function walk(view: View, page: number, shows: (evaluation: Evaluation) => boolean): Walked | null {
  const { model } = view;
  const context = contextOf(model);
  for (const lowest of [true, false]) {
    const fixed = answersOf(view, lowest, context);
    const evaluation = completeAnswers(model.inspection.form, context, fixed, page, literalsOf(model));
    if (evaluation && shows(evaluation)) return walkedOf(evaluation, page);
  }
  return null;
}

export function walkedOf(evaluation: Evaluation, page: number): Walked {
  const way = reachablePages(evaluation);
  const { pageIndex } = evaluation.form;
  return {
    answers: evaluation.answers,
    pages: way.filter((id) => (pageIndex.get(id) ?? 0) <= page),
    evaluation,
  };
}

/** What the engine runs with; where the proof is for every Kommune, plain values. */
export function contextOf({ context, today, inspection }: Model): FormContext {
  const parameters = context.values ?? sampleParameters(inspection.form.parameters);
  return { parameters, today: today as LocalDate };
}

/** The texts and numbers that stand in the form's own expressions: answers there are often just these. */
export function literalsOf({ inspection }: Model): readonly Json[] {
  const text = JSON.stringify(inspection.form.definition);
  const dates = [...text.matchAll(/\b(\d{4}-\d{2}-\d{2})\b/g)].map(([date]) => date);
  const numbers = [...text.matchAll(/(?<![\d-])(\d{1,7})(?![\d-])/g)].map(([number]) => Number(number));
  const around = [...new Set(numbers)].slice(0, 60).flatMap((number) => [number, number + 1, number - 1]);
  return [...new Set<Json>([...dates, ...around])];
}

function answersOf(view: View, lowest: boolean, context: FormContext): Answers {
  const { model } = view;
  const start = evaluate(model.inspection.form, {}, context);
  const answers: Record<string, Json> = {};
  for (const { field, rows } of model.fields) {
    if (rows !== null) continue;
    const answer =
      field.kind === 'group'
        ? rowsOf(view, field, null, lowest, start)
        : answerOf(view, field, field.id, lowest, start);
    if (answer !== undefined) answers[field.id] = answer;
  }
  return answers;
}

function answerOf(
  view: View,
  field: InspectedField,
  key: string,
  lowest: boolean,
  start: Evaluation,
): Json | undefined {
  if (field.kind !== 'input') return undefined;
  const parts = Object.keys(field.parts).filter((part) => view.state.domains.has(`${key}.${part}`));
  if (!view.state.domains.has(key) && parts.length === 0) return undefined;
  const domain = view.state.domains.get(key);
  if (domain?.known === null) return undefined;
  const { compiled } = field;
  if (compiled.kind !== 'input') return undefined;
  const wanted = parts.length > 0 ? partsAnswer(view, key, parts, lowest) : domain && jsonOf(domain, lowest);
  const candidates: (Json | undefined)[] = [wanted];
  return (
    candidates.find((each) => each !== undefined && compiled.behaviour.check(each, start.env).ok) ?? wanted
  );
}

const plainParts: Readonly<Record<string, Json>> = {
  street: 'Musterweg',
  number: '1',
  plz: '32657',
  city: 'Lemgo',
};

function partsAnswer(view: View, key: string, parts: readonly string[], lowest: boolean): Json {
  const given = parts.map((part): [string, Json] => {
    const domain = view.state.domains.get(`${key}.${part}`);
    return [part, (domain && jsonOf(domain, lowest)) ?? plainParts[part] ?? 'Muster'];
  });
  return { ...plainParts, ...Object.fromEntries(given) };
}

/** One answer out of a set, as the form takes it. */
export function jsonOf({ known }: Abstract, lowest: boolean): Json | undefined {
  if (known === null) return undefined;
  switch (known.kind) {
    case 'truth':
      return known.yes;
    case 'number': {
      const value = near(known.low, known.high, lowest);
      if (known.scale === 'date') return dateOf(value);
      return known.scale === 'decimal' ? value / 1000 : value;
    }
    case 'text': {
      const [first] = known.values;
      if (first !== undefined && (lowest || known.other === null)) return first;
      return known.other
        ? 'Musterwort'.padEnd(known.other.shortest, 'x').slice(0, Math.max(known.other.longest, 1))
        : first;
    }
    case 'texts':
      return [...(known.sure.size > 0 ? known.sure : [...known.maybe].slice(0, 1))];
    case 'any':
      return undefined;
  }
}

/** A bound of the range; without a bound an everyday value. */
function near(low: number, high: number, lowest: boolean): number {
  const isBounded = (value: number) => Math.abs(value) < 1_000_000_000;
  const preferred = lowest ? low : high;
  if (isBounded(preferred)) return preferred;
  const other = lowest ? high : low;
  return isBounded(other) ? other : Math.max(low, Math.min(high, 1));
}

/** As many rows as the case says: first those that single conditions want, then copies. */
function rowsOf(
  view: View,
  field: InspectedField,
  rows: string | null,
  lowest: boolean,
  start: Evaluation,
): Json | undefined {
  const group = groupWithin(rows, field.id);
  const count = view.state.domains.get(countKey(group))?.known;
  const demands = rowDemands(view).filter((demand) => demand.group === group);
  const own = [...view.state.domains.keys()].some((key) => isOfRows(key, group));
  const least = count?.kind === 'number' ? count.low : 0;
  if (least === 0 && demands.length === 0 && !own) return undefined;
  const views = [
    ...(own ? [view] : []),
    ...demands.flatMap(({ duties }) => rowCase(view, group, duties) ?? []),
  ];
  const filled = views.length > 0 ? views : [view];
  return Array.from({ length: Math.max(least, views.length, 1) }, (_, index) => {
    const from = filled[index % filled.length] ?? view;
    return { ...rowAnswers(from, field, group, lowest, start), key: String(index + 1) };
  });
}

function rowCase(view: View, group: string, duties: Parameters<typeof solve>[0]['duties']): View | null {
  const outcome = solve({
    model: view.model,
    duties,
    page: view.model.pages.length,
    start: { ...emptyState, domains: withoutRowsOf(view.state.domains, group) },
    limit: 120,
    confirm: (found) => viewOf(found.model, found.state, { page: view.model.pages.length }),
  });
  return outcome.kind === 'found' ? outcome.found : null;
}

function rowAnswers(
  view: View,
  { fields }: InspectedField,
  group: string,
  lowest: boolean,
  start: Evaluation,
): Answers {
  const answers: Record<string, Json> = {};
  for (const field of fields) {
    const answer =
      field.kind === 'group'
        ? rowsOf(view, field, group, lowest, start)
        : answerOf(view, field, keyIn(group, field.id), lowest, start);
    if (answer !== undefined) answers[field.id] = answer;
  }
  return answers;
}

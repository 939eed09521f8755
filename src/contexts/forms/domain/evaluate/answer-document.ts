import type { InputField } from '../compile/form.ts';
import { formatValue } from '../expression/format-value.ts';
import type { Value } from '../expression/value.ts';
import { type Origin, originText, rowPlace } from '../provenance/origin.ts';
import {
  type Evaluation,
  type FieldState,
  type GroupState,
  inRow,
  isGroupState,
  type PageState,
  type RowFieldState,
  rowPrefix,
} from './evaluation.ts';

export interface AnswerRow {
  readonly field: string;
  /** The place of an answer in a row, which stays when rows before it go: `hunde.#7.chip`. */
  readonly place?: string;
  readonly question: string;
  readonly answer: string;
  /** Where the answer comes from, in words, where the applicant did not type it. */
  readonly origin?: string;
  /** The same for machines; without it the answer is the applicant's own statement. */
  readonly provenance?: Origin | { readonly kind: 'computed' };
}

interface AnswerPart {
  readonly title: string;
  readonly rows: readonly AnswerRow[];
}

/** The answers of one page; sections and the rows of its repeated groups stand in parts of their own („Hund 1“). */
export interface AnswerSection {
  readonly page: string;
  readonly title: string;
  readonly rows: readonly AnswerRow[];
  readonly parts: readonly AnswerPart[];
}

/** Questions and answers as people read them. It is kept with a submitted Antrag, because questions change. */
export interface AnswerDocument {
  readonly title: string;
  /** The language in which the applicant read and answered. */
  readonly language: string;
  readonly form: { readonly id: string; readonly version: number };
  readonly sections: readonly AnswerSection[];
}

/** The readable document of all answers on the way. Freiwillige fields without answer say so. */
export function answerDocument(evaluation: Evaluation): AnswerDocument {
  const { form, env } = evaluation;
  return {
    title: form.title(env),
    language: form.language,
    form: { id: form.definition.id, version: form.definition.version },
    sections: evaluation.pages
      .filter(({ reachable, page }) => reachable && !page.exit)
      .map((state) => sectionOf(state, evaluation))
      .filter(({ rows, parts }) => rows.length + parts.length > 0),
  };
}

/** Where fields stand. */
interface At {
  readonly evaluation: Evaluation;
  readonly prefix: string;
  readonly place: string;
  readonly values: readonly Value[];
  /** The titles of the rows around: „Hund 2“. */
  readonly within: string;
}

interface Writing {
  readonly rows: AnswerRow[];
  readonly parts: { title: string; rows: AnswerRow[] }[];
}

function sectionOf(state: PageState, evaluation: Evaluation): AnswerSection {
  const { env } = evaluation;
  const writing: Writing = { rows: [], parts: [] };
  write(state.fields, writing, writing.rows, {
    evaluation,
    prefix: '',
    place: '',
    values: env.values,
    within: '',
  });
  const parts = writing.parts.filter(({ rows }) => rows.length > 0);
  return { page: state.page.id, title: state.page.title(env), rows: writing.rows, parts };
}

function write(states: readonly FieldState[], writing: Writing, home: AnswerRow[], at: At): void {
  const { env } = at.evaluation;
  const open = new Map<unknown, AnswerRow[]>();
  for (const state of states) {
    if (!state.visible) continue;
    if (isGroupState(state)) writeGroup(state, writing, at);
    else if (state.field.kind === 'section') {
      const part = { title: titled(at.within, state.field.label(env)), rows: [] };
      writing.parts.push(part);
      open.set(state.field, part.rows);
    } else (open.get(state.field.section) ?? home).push(...rowsOf(state, at));
  }
}

function writeGroup(state: GroupState, writing: Writing, at: At): void {
  const { field } = state;
  const { env } = at.evaluation;
  for (const { row, fields, index, key } of state.rows) {
    inRow(env, field.depth, row, () => {
      const own = field.fixed?.[index];
      const title = own ? `${field.label(env)}: ${own(env)}` : `${field.item} ${index + 1}`;
      const part = { title: titled(at.within, title), rows: [] };
      writing.parts.push(part);
      write(fields, writing, part.rows, {
        evaluation: at.evaluation,
        prefix: rowPrefix(at.prefix + field.id, index),
        place: rowPlace(at.place + field.id, key),
        values: row.values,
        within: part.title,
      });
    });
  }
}

function titled(within: string, title: string): string {
  return within === '' ? title : `${within}, ${title}`;
}

function rowsOf(state: RowFieldState, at: At): AnswerRow[] {
  const { field } = state;
  const { env, form, origins } = at.evaluation;
  if (field.kind !== 'input' && field.kind !== 'calculated') return [];
  const place = at.prefix === '' ? {} : { place: at.place + field.id };
  const row = { field: at.prefix + field.id, ...place, question: field.label(env) };
  if (field.kind === 'calculated') {
    if (!field.definition.show) return [];
    const answer = formatValue(field.type, at.values[field.slot]);
    return [{ ...row, answer, origin: form.words.computed, provenance: { kind: 'computed' } }];
  }
  const answer = shown(field, state, at.evaluation);
  const origin = origins?.[at.place + field.id];
  if (origin === undefined) return [{ ...row, answer }];
  return [{ ...row, answer, origin: originText(form.words, origin), provenance: origin }];
}

function shown(field: InputField, { answer }: RowFieldState, { env, form: { words } }: Evaluation): string {
  if (answer === undefined || answer === null) {
    if (field.definition.type === 'declaration') return words.notConfirmed;
    return field.definition.type === 'consent' ? words.notConsented : words.unanswered;
  }
  return field.behaviour.show(answer, env) || words.unanswered;
}

import type { InputField } from '../compile/form.ts';
import { formatValue } from '../expression/format-value.ts';
import type { Env, Value } from '../expression/value.ts';
import { messages } from '../messages.ts';
import {
  type Evaluation,
  type GroupState,
  isGroupState,
  type PageState,
  type RowFieldState,
} from './evaluation.ts';

export interface AnswerRow {
  readonly field: string;
  readonly question: string;
  readonly answer: string;
  /** Where the answer comes from, where the applicant did not type it. */
  readonly origin?: string;
}

/** The answers of one page; the rows of its repeated groups stand in parts of their own („Hund 1“). */
export interface AnswerSection {
  readonly page: string;
  readonly title: string;
  readonly rows: readonly AnswerRow[];
  readonly parts: readonly { readonly title: string; readonly rows: readonly AnswerRow[] }[];
}

/** Questions and answers as people read them. It is kept with a submitted Antrag, because questions change. */
export interface AnswerDocument {
  readonly title: string;
  readonly form: { readonly id: string; readonly version: number };
  readonly sections: readonly AnswerSection[];
}

/** The readable document of all answers on the way. Freiwillige fields without answer say so. */
export function answerDocument(evaluation: Evaluation): AnswerDocument {
  const { form, env } = evaluation;
  return {
    title: form.title(env),
    form: { id: form.definition.id, version: form.definition.version },
    sections: evaluation.pages
      .filter(({ reachable, page }) => reachable && !page.exit)
      .map((state) => sectionOf(state, env))
      .filter(({ rows, parts }) => rows.length + parts.length > 0),
  };
}

function sectionOf(state: PageState, env: Env): AnswerSection {
  const rows: AnswerRow[] = [];
  const parts: AnswerSection['parts'][number][] = [];
  for (const field of state.fields) {
    if (!isGroupState(field)) rows.push(...rowsOf(field, env, env.values, ''));
    else if (field.visible) parts.push(...partsOf(field, env));
  }
  return { page: state.page.id, title: state.page.title(env), rows, parts };
}

function partsOf(group: GroupState, env: Env): AnswerSection['parts'][number][] {
  const parts = group.rows.map(({ values, fields, index }) => {
    env.row = values;
    const prefix = `${group.field.id}.${index}.`;
    const rows = fields.flatMap((state) => rowsOf(state, env, values, prefix));
    return { title: `${group.field.definition.item} ${index + 1}`, rows };
  });
  env.row = undefined;
  return parts;
}

function rowsOf(state: RowFieldState, env: Env, values: readonly Value[], prefix: string): AnswerRow[] {
  const { field } = state;
  if (!state.visible || field.kind === 'info') return [];
  const row = { field: prefix + field.id, question: field.label(env) };
  if (field.kind === 'input') return [{ ...row, answer: shown(field, state, env) }];
  if (!field.definition.show) return [];
  return [{ ...row, answer: formatValue(field.type, values[field.slot]), origin: messages.computed }];
}

function shown(field: InputField, { answer }: RowFieldState, env: Env): string {
  if (answer === undefined || answer === null) {
    return field.definition.type === 'declaration' ? messages.notConfirmed : messages.unanswered;
  }
  return field.behaviour.show(answer, env) || messages.unanswered;
}

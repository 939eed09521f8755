import { ok, type Result, refuse } from '#kernel';
import type { Form, FormField, RepeatedGroup } from '../compile/form.ts';
import { evaluate } from './evaluate.ts';
import { type Answers, type Evaluation, type FormContext, rowPrefix } from './evaluation.ts';
import { type PageAction, pageActionOf, shownFields } from './page-action.ts';
import { type PlacedProblem, problemsOfPage } from './problems.ts';
import { type PageFiles, readFields, rowCount } from './read-fields.ts';

/** What became of a page that was sent. */
export interface PageReading {
  readonly answers: Answers;
  readonly evaluation: Evaluation;
  /** `stay`: a row or file was added or removed, the same page comes again, without problems. */
  readonly go: 'next' | 'stay';
  readonly problems: readonly PlacedProblem[];
  /** Names of fields that only the new answers brought to light; they are asked for, not complained about. */
  readonly revealed: readonly string[];
  /** The field that should have the focus when the page comes again. */
  readonly focus: string | null;
  /** The language that somebody chose on the page; null where they did not, or the form does not speak it. */
  readonly language: string | null;
}

/**
 * Reads a page as a browser sent it, on top of the answers so far. Fields that the sender did not see keep their answers.
 * Sending the same page twice gives the same answers. Refuses unknown pages (`FORM_PAGE_UNKNOWN`) and more rows than the
 * group may have (`FORM_TOO_MANY_ROWS`).
 */
export function readPage(
  form: Form,
  answers: Answers,
  context: FormContext,
  pageId: string,
  sent: URLSearchParams,
  files: PageFiles = new Map(),
): Result<PageReading> {
  const page = form.pages[form.pageIndex.get(pageId) ?? -1];
  if (!page) {
    return refuse({
      kind: 'not-found',
      code: 'FORM_PAGE_UNKNOWN',
      message: 'Diese Seite gibt es im Formular nicht. Ihre Angaben sind gespeichert.',
    });
  }
  const crowded = crowdedGroup(page.fields, '', sent);
  if (crowded !== null) {
    const { name, group } = crowded;
    const message = form.words.tooManyRows(group.item, group.max);
    const fields = [{ field: name, message }];
    return refuse({ kind: 'too-large', code: 'FORM_TOO_MANY_ROWS', message, fields });
  }
  const action = pageActionOf(sent);
  const read = readFields(page, answers, {
    ...{ sent, files, action },
    shown: shownFields(sent),
    places: context.places ?? null,
  });
  return ok(outcome(form, read, context, pageId, sent, action));
}

/** A group of the page with more rows than it may have, nested ones included. */
function crowdedGroup(
  fields: readonly FormField[],
  prefix: string,
  sent: URLSearchParams,
): { readonly name: string; readonly group: RepeatedGroup } | null {
  for (const group of fields) {
    if (group.kind !== 'group') continue;
    const name = prefix + group.id;
    const count = rowCount(sent, name);
    if (count > group.max) return { name, group };
    if (!group.fields.some(({ kind }) => kind === 'group')) continue;
    for (let row = 0; row < count; row += 1) {
      const inner = crowdedGroup(group.fields, rowPrefix(name, row), sent);
      if (inner !== null) return inner;
    }
  }
  return null;
}

function outcome(
  form: Form,
  answers: Answers,
  context: FormContext,
  pageId: string,
  sent: URLSearchParams,
  action: PageAction,
): PageReading {
  const evaluation = evaluate(form, answers, context);
  if (action.kind !== 'next')
    return {
      ...{ answers, evaluation, go: 'stay', problems: [], revealed: [] },
      focus: focusAfter(action, sent),
      language: action.kind === 'language' && speaks(form, action.language) ? action.language : null,
    };
  const state = evaluation.pages[form.pageIndex.get(pageId) ?? -1];
  const problems = state ? problemsOfPage(state, evaluation.env) : [];
  const shown = shownFields(sent);
  const revealed = shown ? problems.filter(({ field, kind }) => kind === 'missing' && !shown.has(field)) : [];
  return {
    answers,
    evaluation,
    go: 'next',
    problems,
    revealed: revealed.map(({ field }) => field),
    focus: null,
    language: null,
  };
}

function speaks({ languages }: Form, language: string): boolean {
  return languages.includes(language);
}

function focusAfter(action: PageAction, sent: URLSearchParams): string | null {
  if (action.kind === 'add') return `${action.group}.${rowCount(sent, action.group)}`;
  if (action.kind === 'remove') return action.group;
  return action.kind === 'remove-file' ? action.field : null;
}

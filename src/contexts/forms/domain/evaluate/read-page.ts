import { ok, type Result, refuse } from '#kernel';
import type { Form } from '../compile/form.ts';
import { messages } from '../messages.ts';
import { evaluate } from './evaluate.ts';
import type { Answers, Evaluation, FormContext } from './evaluation.ts';
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
  const crowded = page.fields.find((field) => field.kind === 'group' && rowCount(sent, field.id) > field.max);
  if (crowded?.kind === 'group') {
    const message = messages.tooManyRows(crowded.definition.item, crowded.max);
    return refuse({
      kind: 'too-large',
      code: 'FORM_TOO_MANY_ROWS',
      message,
      fields: [{ field: crowded.id, message }],
    });
  }
  const action = pageActionOf(sent);
  const read = readFields(page, answers, { sent, files, shown: shownFields(sent), action });
  return ok(outcome(form, read, context, pageId, sent, action));
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
    return { answers, evaluation, go: 'stay', problems: [], revealed: [], focus: focusAfter(action, sent) };
  const state = evaluation.pages[form.pageIndex.get(pageId) ?? -1];
  const problems = state ? problemsOfPage(state) : [];
  const shown = shownFields(sent);
  const revealed = shown ? problems.filter(({ field, kind }) => kind === 'missing' && !shown.has(field)) : [];
  return {
    answers,
    evaluation,
    go: 'next',
    problems,
    revealed: revealed.map(({ field }) => field),
    focus: null,
  };
}

function focusAfter(action: PageAction, sent: URLSearchParams): string | null {
  if (action.kind === 'add') return `${action.group}.${rowCount(sent, action.group)}`;
  if (action.kind === 'remove') return action.group;
  return action.kind === 'remove-file' ? action.field : null;
}

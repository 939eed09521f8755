import { ok, type Result, refuse } from '#kernel';
import type { Form, FormPage, RepeatedGroup, RowField } from '../compile/form.ts';
import type { FieldInput } from '../fields/behaviour.ts';
import type { FileAnswer } from '../fields/file-answer.ts';
import { isJsonObject, type Json, type JsonObject, ownValue } from '../json.ts';
import { messages } from '../messages.ts';
import { evaluate } from './evaluate.ts';
import type { Answers, Evaluation, FormContext } from './evaluation.ts';
import { type PageAction, pageActionOf, shownFields } from './page-action.ts';
import { type PlacedProblem, problemsOfPage } from './problems.ts';

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

/** Files that came with a page, by the name of their field. They lie where the door put them; here they only have names. */
export type PageFiles = ReadonlyMap<string, readonly FileAnswer[]>;

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

interface Sent {
  readonly sent: URLSearchParams;
  readonly files: PageFiles;
  /** Names of the fields that the page showed; null where the sender does not say. */
  readonly shown: ReadonlySet<string> | null;
  readonly action: PageAction;
}

function rowCount(sent: URLSearchParams, group: string): number {
  const text = sent.get(`${group}.n`) ?? '0';
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function readFields(page: FormPage, answers: Answers, input: Sent): Answers {
  const read: Record<string, Json> = { ...answers };
  for (const field of page.fields) {
    if (field.kind === 'group') readGroup(field, read, input);
    else readField(field, field.id, read, input);
  }
  return read;
}

function readField(field: RowField, name: string, into: Record<string, Json>, input: Sent): void {
  if (field.kind !== 'input' || (input.shown && !input.shown.has(name))) return;
  const answer = field.behaviour.read(inputOf(name, ownValue(into, field.id), input));
  if (answer === undefined || answer === '') delete into[field.id];
  else into[field.id] = answer;
}

function inputOf(name: string, stored: Json | undefined, { sent, files, action }: Sent): FieldInput {
  return {
    one: (part) => sent.get(part === undefined ? name : `${name}.${part}`) ?? undefined,
    all: () => sent.getAll(name),
    files: files.get(name) ?? [],
    stored,
    removedFile: action.kind === 'remove-file' && action.field === name ? action.file : null,
  };
}

function readGroup(group: RepeatedGroup, into: Record<string, Json>, input: Sent): void {
  const count = rowCount(input.sent, group.id);
  if (input.shown && count === 0 && !input.sent.has(`${group.id}.n`)) return;
  const stored = storedRows(ownValue(into, group.id));
  const rows: JsonObject[] = [];
  for (let index = 0; index < count; index += 1) rows.push(readRow(group, index, rows, stored, input));
  const { action } = input;
  if (action.kind === 'remove' && action.group === group.id) rows.splice(action.row, 1);
  if (action.kind === 'add' && action.group === group.id && rows.length < group.max)
    rows.push({ key: freshKey(rows) });
  into[group.id] = rows;
}

/** The row that was sent, on top of the stored one with the same key, wherever that now stands. */
function readRow(
  group: RepeatedGroup,
  index: number,
  before: readonly JsonObject[],
  stored: ReadonlyMap<string, JsonObject>,
  input: Sent,
): JsonObject {
  const prefix = `${group.id}.${index}.`;
  const sentKey = input.sent.get(`${prefix}key`) ?? '';
  const free = /^\d{1,6}$/.test(sentKey) && !before.some((row) => row.key === sentKey);
  const key = free ? sentKey : freshKey(before);
  const row: Record<string, Json> = { ...stored.get(key), key };
  for (const field of group.fields) readField(field, prefix + field.id, row, input);
  return row;
}

function storedRows(answer: Json | undefined): Map<string, JsonObject> {
  const rows: readonly unknown[] = Array.isArray(answer) ? answer : [];
  const byKey = new Map<string, JsonObject>();
  for (const [index, row] of rows.entries()) {
    if (!isJsonObject(row)) continue;
    const key = ownValue(row, 'key');
    byKey.set(typeof key === 'string' ? key : String(index + 1), row);
  }
  return byKey;
}

function freshKey(rows: readonly JsonObject[]): string {
  const taken = rows.map((row) => Number(row.key));
  return String(Math.min(999_999, Math.max(0, ...taken) + 1));
}

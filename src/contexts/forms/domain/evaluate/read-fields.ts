import type { FormField, FormPage, RepeatedGroup, RowField } from '../compile/form.ts';
import type { Places } from '../expression/value.ts';
import type { FieldInput } from '../fields/behaviour.ts';
import type { FileAnswer } from '../fields/file-answer.ts';
import { isJsonObject, type Json, type JsonObject, ownValue } from '../json.ts';
import { type Answers, rowPrefix } from './evaluation.ts';
import type { PageAction } from './page-action.ts';

/** Files that came with a page, by the name of their field. They lie where the door put them; here they only have names. */
export type PageFiles = ReadonlyMap<string, readonly FileAnswer[]>;

/** A page as it was sent. */
export interface Sent {
  readonly sent: URLSearchParams;
  readonly files: PageFiles;
  /** Names of the fields that the page showed; null where the sender does not say. */
  readonly shown: ReadonlySet<string> | null;
  readonly action: PageAction;
  readonly places: Places | null;
}

export function rowCount(sent: URLSearchParams, group: string): number {
  const text = sent.get(`${group}.n`) ?? '0';
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

export function readFields(page: FormPage, answers: Answers, input: Sent): Answers {
  const read: Record<string, Json> = { ...answers };
  readInto(page.fields, '', read, input);
  return read;
}

function readInto(
  fields: readonly FormField[],
  prefix: string,
  into: Record<string, Json>,
  input: Sent,
): void {
  for (const field of fields) {
    if (field.kind === 'group') readGroup(field, prefix + field.id, into, input);
    else readField(field, prefix + field.id, into, input);
  }
}

function readField(field: RowField, name: string, into: Record<string, Json>, input: Sent): void {
  if (field.kind !== 'input' || (input.shown && !input.shown.has(name))) return;
  const answer = field.behaviour.read(inputOf(name, ownValue(into, field.id), input));
  if (answer === undefined || answer === '') delete into[field.id];
  else into[field.id] = answer;
}

function inputOf(name: string, stored: Json | undefined, { sent, files, action, places }: Sent): FieldInput {
  return {
    one: (part) => sent.get(part === undefined ? name : `${name}.${part}`) ?? undefined,
    all: () => sent.getAll(name),
    files: files.get(name) ?? [],
    stored,
    places,
    removedFile: action.kind === 'remove-file' && action.field === name ? action.file : null,
  };
}

function readGroup(group: RepeatedGroup, name: string, into: Record<string, Json>, input: Sent): void {
  const count = Math.min(rowCount(input.sent, name), group.max);
  if (input.shown && count === 0 && !input.sent.has(`${name}.n`)) return;
  const stored = storedRows(ownValue(into, group.id));
  const rows: JsonObject[] = [];
  for (let index = 0; index < count; index += 1)
    rows.push(readRow(group, rowPrefix(name, index), rows, stored, input));
  const { action } = input;
  if (action.kind === 'remove' && action.group === name) rows.splice(action.row, 1);
  if (action.kind === 'add' && action.group === name && rows.length < group.max)
    rows.push({ key: freshKey(rows) });
  into[group.id] = rows;
}

/** The row that was sent, on top of the stored one with the same key, wherever that now stands. */
function readRow(
  group: RepeatedGroup,
  prefix: string,
  before: readonly JsonObject[],
  stored: ReadonlyMap<string, JsonObject>,
  input: Sent,
): JsonObject {
  const sentKey = input.sent.get(`${prefix}key`) ?? '';
  const free = /^\d{1,6}$/.test(sentKey) && !before.some((row) => row.key === sentKey);
  const key = free ? sentKey : freshKey(before);
  const row: Record<string, Json> = { ...stored.get(key), key };
  readInto(group.fields, prefix, row, input);
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

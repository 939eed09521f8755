import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { mapInSteps } from '../in-steps.ts';
import { type Kopf, kopfSchema } from './kopf.ts';
import { brokenFile, issueMessage, placeOf } from './reference-refusal.ts';

/** What a reference file must look like: its format's name, the shape of a row, and the fields that identify one. */
export interface ReferenceFormat<T> {
  readonly file: string;
  readonly format: string;
  readonly row: z.ZodType<T>;
  readonly key: readonly (keyof T & string)[];
}

/** A reference file that was read and found sound; row `i` stands in line `i + 2`. */
export interface ReferenceFile<T> {
  readonly file: string;
  readonly kopf: Kopf;
  readonly rows: readonly T[];
  readonly hash: string;
}

/** The line in which a row stands. */
export function lineOfRow(index: number): number {
  return index + 2;
}

/**
 * Reads a file of JSON lines whose first line is `{"kopf": …}`. Refuses with `REFERENCE_FILE_MISSING` or
 * `REFERENCE_FILE_INVALID` (broken JSON, foreign format, bad field, doubled key, other length than the head says).
 */
export function readReferenceFile<T>(folder: string, expected: ReferenceFormat<T>): Result<ReferenceFile<T>> {
  const text = readText(folder, expected.file);
  if (!text.ok) return text;
  const lines = text.value.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const kopf = readKopf(expected, lines[0] ?? '');
  if (!kopf.ok) return kopf;
  const { rows, problems } = readRows(expected, lines.slice(1));
  if (problems.length === 0) problems.push(...lengthProblem(expected.file, kopf.value, rows.length));
  if (problems.length === 0) problems.push(...doubledKeys(expected, rows));
  if (problems.length > 0) return refuse(brokenFile(expected.file, problems));
  const hash = createHash('sha256').update(text.value).digest('hex');
  return ok({ file: expected.file, kopf: kopf.value, rows, hash });
}

/** The rows of a file that the product ships, read in steps between which a server answers others. Throws where it is broken. */
export async function readShippedRows<T>(
  folder: string,
  expected: ReferenceFormat<T>,
): Promise<readonly T[]> {
  const text = await readFile(join(folder, expected.file), 'utf8');
  const lines = text.trimEnd().split('\n').slice(1);
  return mapInSteps(lines, (line) => expected.row.parse(JSON.parse(line)));
}

function readText(folder: string, file: string): Result<string> {
  try {
    return ok(readFileSync(join(folder, file), 'utf8'));
  } catch {
    return refuse({
      kind: 'invalid',
      code: 'REFERENCE_FILE_MISSING',
      message: `Die Datei ${file} fehlt im Ordner ${folder} oder ist nicht lesbar. Es wurde nichts übernommen. Bitte den vollständigen Ordner angeben.`,
      fields: [{ field: file, message: 'Die Datei fehlt.' }],
    });
  }
}

function readKopf<T>(expected: ReferenceFormat<T>, line: string): Result<Kopf> {
  const parsed = kopfSchema.safeParse(headOf(parseJson(line)));
  const problems: FieldProblem[] = [];
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      problems.push(problemAt(expected.file, 1, ['kopf', ...issue.path], issueMessage(issue)));
  } else if (parsed.data.format !== expected.format) {
    const message = `Hier steht das Format „${parsed.data.format}“, erwartet ist „${expected.format}“. Bitte die passende Datei angeben.`;
    problems.push(problemAt(expected.file, 1, ['kopf', 'format'], message));
  }
  return parsed.success && problems.length === 0
    ? ok(parsed.data)
    : refuse(brokenFile(expected.file, problems));
}

function headOf(line: unknown): unknown {
  return typeof line === 'object' && line !== null && 'kopf' in line ? line.kopf : undefined;
}

function readRows<T>(expected: ReferenceFormat<T>, lines: readonly string[]) {
  const rows: T[] = [];
  const problems: FieldProblem[] = [];
  for (const [index, text] of lines.entries()) {
    const line = lineOfRow(index);
    const value = parseJson(text);
    if (value === undefined) {
      const message =
        'Diese Zeile ist kein gültiges JSON. Vielleicht ist die Datei abgeschnitten. Bitte neu beschaffen.';
      problems.push({ field: placeOf(expected.file, line), message });
      continue;
    }
    const parsed = expected.row.safeParse(value);
    if (parsed.success) rows.push(parsed.data);
    else
      for (const issue of parsed.error.issues)
        problems.push(problemAt(expected.file, line, issue.path, issueMessage(issue)));
  }
  return { rows, problems };
}

function lengthProblem(file: string, kopf: Kopf, found: number): FieldProblem[] {
  if (kopf.zeilen === found) return [];
  const message = `Der Kopf nennt ${kopf.zeilen} Zeilen, die Datei hat ${found}. Sie ist abgeschnitten oder von Hand geändert. Bitte die vollständige Datei beschaffen oder „zeilen“ berichtigen.`;
  return [{ field: placeOf(file, 1, 'kopf.zeilen'), message }];
}

function doubledKeys<T>(expected: ReferenceFormat<T>, rows: readonly T[]): FieldProblem[] {
  const seen = new Map<string, number>();
  const problems: FieldProblem[] = [];
  for (const [index, row] of rows.entries()) {
    const key = expected.key.map((field) => String(row[field])).join(' ');
    const before = seen.get(key);
    if (before === undefined) seen.set(key, index);
    else {
      const message = `Den Schlüssel „${key}“ gibt es schon in Zeile ${lineOfRow(before)}. Bitte eine der beiden Zeilen entfernen.`;
      problems.push({ field: placeOf(expected.file, lineOfRow(index), expected.key.join(' + ')), message });
    }
  }
  return problems;
}

function problemAt(file: string, line: number, path: readonly PropertyKey[], message: string): FieldProblem {
  return { field: placeOf(file, line, path.map(String).join('.')), message };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import type { JsonObject } from './domain/json.ts';
import { limits } from './domain/limits.ts';
import { type Onlinedienst, parseOnlinedienst } from './domain/onlinedienst/onlinedienst.ts';
import { keineTestfaelle, parseTestfaelle } from './domain/testfaelle/testfall.ts';

/**
 * Reads every Onlinedienst in a folder: each subfolder holds `dienst.json` and `formular.json`. Refuses with all files and
 * places that are wrong (`FORM_ONLINEDIENST_INVALID`); a folder that cannot be read is a refusal too.
 */
export async function loadOnlinedienste(folder: string): Promise<Result<readonly Onlinedienst[]>> {
  const names = await subfolders(folder);
  if (!names.ok) return names;
  const found: Onlinedienst[] = [];
  const problems: FieldProblem[] = [];
  for (const name of names.value) {
    const dienst = await loadOne(join(folder, name));
    if (!dienst.ok) {
      problems.push(
        ...inFolder(name, dienst.refusal.fields ?? [{ field: '(Ordner)', message: dienst.refusal.message }]),
      );
    } else if (dienst.value.id !== name) {
      problems.push({
        field: `${name}/dienst.json: id`,
        message: `Der Onlinedienst heißt „${dienst.value.id}“. Ordner und Name müssen gleich sein.`,
      });
    } else found.push(dienst.value);
  }
  return problems.length === 0 ? ok(found) : invalid(problems);
}

function inFolder(name: string, fields: readonly FieldProblem[]): FieldProblem[] {
  return fields.map(({ field, message }) => ({ field: `${name}/${field}`, message }));
}

function invalid(fields: readonly FieldProblem[]): Result<never> {
  const message = `${fields.length === 1 ? 'Eine Stelle' : `${fields.length} Stellen`} der Onlinedienste ${fields.length === 1 ? 'stimmt' : 'stimmen'} nicht, zuerst ${fields[0]?.field}: ${fields[0]?.message}`;
  return refuse({ kind: 'invalid', code: 'FORM_ONLINEDIENST_INVALID', message, fields });
}

async function subfolders(folder: string): Promise<Result<string[]>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return ok(
      entries
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => name)
        .toSorted(),
    );
  } catch (fault) {
    const message = `Der Ordner ${folder} lässt sich nicht lesen: ${fault instanceof Error ? fault.message : String(fault)}`;
    return refuse({ kind: 'not-found', code: 'FORM_ONLINEDIENST_INVALID', message });
  }
}

async function loadOne(folder: string): Promise<Result<Onlinedienst>> {
  const [dienst, formular] = [
    await readBounded(folder, 'dienst.json'),
    await readBounded(folder, 'formular.json'),
  ];
  if (!dienst.ok) return dienst;
  return formular.ok ? parseOnlinedienst(dienst.value, formular.value) : formular;
}

async function readBounded(folder: string, file: string): Promise<Result<string>> {
  const path = join(folder, file);
  try {
    if ((await stat(path)).size > limits.definitionBytes)
      return unreadable(file, 'Die Datei ist größer als 1 MB.');
    return ok(await readFile(path, 'utf8'));
  } catch {
    return unreadable(file, 'Die Datei fehlt oder lässt sich nicht lesen.');
  }
}

function unreadable(file: string, message: string): Result<never> {
  return refuse({
    kind: 'invalid',
    code: 'FORM_ONLINEDIENST_INVALID',
    message,
    fields: [{ field: file, message }],
  });
}

/** The test cases in the folder of an Onlinedienst as their author wrote them; none where there is no such file. */
export async function loadTestfaelle(folder: string): Promise<Result<JsonObject>> {
  const names = await readdir(folder);
  if (!names.includes('testfaelle.json')) return ok(keineTestfaelle);
  const text = await readBounded(folder, 'testfaelle.json');
  if (!text.ok) return text;
  const json: JsonObject = JSON.parse(text.value);
  const parsed = parseTestfaelle(json);
  return parsed.ok ? ok(json) : parsed;
}

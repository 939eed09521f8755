import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { compileForm, parseDefinition } from '#forms';
import { loadOnlinedienste, parseOnlinedienst } from '#forms/onlinedienst';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import { unreadable } from './errors.ts';
import type { Variant } from './prove.ts';

/** A definition from a file, or why it is none. */
export interface ReadDefinition {
  readonly name: string;
  readonly form: Variant['form'] | null;
  readonly refusal: Refusal | null;
}

/**
 * Reads what an author points at: a folder with `dienst.json` and `formular.json`, a folder of such folders, or a single
 * `formular.json` (without parameters, unless its `dienst.json` lies beside it). Refuses what cannot be read.
 */
export async function readDefinitions(path: string): Promise<Result<readonly ReadDefinition[]>> {
  const kind = await kindOf(path);
  if (kind === 'none') return refuse(unreadable(path));
  if (kind === 'folder')
    return (await hasFile(path, 'formular.json')) ? ok([await fromFolder(path)]) : fromFolders(path);
  return (await hasFile(dirname(path), 'dienst.json')) && basename(path) === 'formular.json'
    ? ok([await fromFolder(dirname(path))])
    : ok([await fromFile(path)]);
}

async function kindOf(path: string): Promise<'folder' | 'file' | 'none'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'none';
  }
}

async function hasFile(folder: string, name: string): Promise<boolean> {
  return (await kindOf(join(folder, name))) === 'file';
}

function readOf(name: string, read: Result<Variant['form']>): ReadDefinition {
  return read.ok ? { name, form: read.value, refusal: null } : { name, form: null, refusal: read.refusal };
}

async function fromFolder(folder: string): Promise<ReadDefinition> {
  const [dienst, formular] = await Promise.all(
    ['dienst.json', 'formular.json'].map((name) => readFile(join(folder, name), 'utf8').catch(() => '')),
  );
  const parsed = parseOnlinedienst(dienst ?? '', formular ?? '');
  return readOf(basename(folder), parsed.ok ? ok(parsed.value.form) : parsed);
}

async function fromFolders(folder: string): Promise<Result<readonly ReadDefinition[]>> {
  const loaded = await loadOnlinedienste(folder);
  return loaded.ok ? ok(loaded.value.map(({ id, form }) => readOf(id, ok(form)))) : loaded;
}

async function fromFile(path: string): Promise<ReadDefinition> {
  const definition = parseDefinition(await readFile(path, 'utf8'));
  return readOf(basename(path), definition.ok ? compileForm(definition.value) : definition);
}

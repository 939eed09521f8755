import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { commandUsage } from './command-parts.ts';
import { invalidInput } from './operation.ts';

/** A file of the person at the terminal. */
export interface CommandFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The file that a command names; refuses one that is missing, is a folder, cannot be read or has more than `most` bytes. */
export async function commandFile(path: string, most = 10_000_000): Promise<Result<CommandFile>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse(commandUsage(`Die Datei ${path} gibt es nicht.`, 'not-found'));
  if (found.size > most) {
    return refuse(
      commandUsage(`Die Datei ${path} ist größer als ${Math.round(most / 1_000_000)} MB.`, 'too-large'),
    );
  }
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return refuse(commandUsage(`Die Datei ${path} lässt sich nicht lesen.`));
  return ok({ name: basename(path), bytes });
}

/** What the JSON file that a command names holds, as a schema wants it. */
export async function commandJson<S extends z.ZodType>(
  path: string,
  schema: S,
  most = 20_000_000,
): Promise<Result<z.output<S>>> {
  const file = await commandFile(path, most);
  if (!file.ok) return file;
  const value = parsed(file.value.bytes);
  if (value === undefined) return refuse(commandUsage(`Die Datei ${path} ist kein gültiges JSON.`));
  const fitting = schema.safeParse(value);
  return fitting.success ? ok(fitting.data) : refuse(invalidInput(fitting.error));
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return;
  }
}

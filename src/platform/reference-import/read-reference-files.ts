import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '#kernel';
import type { Kopf } from './kopf.ts';
import { type ReferenceFile, type ReferenceFormat, readReferenceFile } from './read-reference-file.ts';

/** The formats of several files that belong together, by the name of their set. */
export type ReferenceFormats<Rows> = { readonly [Satz in keyof Rows]: ReferenceFormat<Rows[Satz]> };

/** Several files that belong together; `hash` names exactly these bytes. */
export interface ReferenceFiles<Rows> {
  readonly files: { readonly [Satz in keyof Rows]: ReferenceFile<Rows[Satz]> };
  readonly saetze: Readonly<Record<string, Kopf>>;
  readonly hash: string;
}

/** Reads all files of a folder that belong together; refuses with the first that is broken. */
export function readReferenceFiles<Rows extends object>(
  folder: string,
  formats: ReferenceFormats<Rows>,
): Result<ReferenceFiles<Rows>> {
  const files: Record<string, ReferenceFile<unknown>> = {};
  for (const [satz, format] of Object.entries(formats) as [string, ReferenceFormat<never>][]) {
    const file = readReferenceFile(folder, format);
    if (!file.ok) return file;
    files[satz] = file.value;
  }
  const saetze = Object.fromEntries(Object.entries(files).map(([satz, file]) => [satz, file.kopf]));
  const hash = bundleHash(Object.values(files).map((file) => file.hash));
  // Built key by key from `formats`, which the compiler cannot follow.
  return ok({ files: files as ReferenceFiles<Rows>['files'], saetze, hash });
}

/** The hash that `readReferenceFiles` would give, without parsing; another one where a file is missing. */
export function hashReferenceFiles<Rows extends object>(
  folder: string,
  formats: ReferenceFormats<Rows>,
): string {
  const hashes = (Object.values(formats) as { readonly file: string }[]).map(({ file }) => {
    const path = join(folder, file);
    return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'missing';
  });
  return bundleHash(hashes);
}

function bundleHash(hashes: readonly string[]): string {
  return createHash('sha256').update(hashes.join('\n')).digest('hex');
}

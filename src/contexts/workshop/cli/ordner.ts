import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '#kernel';
import { type Datei, dateien, leseDateien } from '../dokumente.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { brokenFile } from '../errors.ts';

/** The files of a folder; test cases may be missing. */
export async function ordner(folder: string): Promise<Result<Dokumente>> {
  const read = { dienst: null, formular: null, testfaelle: null } as Record<Datei, string | null>;
  for (const datei of Object.keys(dateien) as readonly Datei[]) {
    const path = join(folder, dateien[datei]);
    const found = await stat(path).catch(() => null);
    if (found === null) continue;
    if (found.size > 1_000_000)
      return { ok: false, refusal: brokenFile(dateien[datei], 'Sie ist größer als 1 MB.') };
    read[datei] = await readFile(path, 'utf8');
  }
  return leseDateien(read);
}

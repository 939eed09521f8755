import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#platform';
import { filesOf, type ReferenceArea } from './areas.ts';

type Reader = Pick<Database, 'withPublic'>;

/** Whether an import of some files may leave the others as they are loaded. */
export async function mayBePartial(db: Reader, area: ReferenceArea): Promise<boolean> {
  return (await db.withPublic(area.versions)).length > 0;
}

/** Writes files of an area, as they are loaded now, into a folder of ours. What is not loaded is left out. */
export async function completeFiles(
  db: Reader,
  { folder: within, currentFile }: ReferenceArea,
  folder: string,
  names: readonly string[],
): Promise<void> {
  await mkdir(join(folder, within), { recursive: true, mode: 0o700 });
  for (const name of names) {
    const text = await db.withPublic((tx) => currentFile(tx, `${within}/${name}`));
    if (text !== null) await writeFile(join(folder, within, name), text, { mode: 0o600 });
  }
}

/** A folder from which an area can be read as a whole. */
export interface WholeFolder extends AsyncDisposable {
  readonly folder: string;
  /** The files that stay as they are loaded. */
  readonly kept: readonly string[];
}

/** The folder itself where it holds everything; otherwise a copy of `given`, completed by what is loaded. */
export async function wholeFolder(
  db: Reader,
  area: ReferenceArea,
  folder: string,
  given: readonly string[],
  dataFolder: string,
): Promise<WholeFolder> {
  const kept = filesOf(area, dataFolder).filter((name) => !given.includes(name));
  if (kept.length === 0 || !(await mayBePartial(db, area)))
    return { folder, kept: [], [Symbol.asyncDispose]: async () => {} };
  const copy = await mkdtemp(join(tmpdir(), 'leitwerk-import-'));
  await completeFiles(db, area, copy, kept);
  for (const name of given) await copyFile(join(folder, area.folder, name), join(copy, area.folder, name));
  return { folder: copy, kept, [Symbol.asyncDispose]: () => rm(copy, { recursive: true, force: true }) };
}

/** The files of an area that a folder holds. */
export function presentFiles(area: ReferenceArea, folder: string, dataFolder: string): readonly string[] {
  return filesOf(area, dataFolder).filter((name) => existsSync(join(folder, area.folder, name)));
}

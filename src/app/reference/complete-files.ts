import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#platform';
import { filesOf, type ReferenceArea } from './areas.ts';

/** The files of an area that a folder lacks. */
export function missingFiles(area: ReferenceArea, folder: string, dataFolder: string): readonly string[] {
  return filesOf(area, dataFolder).filter((name) => !existsSync(join(folder, area.folder, name)));
}

/** Adds to a folder of ours what it lacks, as it is loaded now. What cannot be added is left to the import to refuse. */
export async function completeFiles(
  db: Pick<Database, 'withPublic'>,
  area: ReferenceArea,
  folder: string,
  missing: readonly string[],
): Promise<void> {
  await mkdir(join(folder, area.folder), { recursive: true });
  for (const name of missing) {
    const file = `${area.folder}/${name}`;
    const text = await db.withPublic((tx) => area.currentFile(tx, file));
    if (text !== null) await writeFile(join(folder, file), text, { mode: 0o600 });
  }
}

/** A place from which an area can be read as a whole; somebody else's incomplete folder is copied and completed. */
export interface WholeFolder extends AsyncDisposable {
  readonly folder: string;
  /** The files that stand as they are loaded now. */
  readonly kept: readonly string[];
}

export async function wholeFolder(
  db: Pick<Database, 'withPublic'>,
  area: ReferenceArea,
  folder: string,
  dataFolder: string,
): Promise<WholeFolder> {
  const kept = missingFiles(area, folder, dataFolder);
  if (kept.length === 0) return { folder, kept, [Symbol.asyncDispose]: async () => {} };
  const copy = await mkdtemp(join(tmpdir(), 'leitwerk-import-'));
  await cp(join(folder, area.folder), join(copy, area.folder), { recursive: true });
  await completeFiles(db, area, copy, kept);
  return { folder: copy, kept, [Symbol.asyncDispose]: () => rm(copy, { recursive: true, force: true }) };
}

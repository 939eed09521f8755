import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { Database } from '#platform';
import { areaOf, filesOf, germanyArea, type ReferenceArea, referenceAreas } from './areas.ts';
import { presentFiles, wholeFolder } from './complete-files.ts';

/** An area with a folder that holds all of it; `kept` are the files that stay as they are loaded. */
export interface Whole {
  readonly area: ReferenceArea;
  readonly folder: string;
  readonly kept: readonly string[];
}

/** Where the files of an area lie. */
export interface Place {
  readonly area: ReferenceArea;
  readonly folder: string;
  /** The files to import; the others stay as they are loaded. */
  readonly given: readonly string[];
}

/** The areas that a word names: „germany“, a folder of folders, the folder of one area, or one file of it. */
export function placesOf(word: string, dataFolder: string): Result<readonly Place[]> {
  const germany = areaOf(germanyArea);
  const placeIn = (area: ReferenceArea, folder: string): Place => ({
    area,
    folder,
    given: presentFiles(area, folder, dataFolder),
  });
  if (word === 'germany' && germany) return ok([placeIn(germany, dataFolder)]);
  const path = resolve(word);
  if (!existsSync(path)) return refuse(nothingThere(word));
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const own = referenceAreas.find((area) => area.folder === basename(folder));
  const places = own
    ? [placeIn(own, dirname(folder))]
    : referenceAreas.filter(({ onDemand }) => !onDemand).map((area) => placeIn(area, folder));
  const wanted = places.map((place) => (folder === path ? place : { ...place, given: [basename(path)] }));
  const found = wanted.filter(({ area, given }) =>
    filesOf(area, dataFolder).some((name) => given.includes(name)),
  );
  return found.length > 0 ? ok(found) : refuse(nothingThere(word));
}

/** Completes every place; the copies that this takes go with `folders`. */
export async function wholeFolders(
  db: Database,
  places: readonly Place[],
  dataFolder: string,
  folders: AsyncDisposableStack,
): Promise<readonly Whole[]> {
  const whole: Whole[] = [];
  for (const { area, folder, given } of places) {
    const one = folders.use(await wholeFolder(db, area, folder, given, dataFolder));
    whole.push({ area, folder: one.folder, kept: one.kept });
  }
  return whole;
}

function nothingThere(word: string): Refusal {
  const folders = referenceAreas.map(({ folder }) => folder).join(', ');
  return {
    kind: 'not-found',
    code: 'REFERENCE_FOLDER_UNKNOWN',
    message: `In „${word}“ liegen keine Referenzdaten. Erwartet ist ein Ordner mit ${folders}, einer dieser Ordner oder eine Datei darin. Es wurde nichts geändert.`,
  };
}

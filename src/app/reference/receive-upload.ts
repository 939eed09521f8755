import type { FieldProblem } from '#kernel';
import type { Database, PageAnswer, PageRequest, Principal, Upload } from '#platform';
import { filesOf, type ReferenceArea } from './areas.ts';
import { mayBePartial } from './complete-files.ts';
import type { HeldUploads } from './held-uploads.ts';
import { referenceAddress } from './state-page.ts';
import { uploadPage } from './upload-page.ts';
import { beginWork } from './work.ts';

/** What taking an upload needs. */
export interface ReceiveUploadDeps {
  readonly db: Database;
  readonly uploads: HeldUploads;
  readonly dataFolder: string;
}

/** Keeps what somebody sent and hands it to the worker; says what is missing instead where that would not do. */
export async function receiveUpload(
  { db, uploads, dataFolder }: ReceiveUploadDeps,
  area: ReferenceArea,
  request: PageRequest,
  principal: Principal,
): Promise<PageAnswer> {
  const names = filesOf(area, dataFolder);
  const chosen = names.flatMap((name) => filled(name, request.uploads.get(name)));
  const given = new Map(chosen);
  const unfit = [...infectedOf(area, chosen), ...doubledOf(area, chosen)];
  const problems =
    unfit.length > 0 ? unfit : problemsOf(area, names, [...given.keys()], await mayBePartial(db, area));
  if (problems.length > 0) {
    const content = uploadPage(area, names, request.csrfToken, problems);
    return { kind: 'page', content, status: 422 };
  }
  const upload = await uploads.keep(area, given, principal);
  const preview = await beginWork(db, principal, 'reference.preview', upload.id);
  await uploads.note(upload, { preview });
  return { kind: 'redirect', to: `${referenceAddress}/vorschau/${upload.id}` };
}

/** One file is enough where the others are loaded; otherwise all must come. */
function problemsOf(
  area: ReferenceArea,
  names: readonly string[],
  given: readonly string[],
  partial: boolean,
): readonly FieldProblem[] {
  if (partial && given.length > 0) return [];
  const missing = names.filter((name) => !given.includes(name));
  const message = (name: string) =>
    `Die Datei ${area.folder}/${name} fehlt oder ist leer. Bitte wählen Sie sie aus.`;
  const nothing = 'Bitte wählen Sie mindestens eine Datei aus, die nicht leer ist.';
  return partial
    ? missing.slice(0, 1).map((field) => ({ field, message: nothing }))
    : missing.map((field) => ({ field, message: message(field) }));
}

function infectedOf(
  area: ReferenceArea,
  chosen: readonly (readonly [string, Upload])[],
): readonly FieldProblem[] {
  return chosen
    .filter(([, { scanned }]) => scanned === 'infected')
    .map(([field, { fileName }]) => ({
      field,
      message: `In der Datei „${fileName}“ für ${area.folder}/${field} wurde Schadsoftware gefunden. Sie wurde nicht gespeichert.`,
    }));
}

/** Which of two files counts nobody can tell. */
function doubledOf(
  area: ReferenceArea,
  chosen: readonly (readonly [string, Upload])[],
): readonly FieldProblem[] {
  const byName = Map.groupBy(chosen, ([name]) => name);
  return [...byName]
    .filter(([, files]) => files.length > 1)
    .map(([field, files]) => ({
      field,
      message: `Für ${area.folder}/${field} kamen ${files.length} Dateien. Bitte wählen Sie eine aus.`,
    }));
}

/** What was chosen for a name; a browser sends an empty file where nothing was. */
function filled(name: string, uploads: readonly Upload[] = []): [string, Upload][] {
  return uploads.filter(({ bytes }) => bytes > 0).map((upload) => [name, upload]);
}

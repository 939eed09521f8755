import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { PageRequest, Upload } from './page-route.ts';
import { uploadBytes } from './uploaded-file.ts';

/** The field under which every form sends the one file that is read. */
const field = 'datei';

/** A file that came with a form, whole. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The file that a form sent, unread; `missing` where there is none or an empty one, and refused where something evil was found in it. */
export function sentUpload({ uploads }: Pick<PageRequest, 'uploads'>, missing: Refusal): Result<Upload> {
  const file = uploads.get(field)?.find(({ bytes }) => bytes > 0);
  if (!file) return refuse(atFile(missing));
  const evil = evilIn(file);
  return evil === null ? ok(file) : refuse(atFile({ kind: missing.kind, code: missing.code, message: evil }));
}

/** As `sentUpload`, read into memory. */
export async function sentFile(
  request: Pick<PageRequest, 'uploads'>,
  missing: Refusal,
): Promise<Result<SentFile>> {
  const file = sentUpload(request, missing);
  return file.ok ? ok({ name: file.value.fileName, bytes: await uploadBytes(file.value) }) : file;
}

/** What to say of a file in which the scanner found something; `null` where it found nothing, or there is none. */
export function evilIn({ fileName, scanned }: Pick<Upload, 'fileName' | 'scanned'>): string | null {
  return scanned === 'infected'
    ? `In der Datei „${fileName}“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.`
    : null;
}

/** What is wrong with a file is said at its field, where it names no other. */
export function atFile(reason: Refusal): Refusal {
  return reason.fields ? reason : { ...reason, fields: [{ field, message: reason.message }] };
}

import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { PageRequest } from './page-route.ts';
import { uploadBytes } from './uploaded-file.ts';

/** The field under which every form sends the one file that is read. */
const field = 'datei';

/** A file that came with a form, whole. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The file that a form sent; `missing` where there is none or an empty one, and refused where something evil was found in it. */
export async function sentFile(
  { uploads }: Pick<PageRequest, 'uploads'>,
  missing: Refusal,
): Promise<Result<SentFile>> {
  const file = uploads.get(field)?.find(({ bytes }) => bytes > 0);
  if (!file) return refuse(atFile(missing));
  if (file.scanned !== 'infected') return ok({ name: file.fileName, bytes: await uploadBytes(file) });
  const message = `In der Datei „${file.fileName}“ wurde Schadsoftware gefunden. Sie wurde nicht gelesen.`;
  return refuse(atFile({ kind: missing.kind, code: missing.code, message }));
}

/** What is wrong with a file is said at its field, where it names no other. */
export function atFile(reason: Refusal): Refusal {
  return reason.fields ? reason : { ...reason, fields: [{ field, message: reason.message }] };
}

import type { uploadsOf } from '#forms';
import { type FieldProblem, tellApart } from '#kernel';
import type { Upload } from '#platform';
import { messages } from '../messages.ts';

/** What a field asks of its files. */
export type Rules = NonNullable<ReturnType<ReturnType<typeof uploadsOf>['get']>>;

/** A file and the field with which it came. */
export interface Sent {
  readonly field: string;
  readonly upload: Upload;
}

/** The office cannot receive just now: its files wait with the applicant, the other answers of the page are kept. */
export function notNow(sent: readonly Sent[]): readonly FieldProblem[] {
  return [...new Set(sent.map(({ field }) => field))].map((field) => {
    const names = sent
      .filter((one) => one.field === field)
      .map(({ upload }) => tellApart(upload.fileName, []));
    return { field, message: messages.upload.notNow(names) };
  });
}

/** What is wrong with a file, under the name that its sender gave it. */
export function problemOf(
  { bytes, fileName, scanned }: Upload,
  type: string | null,
  { types, maxBytes, room }: Rules,
): string | null {
  const name = tellApart(fileName, []);
  if (scanned === 'infected') return messages.upload.infected(name);
  if (bytes === 0) return messages.upload.empty(name);
  if (room <= 0) return messages.upload.full(name);
  if (bytes > maxBytes) return messages.upload.tooLarge(name, maxBytes);
  if (!types.some((each) => each === type)) return messages.upload.wrongType(name, types);
  return null;
}

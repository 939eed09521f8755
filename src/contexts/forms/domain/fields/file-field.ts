import { formatBytes } from '#kernel';
import type { SimpleField } from '../definition/field-schema.ts';
import { integerType } from '../expression/types.ts';
import type { Json } from '../json.ts';
import { limits } from '../limits.ts';
import type { Messages } from '../words/messages.ts';
import { type Behaviour, type Check, invalid, valid } from './behaviour.ts';
import { type FileAnswer, filesOf } from './file-answer.ts';

type FileField = Extract<SimpleField, { type: 'file' }>;

export type FileType = FileField['types'][number];

/** What a file field takes, for the door that receives the files. */
export interface FileRules {
  readonly types: readonly FileType[];
  readonly maxBytes: number;
  readonly maxCount: number;
}

export function fileRules(field: FileField): FileRules {
  return { types: field.types, maxBytes: field.maxBytes ?? 10_000_000, maxCount: field.maxCount ?? 1 };
}

export function fileField(words: Messages, field: FileField): Behaviour {
  const rules = fileRules(field);
  const check = (answer: Json): Check => {
    const files = filesOf(answer);
    if (!Array.isArray(answer) || files.length !== answer.length) {
      if (!Array.isArray(answer) || answer.length <= limits.filesOfField) return invalid(words.wrongShape);
    }
    if (files.length > rules.maxCount) return invalid(words.files.tooMany(rules.maxCount));
    const problem = files.map((file) => fileProblem(words, file, rules)).find((found) => found !== null);
    return problem ? invalid(problem) : valid(files.length === 0 ? undefined : files.length);
  };
  return {
    type: integerType,
    read: (input) => {
      const kept = filesOf(input.stored).filter((file) => file.id !== input.removedFile);
      const files = [...kept, ...input.files].slice(0, limits.filesOfField + 1);
      return files.length > 0 ? files.map((file) => ({ ...file })) : undefined;
    },
    check,
    show: (answer) =>
      filesOf(answer)
        .map((file) => `${file.name} (${formatBytes(file.bytes)})`)
        .join(', '),
  };
}

function fileProblem(words: Messages, file: FileAnswer, rules: FileRules): string | null {
  if (file.bytes <= 0) return words.files.empty(file.name);
  if (file.bytes > rules.maxBytes) return words.files.tooLarge(file.name, formatBytes(rules.maxBytes));
  if (rules.types.some((type) => type === file.type)) return null;
  return words.files.wrongType(file.name, rules.types.join(', '));
}

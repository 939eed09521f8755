import type { Answers, Origins } from '#forms';

/** A file of a draft: where its ciphertext lies, and what the envelope will say of it. */
export interface DraftFile {
  readonly id: string;
  readonly blob: string;
  readonly sha512: string;
  readonly tag: string;
  readonly mimeType: string;
  readonly bytes: number;
  readonly fileName: string;
  /** Whether a scanner found it clean when it was uploaded. */
  readonly geprueft: boolean;
}

/** What a draft holds; only ever stored sealed under the applicant's key. */
export interface DraftContent {
  readonly answers: Answers;
  /** Where answers come from that the applicant did not type; absent in drafts from before it was noted. */
  readonly origins?: Origins | undefined;
  /** The language that the applicant chose; the form's own without one. */
  readonly language?: string | undefined;
  readonly files: readonly DraftFile[];
}

/** The files that the answers still name, and those that nothing names any more. */
export function partedFiles({ answers, files }: Pick<DraftContent, 'answers' | 'files'>): {
  readonly named: readonly DraftFile[];
  readonly orphaned: readonly DraftFile[];
} {
  const ids = idsIn(answers);
  return {
    named: files.filter(({ id }) => ids.has(id)),
    orphaned: files.filter(({ id }) => !ids.has(id)),
  };
}

function idsIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  if ('id' in value && typeof value.id === 'string') found.add(value.id);
  for (const inner of Object.values(value)) idsIn(inner, found);
  return found;
}

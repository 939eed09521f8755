import { filesOf } from '../fields/file-answer.ts';
import { type FileRules, fileRules } from '../fields/file-field.ts';
import { leavesOf } from './field-model.ts';
import type { PageModel } from './page-model.ts';

/** The file fields of a page by name: what each takes, and how many more. */
export function uploadsOf(page: PageModel): ReadonlyMap<string, FileRules & { readonly room: number }> {
  const uploads = new Map<string, FileRules & { readonly room: number }>();
  for (const field of leavesOf(page.fields)) {
    if (field.kind !== 'input' || field.definition.type !== 'file') continue;
    const rules = fileRules(field.definition);
    uploads.set(field.name, { ...rules, room: Math.max(0, rules.maxCount - filesOf(field.answer).length) });
  }
  return uploads;
}

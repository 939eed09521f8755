import { z } from 'zod';
import type { Result } from '#kernel';
import type { Principal } from '#platform';
import { type DescriptionsDeps, descriptionsPermissions } from '../deps.ts';
import { type TextEditor, textEditor } from '../use-cases/text-editor.ts';

export const edit = { permission: descriptionsPermissions.edit } as const;
export const kommune = z
  .string()
  .max(100)
  .default('')
  .describe('Für einen IT-Dienstleister: die betreute Kommune (Schlüssel oder Name)');
export const sprache = z.string().max(3).default('de');
export const params = z.object({
  leistung: z.string().max(200).describe('Nummer, LeiKa-Schlüssel oder Name'),
});
export const query = z.object({ kommune, sprache });
/** Answers an editor of the Kommune that is named, or of the own one. */
export async function asEditor<T>(
  deps: DescriptionsDeps,
  principal: Principal | null,
  named: string,
  act: (editor: TextEditor) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (principal === null) throw new Error('an operation for editors was reached without a principal');
  const editor = await textEditor(deps, principal, named);
  return editor.ok ? act(editor.value) : editor;
}

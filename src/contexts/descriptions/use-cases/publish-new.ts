import type { Result } from '#kernel';
import type { Principal } from '#platform';
import type { TextInput } from '../domain/eigener-text.ts';
import { type EditorDeps, textEditor } from './text-editor.ts';
import { publishText, saveEntwurf, type TextKept, type TextTarget, type WriteDeps } from './write-text.ts';

/** Writes and publishes a text where there is none yet. */
export async function publishNew(
  deps: WriteDeps & EditorDeps,
  principal: Principal,
  target: TextTarget & { readonly kommune: string },
  input: TextInput,
): Promise<Result<TextKept>> {
  const editor = await textEditor(deps, principal, target.kommune);
  if (!editor.ok) return editor;
  const drafted = await saveEntwurf(deps, editor.value, target, { ...input, version: 0 });
  return drafted.ok ? publishText(deps, editor.value, target, { version: 1, nummer: 0 }) : drafted;
}

import type { Result } from '#kernel';
import { type CommandInput, type CommandOutput, optionText } from '#platform';
import type { DescriptionsDeps } from './deps.ts';
import { type TextEditor, textEditor } from './use-cases/text-editor.ts';
import type { TextTarget } from './use-cases/write-text.ts';

export const text = { type: 'string' } as const;
export const options = { kommune: text, language: text };
export const usage = '<Leistung> --kommune <Name|AGS> [--language de]';

/** Runs a command for the Kommune that it names. */
export async function asEditor(
  deps: DescriptionsDeps,
  { principal, values }: CommandInput,
  act: (editor: TextEditor) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  const editor = await textEditor(deps, principal, optionText(values, 'kommune'));
  return editor.ok ? act(editor.value) : editor;
}

/** The text that a command names. */
export function targetOf({ positionals, values }: CommandInput): TextTarget {
  return { leistung: positionals[0] ?? '', sprache: optionText(values, 'language') || 'de' };
}

import { ok, type Result } from '#kernel';
import type { CommandInput, CommandOutput, Principal } from '#platform';
import type { FieldsDeps } from './deps.ts';
import { type Editor, editorOf, type Leser, readerOf } from './use-cases/person.ts';
import { type Felderstand, readKind } from './use-cases/read-fields.ts';

/** Runs a command as the named organisation. */
export async function asReader(
  deps: FieldsDeps,
  input: CommandInput,
  run: (reader: Leser, principal: Principal) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  const named = input.values.organisation;
  const acting =
    typeof named === 'string' ? await deps.actingFor(input.principal, named) : ok(input.principal);
  if (!acting.ok) return acting;
  const reader = await readerOf(deps, acting.value);
  return reader.ok ? run(reader.value, acting.value) : reader;
}

/** The same for what changes something, with the kind and the state of its definition. */
export function asEditor(
  deps: FieldsDeps,
  input: CommandInput,
  run: (editor: Editor, art: string, grundlage: number) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  return asReader(deps, input, async (_, principal) => {
    const editor = await editorOf(deps, principal);
    if (!editor.ok) return editor;
    const [art = ''] = input.positionals;
    const stand = await readKind(deps, editor.value, art);
    return stand.ok ? run(editor.value, art, stand.value.eigene?.fassung ?? 0) : stand;
  });
}

/** Answers about one kind. */
export function withKind(
  deps: FieldsDeps,
  input: CommandInput,
  answer: (stand: Felderstand) => CommandOutput,
): Promise<Result<CommandOutput>> {
  return asReader(deps, input, async (reader) => {
    const stand = await readKind(deps, reader, input.positionals[0] ?? '');
    return stand.ok ? ok(answer(stand.value)) : stand;
  });
}

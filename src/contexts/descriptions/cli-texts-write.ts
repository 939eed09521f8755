import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { type Command, optionText } from '#platform';
import { asEditor, options, targetOf, text, usage } from './cli-text-parts.ts';
import type { DescriptionsDeps } from './deps.ts';
import { readText } from './use-cases/read-texts.ts';
import type { TextEditor } from './use-cases/text-editor.ts';
import {
  discardEntwurf,
  publishText,
  saveEntwurf,
  type TextTarget,
  withdrawText,
} from './use-cases/write-text.ts';

const fileSchema = z.strictObject({
  name: z.string().default(''),
  abschnitte: z.record(z.string(), z.string()),
  suchbegriffe: z.array(z.string()).default([]),
  pruefenBis: z.string().default(''),
});

/** Keeping a draft that stands in a file. */
export function draftCommand(deps: DescriptionsDeps): Command {
  return {
    capability: 'descriptions.text.draft',
    name: 'texte entwurf',
    usage: `${usage} --file <Text.json>`,
    summary:
      'Einen Entwurf speichern: {"abschnitte": {"05": "…"}, "suchbegriffe": ["…"], "pruefenBis": "JJJJ-MM-TT"}',
    options: { ...options, file: text },
    arity: [1, 1],
    run: (input) =>
      asEditor(deps, input, async (editor) => {
        const typed = await readTyped(optionText(input.values, 'file'));
        if (!typed.ok) return typed;
        const target = targetOf(input);
        const present = await readText(deps, editor, target);
        if (!present.ok) return present;
        const { suchbegriffe, ...rest } = typed.value;
        const version = present.value.entwurf?.version ?? 0;
        const kept = await saveEntwurf(deps, editor, target, {
          ...rest,
          suchbegriffe: suchbegriffe.join('\n'),
          version,
        });
        return kept.ok ? ok({ json: kept.value, text: 'Der Entwurf ist gespeichert.' }) : kept;
      }),
  };
}

async function readTyped(path: string): Promise<Result<z.infer<typeof fileSchema>>> {
  const content = await readFile(path, 'utf8').catch(() => null);
  if (content === null)
    return refuse({ kind: 'not-found', code: 'USAGE', message: `Die Datei „${path}“ gibt es nicht.` });
  const parsed = fileSchema.safeParse(parseJson(content));
  if (parsed.success) return ok(parsed.data);
  return refuse({
    kind: 'invalid',
    code: 'USAGE',
    message: `Die Datei „${path}“ ist kein Text: Sie enthält JSON mit „abschnitte“ nach dem Code des Textmoduls.`,
  });
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

/** Publishing, taking back and throwing away. */
export function stepCommands(deps: DescriptionsDeps): readonly Command[] {
  const step = (
    capability: string,
    name: string,
    summary: string,
    said: string,
    run: (editor: TextEditor, target: TextTarget) => Promise<Result<unknown>>,
  ): Command => ({
    capability,
    name,
    usage,
    summary,
    options,
    arity: [1, 1],
    run: (input) =>
      asEditor(deps, input, async (editor) => {
        const result = await run(editor, targetOf(input));
        return result.ok ? ok({ json: result.value, text: said }) : result;
      }),
  });
  const detail = async (editor: TextEditor, target: TextTarget) => {
    const found = await readText(deps, editor, target);
    return found.ok
      ? ok({ version: found.value.entwurf?.version ?? 0, nummer: found.value.versionen[0]?.nummer ?? 0 })
      : found;
  };
  return [
    step(
      'descriptions.text.publish',
      'texte veroeffentlichen',
      'Den Entwurf veröffentlichen',
      'Der Text ist veröffentlicht.',
      async (editor, target) => {
        const read = await detail(editor, target);
        return read.ok ? publishText(deps, editor, target, read.value) : read;
      },
    ),
    step(
      'descriptions.text.withdraw',
      'texte zurueckziehen',
      'Den veröffentlichten Text zurückziehen',
      'Der Text ist zurückgezogen.',
      async (editor, target) => {
        const read = await detail(editor, target);
        return read.ok ? withdrawText(deps, editor, target, read.value.nummer) : read;
      },
    ),
    step(
      'descriptions.text.discard',
      'texte verwerfen',
      'Den Entwurf verwerfen',
      'Der Entwurf ist verworfen.',
      (editor, target) => discardEntwurf(deps, editor, target),
    ),
  ];
}

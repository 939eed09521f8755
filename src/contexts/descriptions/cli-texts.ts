import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { formatLocalDate, ok, type Result, refuse } from '#kernel';
import { type Command, type CommandInput, type CommandOutput, optionText } from '#platform';
import type { DescriptionsDeps } from './deps.ts';
import { describeFor, listTexts, readText } from './use-cases/read-texts.ts';
import { type TextEditor, textEditor } from './use-cases/text-editor.ts';
import {
  discardEntwurf,
  publishText,
  saveEntwurf,
  type TextTarget,
  withdrawText,
} from './use-cases/write-text.ts';
import { jsonOfArea, jsonOfDetail, jsonOfList } from './views/texts-json.ts';

const text = { type: 'string' } as const;
const options = { kommune: text, language: text };
const usage = '<Leistung> --kommune <Name|AGS> [--language de]';

/** Own texts, and what all levels say, on the command line. */
export function textCommands(deps: DescriptionsDeps): readonly Command[] {
  return [
    describeCommand(deps),
    listCommand(deps),
    showCommand(deps),
    draftCommand(deps),
    ...stepCommands(deps),
  ];
}

function describeCommand(deps: DescriptionsDeps): Command {
  return {
    capability: 'descriptions.describe',
    name: 'beschreibung',
    usage: '<Leistung> --gebiet <Kommune|Land|Bund|ARS> [--language de]',
    summary: 'Was Bund, Land, Kreis und Kommune zu einer Leistung sagen, und was davon gilt',
    options: { gebiet: text, language: text },
    arity: [1, 1],
    run: async ({ positionals, values }) => {
      const [gebiet, sprache] = [
        optionText(values, 'gebiet') || 'Bund',
        optionText(values, 'language') || 'de',
      ];
      const found = await describeFor(deps, { leistung: positionals[0] ?? '', gebiet, sprache });
      if (!found.ok) return found;
      const { merged, ebenen } = found.value;
      const lines = merged
        ? merged.abschnitte.map(
            ({ modul, inhalt, ebene, redaktion }) => `[${modul}] ${ebene}, ${redaktion}\n${inhalt}\n`,
          )
        : ['Noch sagt keine Ebene etwas zu dieser Leistung.'];
      const levels = ebenen.map(
        ({ ebene, redaktion, stand }) => `${ebene}: ${redaktion}, Stand ${formatLocalDate(stand)}`,
      );
      return ok({ json: jsonOfArea(found.value), text: [...lines, ...levels].join('\n') });
    },
  };
}

function listCommand(deps: DescriptionsDeps): Command {
  return {
    capability: 'descriptions.text.list',
    name: 'texte',
    usage: '--kommune <Name|AGS>',
    summary: 'Die eigenen Texte einer Kommune, fällige zuerst',
    options: { kommune: text },
    arity: [0, 0],
    run: (input) =>
      asEditor(deps, input, async (editor) => {
        const rows = await listTexts(deps, editor);
        const lines = rows.map(
          ({ leistung, sprache, text: own, entwurf, faellig }) =>
            `${leistung.id}  ${sprache}  ${leistung.name}  ${own?.inhalt ? `Fassung ${own.nummer}` : 'nicht veröffentlicht'}${
              entwurf ? ', Entwurf' : ''
            }${faellig ? ', zur Durchsicht fällig' : ''}`,
        );
        return ok({
          json: jsonOfList(editor.kommune.name, rows),
          text: lines.length === 0 ? 'Noch kein eigener Text.' : lines.join('\n'),
        });
      }),
  };
}

function showCommand(deps: DescriptionsDeps): Command {
  return {
    capability: 'descriptions.text.read',
    name: 'texte zeigen',
    usage,
    summary: 'Ein eigener Text mit Entwurf und Fassungen',
    options,
    arity: [1, 1],
    run: (input) =>
      asEditor(deps, input, async (editor) => {
        const found = await readText(deps, editor, targetOf(input));
        if (!found.ok) return found;
        const { versionen, entwurf, leistung } = found.value;
        const lines = [
          leistung.name,
          ...versionen.map(
            ({ nummer, inhalt }) => `Fassung ${nummer}: ${inhalt ? 'veröffentlicht' : 'zurückgezogen'}`,
          ),
          ...(entwurf ? [`Entwurf, Version ${entwurf.version}`] : []),
        ];
        return ok({ json: jsonOfDetail(found.value), text: lines.join('\n') });
      }),
  };
}

const fileSchema = z.strictObject({
  name: z.string().default(''),
  abschnitte: z.record(z.string(), z.string()),
  suchbegriffe: z.array(z.string()).default([]),
  pruefenBis: z.string().default(''),
});

function draftCommand(deps: DescriptionsDeps): Command {
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

function stepCommands(deps: DescriptionsDeps): readonly Command[] {
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

async function asEditor(
  deps: DescriptionsDeps,
  { principal, values }: CommandInput,
  act: (editor: TextEditor) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  const editor = await textEditor(deps, principal, optionText(values, 'kommune'));
  return editor.ok ? act(editor.value) : editor;
}

function targetOf({ positionals, values }: CommandInput): TextTarget {
  return { leistung: positionals[0] ?? '', sprache: optionText(values, 'language') || 'de' };
}

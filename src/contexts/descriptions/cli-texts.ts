import { formatLocalDate, ok } from '#kernel';
import { type Command, optionText } from '#platform';
import { asEditor, options, targetOf, text, usage } from './cli-text-parts.ts';
import { draftCommand, stepCommands } from './cli-texts-write.ts';
import type { DescriptionsDeps } from './deps.ts';
import { describeFor, listTexts, readText } from './use-cases/read-texts.ts';
import { jsonOfArea, jsonOfDetail, jsonOfList } from './views/texts-json.ts';

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

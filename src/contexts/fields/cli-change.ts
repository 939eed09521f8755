import { readFile } from 'node:fs/promises';
import { ok, type Result, refuse } from '#kernel';
import { type Command, organisationOption, organisationUsage } from '#platform';
import { asEditor } from './cli-person.ts';
import { wordsIn, wrongOption } from './cli-words.ts';
import type { FieldsDeps } from './deps.ts';
import { changed as changedField, leereEingabe } from './domain/check-field.ts';
import { feldTypen } from './domain/feld.ts';
import { invalidDefinition } from './errors.ts';
import { addField, changeField } from './use-cases/change-field.ts';
import { importDefinition, parseDefinitionText } from './use-cases/transfer-definition.ts';

const text = { type: 'string' } as const;
const words = {
  ...organisationOption,
  tooltip: text,
  hilfe: text,
  pflicht: text,
  zaehlt: text,
  gruppe: text,
  position: text,
  optionen: text,
  from: text,
  to: text,
} as const;
const wordsUsage =
  '[--tooltip <Text>] [--hilfe <Text>] [--pflicht ja|nein] [--zaehlt ja|nein] [--gruppe <Name>] [--position <n>] [--optionen <a;b;c>] [--from JJJJ-MM-TT] [--to JJJJ-MM-TT]';

/** Changing fields. */
export function changeCommands(deps: FieldsDeps): readonly Command[] {
  return [
    {
      capability: 'fields.field.add',
      name: 'felder add',
      usage: `<Art> <Beschriftung> --typ ${feldTypen.join('|')} ${wordsUsage} ${organisationUsage}`,
      summary: 'Ein eigenes Feld ergänzen',
      options: { ...words, typ: text },
      arity: [2, 2],
      run: (input) =>
        asEditor(deps, input, async (editor, art, grundlage) => {
          const [, label = ''] = input.positionals;
          const typ = feldTypen.find((one) => one === input.values.typ);
          const said = wordsIn(input.values);
          if (!said.ok) return said;
          if (!typ) return refuse(wrongOption('typ', `Möglich sind: ${feldTypen.join(', ')}.`));
          const added = await addField(
            deps,
            editor,
            { art, grundlage },
            changedField({ ...leereEingabe, typ }, { ...said.value, label }),
          );
          return added.ok ? ok({ json: added.value, text: `Angelegt: ${added.value.key}` }) : added;
        }),
    },
    {
      capability: 'fields.field.change',
      name: 'felder change',
      usage: `<Art> <Feld> [--label <Text>] ${wordsUsage} ${organisationUsage}`,
      summary: 'Beschriftung, Hilfe und Pflichten eines Feldes ändern',
      options: { ...words, label: text },
      arity: [2, 2],
      run: (input) =>
        asEditor(deps, input, async (editor, art, grundlage) => {
          const [, key = ''] = input.positionals;
          const said = wordsIn(input.values);
          if (!said.ok) return said;
          const changed = await changeField(deps, editor, { art, key, grundlage }, said.value);
          return changed.ok
            ? ok({ json: changed.value, text: `${key} ist gespeichert, Fassung ${changed.value.fassung}` })
            : changed;
        }),
    },
    {
      capability: 'fields.import',
      name: 'felder import',
      usage: `<Art> <Datei> ${organisationUsage}`,
      summary: 'Eine Definition aus einer Datei übernehmen',
      options: organisationOption,
      arity: [2, 2],
      run: (input) =>
        asEditor(deps, input, async (editor, art, grundlage) => {
          const content = await fileContent(input.positionals[1] ?? '');
          if (!content.ok) return content;
          const taken = await importDefinition(deps, editor, { art, grundlage }, content.value);
          return taken.ok
            ? ok({
                json: taken.value,
                text: `${taken.value.uebernommen} Felder übernommen, ${taken.value.behalten} behalten`,
              })
            : taken;
        }),
    },
  ];
}

async function fileContent(path: string): Promise<Result<unknown>> {
  const content = await readFile(path, 'utf8').catch(() => null);
  if (content === null)
    return refuse(invalidDefinition([{ field: 'datei', message: `Die Datei ${path} ist nicht zu lesen.` }]));
  return parseDefinitionText(content);
}

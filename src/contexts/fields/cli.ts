import { readFile } from 'node:fs/promises';
import { type LocalDate, ok, parseLocalDate, type Refusal, type Result, refuse } from '#kernel';
import type { Command, CommandInput, CommandOutput, Principal } from '#platform';
import type { FieldsDeps } from './deps.ts';
import { changed as changedField, type Feldaenderung, leereEingabe } from './domain/check-field.ts';
import { vollstaendigkeitText } from './domain/completeness.ts';
import { feldTypen } from './domain/feld.ts';
import { invalidDefinition, invalidField } from './errors.ts';
import { typLabel } from './messages.ts';
import { addField, changeField } from './use-cases/change-field.ts';
import { checkValues } from './use-cases/check-values.ts';
import { type Editor, editorOf, type Leser, readerOf } from './use-cases/person.ts';
import { type Felderstand, readKind, readKinds } from './use-cases/read-fields.ts';
import { exportDefinition, importDefinition, parseDefinitionText } from './use-cases/transfer-definition.ts';
import { checkAnswer, kindAnswer } from './views.ts';

const text = { type: 'string' } as const;
const organisation = { organisation: { type: 'string', short: 'o' } } as const;
const forOrganisation = '--organisation <AGS|Name|Kennung>';
const words = {
  ...organisation,
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

/** This context on the command line; the operator names the organisation. */
export function fieldsCommands(deps: FieldsDeps): readonly Command[] {
  return [...readCommands(deps), ...changeCommands(deps)];
}

function readCommands(deps: FieldsDeps): readonly Command[] {
  return [
    {
      capability: 'fields.kinds',
      name: 'felder',
      usage: forOrganisation,
      summary: 'Arten von Einträgen mit ihren Feldern',
      options: organisation,
      arity: [0, 0],
      run: (input) =>
        asReader(deps, input, async (reader) => {
          const kinds = await readKinds(deps, reader);
          const lines = kinds.map(
            ({ kind, felder }) => `${kind.art.padEnd(12)}${felder.length} Felder  ${kind.label}`,
          );
          return ok({ json: { arten: kinds.map(kindAnswer) }, text: lines.join('\n') });
        }),
    },
    {
      capability: 'fields.kind',
      name: 'felder show',
      usage: `<Art> ${forOrganisation}`,
      summary: 'Die Felder einer Art, wie sie für eine Organisation gelten',
      options: organisation,
      arity: [1, 1],
      run: (input) => withKind(deps, input, (stand) => ({ json: kindAnswer(stand), text: kindText(stand) })),
    },
    {
      capability: 'fields.export',
      name: 'felder export',
      usage: `<Art> ${forOrganisation}`,
      summary: 'Was eine Organisation zu den Feldern einer Art sagt, als JSON',
      options: organisation,
      arity: [1, 1],
      run: (input) =>
        withKind(deps, input, (stand) => {
          const json = exportDefinition(stand);
          return { json, text: JSON.stringify(json, null, 2) };
        }),
    },
    {
      capability: 'fields.check',
      name: 'felder check',
      usage: `<Art> <Feld=Wert …> ${forOrganisation}`,
      summary: 'Werte ausprobieren: was nicht passt, was fehlt, wie vollständig sie sind',
      options: organisation,
      arity: [1, 300],
      run: (input) => withKind(deps, input, (stand) => checked(deps, stand, input.positionals.slice(1))),
    },
  ];
}

function changeCommands(deps: FieldsDeps): readonly Command[] {
  return [
    {
      capability: 'fields.field.add',
      name: 'felder add',
      usage: `<Art> <Beschriftung> --typ ${feldTypen.join('|')} ${wordsUsage} ${forOrganisation}`,
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
      usage: `<Art> <Feld> [--label <Text>] ${wordsUsage} ${forOrganisation}`,
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
      usage: `<Art> <Datei> ${forOrganisation}`,
      summary: 'Eine Definition aus einer Datei übernehmen',
      options: organisation,
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

async function asReader(
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

function asEditor(
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

function withKind(
  deps: FieldsDeps,
  input: CommandInput,
  answer: (stand: Felderstand) => CommandOutput,
): Promise<Result<CommandOutput>> {
  return asReader(deps, input, async (reader) => {
    const stand = await readKind(deps, reader, input.positionals[0] ?? '');
    return stand.ok ? ok(answer(stand.value)) : stand;
  });
}

function kindText({ felder }: Felderstand): string {
  return felder
    .map(({ key, label, typ, pflicht, zaehlt }) => {
      const marks = [pflicht ? 'Pflicht' : '', zaehlt ? 'zählt' : ''].filter(Boolean).join(', ');
      return `${key.padEnd(28)}${typLabel[typ].padEnd(14)}${label}${marks ? ` (${marks})` : ''}`;
    })
    .join('\n');
}

function checked(deps: FieldsDeps, { felder }: Felderstand, pairs: readonly string[]): CommandOutput {
  const werte = new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
  const result = checkValues(felder, (key) => werte.get(key) ?? null, deps.clock.today());
  const lines = result.problems.map(({ message }) => `- ${message}`);
  return {
    json: checkAnswer(result),
    text: [vollstaendigkeitText(result.vollstaendigkeit), ...lines].join('\n'),
  };
}

/** What the options say; what is not named stays as it is. */
function wordsIn(values: CommandInput['values']): Result<Feldaenderung> {
  const given = (name: string) => (typeof values[name] === 'string' ? values[name].trim() : undefined);
  const pflicht = yesOrNo('pflicht', given('pflicht'));
  if (!pflicht.ok) return pflicht;
  const zaehlt = yesOrNo('zaehlt', given('zaehlt'));
  if (!zaehlt.ok) return zaehlt;
  const gueltigVon = dayIn(given('from'));
  if (!gueltigVon.ok) return gueltigVon;
  const gueltigBis = dayIn(given('to'));
  if (!gueltigBis.ok) return gueltigBis;
  const position = given('position');
  return ok({
    label: given('label'),
    tooltip: given('tooltip'),
    hilfe: given('hilfe'),
    gruppe: given('gruppe'),
    pflicht: pflicht.value,
    zaehlt: zaehlt.value,
    position: position === undefined ? undefined : Number(position),
    optionen: given('optionen')
      ?.split(';')
      .map((one) => one.trim())
      .filter(Boolean),
    gueltigVon: gueltigVon.value,
    gueltigBis: gueltigBis.value,
  });
}

function yesOrNo(name: string, given: string | undefined): Result<boolean | undefined> {
  if (given === undefined) return ok(undefined);
  return given === 'ja' || given === 'nein'
    ? ok(given === 'ja')
    : refuse(wrongOption(name, 'Möglich sind ja und nein.'));
}

/** A day, nothing said, or „-“: no longer bound to a day. */
function dayIn(given: string | undefined): Result<LocalDate | null | undefined> {
  if (given === undefined) return ok(undefined);
  return given === '-' ? ok(null) : parseLocalDate(given);
}

function wrongOption(name: string, message: string): Refusal {
  return invalidField([{ field: name, message: `--${name}: ${message}` }]);
}

async function fileContent(path: string): Promise<Result<unknown>> {
  const content = await readFile(path, 'utf8').catch(() => null);
  if (content === null)
    return refuse(invalidDefinition([{ field: 'datei', message: `Die Datei ${path} ist nicht zu lesen.` }]));
  return parseDefinitionText(content);
}

import { ok, type Result, refuse } from '#kernel';
import {
  type Command,
  type CommandInput,
  type CommandOutput,
  commandFile,
  commandJson,
  commandUsage,
  type OptionValue,
} from '#platform';
import { ohneIntern } from './domain/projekt.ts';
import type { ProjectsDeps } from './projects-deps.ts';
import { saveBodySchema } from './projekt-schema.ts';
import { coordinatorOf, leadOf } from './use-cases/actors.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from './use-cases/einlesen.ts';
import type { GeplanteZeile } from './use-cases/geplante-zeile.ts';
import { isKennung } from './use-cases/kennung.ts';
import { saveProjekt } from './use-cases/save-projekt.ts';
import { showInterest } from './use-cases/show-interest.ts';
import { einleseAnswer } from './views/answers.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** What changes projects, on the command line; the operator names the house or the Kommune. */
export function writeCommands(deps: ProjectsDeps): readonly Command[] {
  return [
    {
      capability: 'projects.save',
      name: 'projekt save',
      usage: '<Kennung> <Datei.json> --anbieter <Name>',
      summary: 'Ein Umsetzungsprojekt anlegen oder, mit „grundlage“ in der Datei, ändern',
      options: { anbieter: text },
      arity: [2, 2],
      run: (input) => save(deps, input),
    },
    {
      capability: 'projects.join',
      name: 'projekt join',
      usage: '<Kennung> --kommune <Name|AGS> [--text <Nachricht>] [--public] [--withdraw]',
      summary: 'Das Interesse einer Kommune zeigen oder zurückziehen',
      options: { kommune: text, text, public: flag, withdraw: flag },
      arity: [1, 1],
      run: (input) => join(deps, input),
    },
    {
      capability: 'projects.import',
      name: 'projekte import',
      usage: '<Datei> --anbieter <Name> [--yes]',
      summary: 'Projekte aus einer Tabelle: ohne --yes nur die Vorschau',
      options: { anbieter: text, yes: flag },
      arity: [1, 1],
      run: (input) => importTable(deps, input),
    },
  ];
}

const largestFile = 10_000_000;

function named(value: OptionValue): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

async function save(
  deps: ProjectsDeps,
  { positionals, values, principal }: CommandInput,
): Promise<Result<CommandOutput>> {
  const lead = await leadOf(deps, principal, named(values.anbieter));
  if (!lead.ok) return lead;
  const [id = '', path = ''] = positionals;
  if (!isKennung(id)) return refuse(commandUsage(`„${id}“ ist keine Kennung.`));
  const body = await commandJson(path, saveBodySchema, largestFile);
  if (!body.ok) return body;
  const { grundlage = null, inhalt, intern = ohneIntern } = body.value;
  const saved = await saveProjekt(deps, lead.value, { id, grundlage, inhalt, intern });
  if (!saved.ok) return saved;
  const { fassung } = saved.value;
  return ok({ json: { id, fassung }, text: `${id} steht jetzt in Fassung ${fassung}.` });
}

async function join(
  deps: ProjectsDeps,
  { positionals, values, principal }: CommandInput,
): Promise<Result<CommandOutput>> {
  const coordinator = await coordinatorOf(deps, principal, named(values.kommune));
  if (!coordinator.ok) return coordinator;
  const interessiert = values.withdraw !== true;
  const said = await showInterest(deps, coordinator.value, {
    projektId: positionals[0] ?? '',
    interessiert,
    genannt: values.public === true,
    bemerkung: named(values.text) ?? '',
  });
  if (!said.ok) return said;
  const { name } = coordinator.value.kommune;
  return ok({
    json: { projekt: positionals[0], kommune: name, interessiert },
    text: interessiert ? `${name} hat Interesse gezeigt.` : `${name} hat kein Interesse.`,
  });
}

async function importTable(
  deps: ProjectsDeps,
  { positionals, values, principal }: CommandInput,
): Promise<Result<CommandOutput>> {
  const lead = await leadOf(deps, principal, named(values.anbieter));
  if (!lead.ok) return lead;
  const path = positionals[0] ?? '';
  const file = await commandFile(path, largestFile);
  if (!file.ok) return file;
  const begun = await beginEinlesung(deps, lead.value, file.value);
  if (!begun.ok) return begun;
  const uebernommen = values.yes === true;
  const preview = await previewEinlesung(deps, lead.value, begun.value);
  if (!preview.ok) return preview;
  const zeilen = uebernommen ? await applyEinlesung(deps, lead.value, begun.value) : ok(preview.value.zeilen);
  if (!zeilen.ok) return zeilen;
  return ok({
    json: { uebernommen, zeilen: zeilen.value.map(einleseAnswer) },
    text: [
      ...zeilen.value.map(lineOf),
      uebernommen
        ? 'Die guten Zeilen sind übernommen.'
        : 'Es wurde nichts geändert. Mit --yes werden die guten Zeilen übernommen.',
    ].join('\n'),
  });
}

function lineOf({ zeile, art, kennung, aenderungen, fehler }: GeplanteZeile): string {
  const details = fehler.length > 0 ? fehler.join(' ') : aenderungen.map(({ feld }) => feld).join(', ');
  return `Zeile ${zeile}: ${kennung} ${art}${details ? ` (${details})` : ''}`;
}

import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Command, type CommandInput, type CommandOutput, commandJson, commandOutput } from '#platform';
import { flag, managerCommand, nothingTaken, readerCommand, tableIn } from './cli-parts.ts';
import type { CostsDeps } from './costs-deps.ts';
import { foerderprogrammSchema, schluesselKopfSchema } from './shapes.ts';
import type { Manager } from './use-cases/actors.ts';
import { beginEinlesen, uebernehmeSchluessel, vorschauOf } from './use-cases/einlesen.ts';
import { fertigeSchluessel, uebernimmFertigen } from './use-cases/fertige-schluessel.ts';
import { foerderprogramme, saveFoerderprogramm } from './use-cases/foerderung.ts';
import { einSchluessel, schluesselOf } from './use-cases/schluessel.ts';
import { programmAnswer, schluesselAnswer } from './views/answers.ts';

/** Keys and funding programmes on the command line. */
export function keyCommands(deps: CostsDeps): readonly Command[] {
  return [...keys(deps), importCommand(deps), ...programmes(deps)];
}

function keys(deps: CostsDeps): readonly Command[] {
  return [
    managerCommand(
      deps,
      {
        capability: 'costs.keys',
        name: 'kosten schluessel',
        summary: 'Die Verteilungsschlüssel des Hauses, und die fertigen',
        arity: [0, 0],
      },
      async (who) => {
        const own = await schluesselOf(deps, who);
        const fertige = await fertigeSchluessel(deps);
        return ok({
          json: { schluessel: own.map(schluesselAnswer), fertige },
          text: [
            ...own.map(({ id, name, fassung }) => `${id}  ${name}, Fassung ${fassung}`),
            ...fertige.map(({ id, name }) => `${id}  ${name} (liegt fertig)`),
          ].join('\n'),
        });
      },
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.key',
        name: 'kosten schluessel show',
        usage: '<Schlüssel>',
        summary: 'Ein Schlüssel mit allen Gewichten',
        arity: [1, 1],
      },
      async (who, { positionals: [id = ''] }) =>
        commandOutput(
          await einSchluessel(deps, who, id),
          ({ gewichte }) =>
            Object.entries(gewichte)
              .map(([zahler, gewicht]) => `${zahler}  ${gewicht}`)
              .join('\n'),
          (one) => ({ ...schluesselAnswer(one), gewichte: one.gewichte }),
        ),
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.key.take',
        name: 'kosten schluessel take',
        usage: '<Schlüssel>',
        summary: 'Einen fertigen Schlüssel übernehmen',
        arity: [1, 1],
      },
      async (who, { positionals: [id = ''] }) =>
        commandOutput(
          await uebernimmFertigen(deps, who, id),
          ({ fassung }) => `Übernommen als Fassung ${fassung}.`,
        ),
    ),
  ];
}

function importCommand(deps: CostsDeps): Command {
  return managerCommand(
    deps,
    {
      capability: 'costs.keys.import',
      name: 'kosten schluessel import',
      usage: '<Tabelle> <Kopf.json> [--yes] [--nur-gute] [--renormieren]',
      options: { yes: flag, 'nur-gute': flag, renormieren: flag },
      summary: 'Einen Schlüssel aus einer Tabelle: ohne --yes nur die Vorschau mit Summe',
      arity: [2, 2],
    },
    (who, input) => readTable(deps, who, input),
  );
}

async function readTable(
  deps: CostsDeps,
  who: Manager,
  { positionals: [path = '', kopfPath = ''], values }: CommandInput,
): Promise<Result<CommandOutput>> {
  const kopf = await commandJson(kopfPath, schluesselKopfSchema);
  if (!kopf.ok) return kopf;
  const read = await tableIn(path, {
    begin: (file) => beginEinlesen(deps, who, file, kopf.value),
    look: (id) => vorschauOf(deps, who, id),
  });
  if (!read.ok) return read;
  const { id, found, wrong } = read.value;
  const uebernommen = values.yes === true;
  if (uebernommen) {
    const how = { nurGute: values['nur-gute'] === true, renormieren: values.renormieren === true };
    const taken = await uebernehmeSchluessel(deps, who, id, how);
    if (!taken.ok) return taken;
  }
  const { summe, problem, zeilen } = found;
  const end = uebernommen ? 'Übernommen.' : nothingTaken;
  const lines = [...wrong, `Summe ${summe}.`, ...(problem === null ? [] : [problem]), end];
  return ok({ json: { uebernommen, summe, problem, zeilen }, text: lines.join('\n') });
}

function programmes(deps: CostsDeps): readonly Command[] {
  return [
    readerCommand(
      deps,
      {
        capability: 'costs.programmes',
        name: 'kosten foerderung',
        summary: 'Förderprogramme mit Laufzeit und Quelle',
        arity: [0, 0],
      },
      async () => {
        const all = await foerderprogramme(deps);
        return ok({
          json: { programme: all.map(programmAnswer) },
          text: all.map(({ titel, geber }) => `${titel} (${geber})`).join('\n') || 'Noch kein Programm.',
        });
      },
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.programme.save',
        name: 'kosten foerderung save',
        usage: '<Kennung> <Datei.json>',
        summary: 'Ein Förderprogramm eintragen; die Datei hat „inhalt“ und, beim Ändern, „grundlage“',
        arity: [2, 2],
      },
      async (who, { positionals: [id = '', path = ''] }) => {
        const body = await commandJson(
          path,
          z.strictObject({ grundlage: z.int().min(0).default(0), inhalt: foerderprogrammSchema }),
        );
        if (!body.ok) return body;
        return commandOutput(
          await saveFoerderprogramm(deps, who, { id, ...body.value }),
          ({ fassung }) => `Gespeichert als Fassung ${fassung}.`,
        );
      },
    ),
  ];
}

import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Command, type CommandInput, type CommandOutput, commandJson, commandOutput } from '#platform';
import { flag, managerCommand, nothingTaken, tableIn } from './cli-parts.ts';
import type { CostsDeps } from './costs-deps.ts';
import { angabenSchema } from './shapes.ts';
import type { Manager } from './use-cases/actors.ts';
import { beginAngaben, uebernehmeAngaben } from './use-cases/angaben-einlesen.ts';
import { alleAngaben, angabenverlauf, saveAngaben } from './use-cases/rechnungsangaben.ts';
import { angabenAnswer, vorschauAnswer } from './views/angaben-answers.ts';

const wanted = z.strictObject({
  grundlage: z.int().min(0).default(0),
  angaben: angabenSchema.partial(),
});

/** Billing particulars on the command line. */
export function angabenCommands(deps: CostsDeps): readonly Command[] {
  return [
    managerCommand(
      deps,
      {
        capability: 'costs.particulars',
        name: 'kosten rechnungsangaben',
        summary: 'Was auf XRechnungen über das Haus und die Zahler steht',
        arity: [0, 0],
      },
      async (who) => {
        const all = await alleAngaben(deps, who);
        const lines = all.map(({ kennung, angaben }) => `${kennung}  ${angaben.name}, ${angaben.ort}`);
        return ok({
          json: { angaben: all.map(angabenAnswer) },
          text: lines.join('\n') || 'Noch keine Rechnungsangaben.',
        });
      },
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.particular',
        name: 'kosten rechnungsangaben show',
        usage: '<Kennung>',
        summary: 'Rechnungsangaben in allen Fassungen',
        arity: [1, 1],
      },
      async (who, { positionals: [kennung = ''] }) =>
        commandOutput(
          await angabenverlauf(deps, who, kennung),
          (all) =>
            all.map(({ fassung, angaben }) => `${fassung}: ${angaben.name}, ${angaben.ort}`).join('\n') ||
            'Noch nichts angegeben.',
          (all) => ({ fassungen: all.map(angabenAnswer) }),
        ),
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.particulars.save',
        name: 'kosten rechnungsangaben save',
        usage: '<HAUS|Kennung> <Datei.json>',
        summary: 'Rechnungsangaben ändern; die Datei hat „angaben“ und, beim Ändern, „grundlage“',
        arity: [2, 2],
      },
      async (who, { positionals: [kennung = '', path = ''] }) => {
        const body = await commandJson(path, wanted);
        if (!body.ok) return body;
        return commandOutput(
          await saveAngaben(deps, who, { kennung, ...body.value }),
          ({ fassung }) => `Gespeichert als Fassung ${fassung}.`,
        );
      },
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.particulars.import',
        name: 'kosten rechnungsangaben import',
        usage: '<Tabelle> [--yes] [--nur-gute]',
        options: { yes: flag, 'nur-gute': flag },
        summary: 'Rechnungsangaben aus einer Tabelle: ohne --yes nur die Vorschau',
        arity: [1, 1],
      },
      (who, input) => readTable(deps, who, input),
    ),
  ];
}

async function readTable(
  deps: CostsDeps,
  who: Manager,
  { positionals: [path = ''], values }: CommandInput,
): Promise<Result<CommandOutput>> {
  const read = await tableIn(path, {
    begin: (file) => beginAngaben(deps, who, file),
    look: (id) => vorschauAnswer(deps, who, id),
  });
  if (!read.ok) return read;
  const { id, found, wrong } = read.value;
  if (values.yes !== true) return ok({ json: found, text: [...wrong, nothingTaken].join('\n') });
  const taken = await uebernehmeAngaben(deps, who, id, values['nur-gute'] === true);
  if (!taken.ok) return taken;
  const { uebernommen } = taken.value;
  return ok({
    json: { ...found, uebernommen },
    text: [...wrong, `${uebernommen} übernommen.`].join('\n'),
  });
}

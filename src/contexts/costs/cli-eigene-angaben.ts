import { z } from 'zod';
import { ok, refuse } from '#kernel';
import { type Command, commandJson, commandOutput } from '#platform';
import { readerCommand } from './cli-parts.ts';
import type { CostsDeps } from './costs-deps.ts';
import { notPayer } from './errors.ts';
import { zahlerangabenSchema } from './shapes.ts';
import { eigeneAngaben, gibEigeneAn, staterOf } from './use-cases/eigene-angaben.ts';
import { eigeneAngabenAnswer } from './views/angaben-answers.ts';

const wanted = z.strictObject({ grundlage: z.int().min(0).default(0), angaben: zahlerangabenSchema });

/** How bills are addressed to a Kommune, on the command line. */
export function eigeneAngabenCommands(deps: CostsDeps): readonly Command[] {
  return [
    readerCommand(
      deps,
      {
        capability: 'costs.particulars.own',
        name: 'kosten eigene-rechnungsangaben',
        summary: 'Was eine Kommune für Rechnungen an sie angegeben hat',
        arity: [0, 0],
      },
      async (reader) => {
        if (reader.art !== 'kommune') return refuse(notPayer);
        const found = await eigeneAngaben(deps, reader.payer);
        const lines = found.fassungen.map(
          ({ fassung, wer, angaben }) => `${fassung}: ${angaben.name}, ${angaben.ort} (${wer})`,
        );
        return ok({ json: eigeneAngabenAnswer(found), text: lines.join('\n') || 'Noch nichts angegeben.' });
      },
    ),
    readerCommand(
      deps,
      {
        capability: 'costs.particulars.own.save',
        name: 'kosten eigene-rechnungsangaben save',
        usage: '<Datei.json>',
        summary: 'Sie angeben; die Datei hat „angaben“ und, beim Ändern, „grundlage“',
        arity: [1, 1],
      },
      async (_, { positionals: [path = ''] }, principal) => {
        const who = await staterOf(deps, principal);
        if (!who.ok) return who;
        const body = await commandJson(path, wanted);
        if (!body.ok) return body;
        return commandOutput(
          await gibEigeneAn(deps, who.value, body.value),
          ({ fassung }) => `Gespeichert als Fassung ${fassung}.`,
        );
      },
    ),
  ];
}

import { z } from 'zod';
import { ok } from '#kernel';
import { type Command, commandJson, commandOutput } from '#platform';
import { plannerCommand } from './cli-parts.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { grundlage, massnahmeSchema } from './shapes.ts';
import { bestandOf } from './use-cases/grundlage.ts';
import { saveMassnahme } from './use-cases/save-massnahme.ts';
import { massnahmeAnswer } from './views/answers.ts';

export function measureCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      {
        capability: 'planning.measures',
        name: 'planung massnahmen',
        usage: '',
        summary: 'Alle Maßnahmen',
        arity: [0, 0],
      },
      async (planner) => {
        const { massnahmen } = await bestandOf(deps, planner);
        const lines = massnahmen.map(
          ({ id, inhalt }) =>
            `${id}  ${inhalt.titel}: ${inhalt.kommunen.length} Kommunen, Gewicht ${inhalt.gewicht}`,
        );
        return ok({
          json: { massnahmen: massnahmen.map(massnahmeAnswer) },
          text: lines.join('\n') || 'Noch keine Maßnahme.',
        });
      },
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.measure.save',
        name: 'planung massnahme save',
        usage: '<Kennung> <Datei.json>',
        summary: 'Eine Maßnahme anlegen oder ändern; die Datei hat „inhalt“ und, beim Ändern, „grundlage“',
        arity: [2, 2],
      },
      async (planner, { positionals: [id = '', path = ''] }) => {
        const schema = z.strictObject({
          grundlage,
          inhalt: massnahmeSchema,
          beendet: z.boolean().default(false),
        });
        const body = await commandJson(path, schema);
        if (!body.ok) return body;
        const saved = await saveMassnahme(deps, planner, { id, ...body.value, herkunft: 'hand' });
        return commandOutput(
          saved,
          ({ inhalt, fassung }) => `${inhalt.titel} steht in Fassung ${fassung}.`,
          massnahmeAnswer,
        );
      },
    ),
  ];
}

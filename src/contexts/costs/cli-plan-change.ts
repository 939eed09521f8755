import { z } from 'zod';
import { refuse } from '#kernel';
import { type Command, commandJson, commandOutput, commandUsage } from '#platform';
import { flag, managerCommand, stelleIn } from './cli-parts.ts';
import type { CostsDeps } from './costs-deps.ts';
import { planSchema } from './shapes.ts';
import { planstand, savePlan } from './use-cases/plan.ts';
import { legePlanAn, uebernimmAngebundene } from './use-cases/plan-anlegen.ts';
import { veroeffentlichePreis } from './use-cases/preis.ts';
import { planzeileAnswer } from './views/answers.ts';

export const place = '<Dienst> <Jahr>';
export const ist = { ist: flag };

export function changing(deps: CostsDeps): readonly Command[] {
  return [
    managerCommand(
      deps,
      {
        capability: 'costs.plan.begin',
        name: 'kosten plan begin',
        usage: `${place} [--ist]`,
        options: ist,
        summary: 'Einen Kostenplan anlegen, nach dem Vorbild des letzten',
        arity: [2, 2],
      },
      async (who, input) => {
        const stelle = stelleIn(input);
        if (stelle.jahr < 2000) return refuse(commandUsage('Bitte das Jahr mit vier Ziffern angeben.'));
        const made = await legePlanAn(deps, who, stelle);
        return commandOutput(made, (plan) => `Angelegt: ${plan.dienst} ${plan.jahr}.`, planzeileAnswer);
      },
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.plan.save',
        name: 'kosten plan save',
        usage: `${place} <Datei.json> [--ist]`,
        options: ist,
        summary: 'Einen Kostenplan ändern; die Datei hat „inhalt“ und „grundlage“',
        arity: [3, 3],
      },
      async (who, input) => {
        const body = await commandJson(
          input.positionals[2] ?? '',
          z.strictObject({ grundlage: z.int().min(0), inhalt: planSchema }),
        );
        if (!body.ok) return body;
        const saved = await savePlan(deps, who, { ...stelleIn(input), ...body.value });
        return commandOutput(saved, ({ fassung }) => `Gespeichert als Fassung ${fassung}.`, planzeileAnswer);
      },
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.payers.connected',
        name: 'kosten angebundene',
        usage: place,
        summary: 'Die angebundenen Kommunen als Zahler aufnehmen',
        arity: [2, 2],
      },
      async (who, input) => {
        const stand = await planstand(deps, who, stelleIn(input));
        if (!stand.ok) return stand;
        const taken = await uebernimmAngebundene(deps, who, stand.value);
        return commandOutput(
          taken,
          (count) => `${count} Kommunen aufgenommen.`,
          (count) => ({ aufgenommen: count }),
        );
      },
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.price.publish',
        name: 'kosten preis',
        usage: place,
        summary: 'Das Preisschild eines Plans veröffentlichen',
        arity: [2, 2],
      },
      async (who, input) => {
        const made = await veroeffentlichePreis(deps, who, stelleIn(input));
        return commandOutput(
          made,
          () => 'Veröffentlicht.',
          () => ({ veroeffentlicht: true }),
        );
      },
    ),
  ];
}

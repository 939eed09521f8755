import { ok } from '#kernel';
import { asOrganisation, type Command, organisationOption, organisationUsage } from '#platform';
import { plannerCommand, planOf } from './cli-parts.ts';
import { decideCommands } from './cli-plan-decide.ts';
import { lookCommands } from './cli-plan-look.ts';
import { makeCommands } from './cli-plan-make.ts';
import { lueckeOf } from './domain/kosten.ts';
import { prozent, quartalText } from './messages.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { nextSteps } from './use-cases/next-steps.ts';
import { planuebersicht } from './use-cases/read-plan.ts';
import { planAnswer, planzeileAnswer, zieleAnswer } from './views/answers.ts';

/** Plans on the command line. */
export function planCommands(deps: PlanningDeps): readonly Command[] {
  return [...readCommands(deps), ...lookCommands(deps), ...makeCommands(deps), ...decideCommands(deps)];
}

function readCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      { capability: 'planning.overview', name: 'planung', usage: '', summary: 'Alle Pläne', arity: [0, 0] },
      async (planner) => {
        const { plaene, entscheide } = await planuebersicht(deps, planner);
        const gilt = entscheide[0]?.planId ?? null;
        const lines = plaene.map(({ id, nummer, titel, zielwert }) =>
          [
            `Plan ${nummer}: ${titel}`,
            zielwert === null ? 'nicht fertig' : `Verspätung ${zielwert}`,
            ...(id === gilt ? ['gilt'] : []),
          ].join(', '),
        );
        return ok({
          json: { plaene: plaene.map(planzeileAnswer), gilt },
          text: lines.join('\n') || 'Noch kein Plan.',
        });
      },
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.plan.show',
        name: 'planung plan',
        usage: '<Nummer|Kennung>',
        summary: 'Ein Plan mit allen Plätzen, Engpässen und dem, was bewiesen ist',
        arity: [1, 1],
      },
      async (planner, { positionals: [word = ''] }) => {
        const stand = await planOf(deps, planner, word);
        if (!stand.ok) return stand;
        const json = planAnswer(stand.value);
        if (json.ergebnis === null)
          return ok({ json, text: `${json.titel}: ${json.stand?.text ?? 'nicht fertig'}` });
        const { verspaetung, schranke, plaetze, verstoesse } = json.ergebnis;
        const lines = plaetze
          .filter(({ ags }) => ags !== null)
          .map(({ quartal, massnahme, ags }) => `${quartal ?? '–'.padEnd(7)}  ${massnahme}  ${ags}`)
          .sort();
        const head = `${json.titel}: Verspätung ${verspaetung}, höchstens ${prozent(lueckeOf(verspaetung, schranke))} über dem Besten`;
        return ok({ json, text: [head, ...verstoesse, ...lines].join('\n') });
      },
    ),
    {
      capability: 'planning.next-steps',
      name: 'planung schritte',
      usage: `[<AGS>] ${organisationUsage}`,
      summary: 'Was eine Kommune nach dem beschlossenen Plan als Nächstes tut',
      options: organisationOption,
      arity: [0, 1],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const found = await nextSteps(deps, principal, input.positionals[0] ?? '');
          if (!found.ok) return found;
          const { reader, beschluesse } = found.value;
          const lines = beschluesse.flatMap(({ ziele }) =>
            ziele.map(({ quartal, titel }) => `${quartalText(quartal)}: ${titel}`),
          );
          const { ags, name } = reader.kommune;
          return ok({
            json: { kommune: { ags, name }, beschluesse: beschluesse.map(zieleAnswer) },
            text: lines.join('\n') || 'Noch kein beschlossener Plan.',
          });
        }),
    },
  ];
}

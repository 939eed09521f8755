import { ok } from '#kernel';
import { type Command, commandOutput } from '#platform';
import { plannerCommand, planOf } from './cli-parts.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { compare } from './use-cases/compare.ts';
import { fertig } from './use-cases/read-plan.ts';
import { preiseAnswer, vergleichAnswer } from './views/answers.ts';

export function lookCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      {
        capability: 'planning.plan.price',
        name: 'planung preise',
        usage: '<Plan> [<Maßnahme>]',
        summary: 'Was es die anderen kostet, verspätete Wünsche doch zu erfüllen',
        arity: [1, 2],
      },
      async (planner, { positionals: [word = '', massnahme = null] }) => {
        const stand = await planOf(deps, planner, word);
        if (!stand.ok) return stand;
        const made = fertig(stand.value);
        if (!made.ok) return made;
        const preise = preiseAnswer(made.value, massnahme);
        const lines = preise.map(
          ({ wuensche, preis }) => `${wuensche.map(({ was }) => was).join(', ')}: ${preis}`,
        );
        return ok({ json: { preise }, text: lines.join('\n') || 'Kein Wunsch ist verspätet.' });
      },
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.plan.compare',
        name: 'planung vergleich',
        usage: '<Plan> <anderer Plan>',
        summary: 'Was der zweite Plan gewinnt und verliert',
        arity: [2, 2],
      },
      async (planner, { positionals: [one = '', other = ''] }) => {
        const [first, second] = [await planOf(deps, planner, one), await planOf(deps, planner, other)];
        if (!first.ok) return first;
        if (!second.ok) return second;
        const compared = await compare(deps, planner, first.value.plan.id, second.value.plan.id);
        return commandOutput(
          compared,
          ({ vergleich: { gewinnt, verliert, gleich } }) =>
            `${gewinnt.length} früher, ${verliert.length} später, ${gleich} gleich.`,
          ({ vergleich }) => vergleichAnswer(vergleich),
        );
      },
    ),
  ];
}

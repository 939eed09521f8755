import { ok, parseQuartal, type Result, refuse } from '#kernel';
import {
  type Command,
  type CommandInput,
  type CommandOutput,
  commandOutput,
  commandUsage,
  optionText,
  parseVorgangId,
} from '#platform';
import { plannerCommand, planOf, text } from './cli-parts.ts';
import type { Annahme } from './domain/grundlage.ts';
import { parseTage } from './domain/tage.ts';
import { cancelled } from './handlers.ts';
import type { PlanningDeps } from './planning-deps.ts';
import type { Planner } from './use-cases/actors.ts';
import { beginPlan } from './use-cases/begin-plan.ts';
import { sekundenUsual, usualBegin } from './use-cases/grundlage.ts';

export function makeCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      {
        capability: 'planning.plan',
        name: 'planung rechnen',
        usage: '<Name> [--ab JJJJ-Qn] [--quartale <n>] [--team <Team> --mehr <Tage>]',
        options: { ab: text, quartale: text, team: text, mehr: text },
        summary: 'Einen Plan rechnen lassen; er entsteht im laufenden Dienst',
        arity: [1, 1],
      },
      (planner, input) => begin(deps, planner, input),
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.plan.cancel',
        name: 'planung abbrechen',
        usage: '<Plan>',
        summary: 'Das Rechnen abbrechen; gespeichert wird nichts',
        arity: [1, 1],
      },
      async (planner, { positionals: [word = ''] }) => {
        const stand = await planOf(deps, planner, word);
        if (!stand.ok) return stand;
        const vorgang = parseVorgangId(stand.value.plan.vorgang);
        const { anbieter, actor } = planner;
        const abgebrochen = vorgang !== null && (await cancelled(deps, anbieter.tenant, actor, vorgang));
        return ok({
          json: { abgebrochen },
          text: abgebrochen ? 'Abgebrochen.' : 'Der Plan war schon zu Ende.',
        });
      },
    ),
  ];
}

async function begin(
  deps: PlanningDeps,
  planner: Planner,
  { positionals: [titel = ''], values }: CommandInput,
): Promise<Result<CommandOutput>> {
  const ab = parseQuartal(optionText(values, 'ab') || usualBegin(deps.clock.today()));
  if (!ab.ok) return ab;
  const annahmen = annahmenOf(optionText(values, 'team'), optionText(values, 'mehr'));
  if (!annahmen.ok) return annahmen;
  const quartale = Number(optionText(values, 'quartale') || '8');
  const wunsch = { titel, ab: ab.value, quartale, sekunden: sekundenUsual, annahmen: annahmen.value };
  if (titel.length < 3)
    return refuse(commandUsage('Der Plan braucht einen Namen mit mindestens drei Zeichen.'));
  const begun = await beginPlan(deps, planner, wunsch);
  return commandOutput(
    begun,
    ({ nummer }) =>
      `Plan ${nummer} wird gerechnet, sobald der Dienst läuft. Ansehen: leitwerk planung plan ${nummer}`,
    ({ id, nummer }) => ({ id, nummer }),
  );
}

function annahmenOf(team: string, mehr: string): Result<readonly Annahme[]> {
  if (team === '' || mehr === '') return ok([]);
  const tage = parseTage(mehr.replace(/^-/, ''));
  if (!tage.ok) return refuse(commandUsage(tage.refusal));
  return ok([{ team, monatlich: mehr.startsWith('-') ? -tage.value : tage.value }]);
}

import { ok, parseLocalDate, parseQuartal } from '#kernel';
import { type Command, commandOutput, optionText } from '#platform';
import { flag, plannerCommand, planOf, text } from './cli-parts.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { decide } from './use-cases/decide.ts';
import { move } from './use-cases/move.ts';

export function decideCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      {
        capability: 'planning.plan.move',
        name: 'planung verschieben',
        usage: '<Plan> <Maßnahme> <AGS|einmalig> <JJJJ-Qn|ohne> [--trotzdem]',
        options: { trotzdem: flag },
        summary: 'Von Hand verschieben; sagt, was das bricht, und tut es nur mit --trotzdem',
        arity: [4, 4],
      },
      async (planner, { positionals: [word = '', massnahme = '', ags = '', wohin = ''], values }) => {
        const stand = await planOf(deps, planner, word);
        if (!stand.ok) return stand;
        const quartal = wohin === 'ohne' ? ok(null) : parseQuartal(wohin);
        if (!quartal.ok) return quartal;
        const next = await move(deps, planner, {
          plan: stand.value.plan.id,
          grundlage: stand.value.plan.fassungen.at(-1)?.fassung ?? 0,
          massnahme,
          ags: ags === 'einmalig' ? null : ags,
          quartal: quartal.value,
          trotzdem: values.trotzdem === true,
        });
        return commandOutput(
          next,
          ({ fassung, bemerkung }) => `${bemerkung}. Der Plan steht in Fassung ${fassung}.`,
          ({ fassung, zielwert }) => ({ fassung, verspaetung: zielwert }),
        );
      },
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.plan.decide',
        name: 'planung beschluss',
        usage: '<Plan> --wer <Gremium> --grund <Satz> [--am JJJJ-MM-TT]',
        options: { wer: text, grund: text, am: text },
        summary: 'Festhalten, wer den Plan wann und warum beschlossen hat; setzt die Ziele jeder Kommune',
        arity: [1, 1],
      },
      async (planner, { positionals: [word = ''], values }) => {
        const stand = await planOf(deps, planner, word);
        if (!stand.ok) return stand;
        const am = parseLocalDate(optionText(values, 'am') || deps.clock.today());
        if (!am.ok) return am;
        const entscheid = await decide(deps, planner, {
          plan: stand.value.plan.id,
          grundlage: stand.value.plan.fassungen.at(-1)?.fassung ?? 0,
          am: am.value,
          wer: optionText(values, 'wer'),
          grund: optionText(values, 'grund'),
        });
        return commandOutput(
          entscheid,
          ({ fassung, verstoesse }) =>
            `Beschlossen ist Fassung ${fassung}${verstoesse > 0 ? `, die ${verstoesse} Regeln bricht` : ''}.`,
        );
      },
    ),
  ];
}

import { ok } from '#kernel';
import {
  asOrganisation,
  type Command,
  commandOutput,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import { abweichungLabel, entscheidLabel } from './messages.ts';
import type { PrioritiesDeps } from './priorities-deps.ts';
import { decideStrategie, deviate } from './use-cases/decide-strategie.ts';
import { readStrategiedetail, readStrategieliste } from './use-cases/strategie.ts';
import { deviatorOf, managerOf, viewerOf } from './use-cases/viewer.ts';
import { abweichungAnswer, standAnswer, strategiezeileAnswer } from './views/answers.ts';

const text = { type: 'string' } as const;

/** The Einführungsstrategie on the command line. */
export function cliStrategy(deps: PrioritiesDeps): readonly Command[] {
  return [listCommand(deps), showCommand(deps), decideCommand(deps), deviateCommand(deps)];
}

function listCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'strategy.list',
    name: 'strategie',
    usage: organisationUsage,
    summary: 'Jeder EfA-Dienst mit seinem Entscheid',
    options: organisationOption,
    arity: [0, 0],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        const zeilen = await readStrategieliste(deps, viewer.value);
        const lines = zeilen.map(
          ({ dienst: { art, id, titel }, stand }) =>
            `${art} ${id}: ${titel}, ${stand ? `${entscheidLabel[stand.entscheid]}${stand.quartal ? ` ab ${stand.quartal}` : ''}` : 'noch nicht entschieden'}`,
        );
        return ok({
          json: { dienste: zeilen.map(strategiezeileAnswer) },
          text: lines.join('\n') || 'Keine EfA-Dienste.',
        });
      }),
  };
}

function showCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'strategy.show',
    name: 'strategie show',
    usage: `<Art> <Kennung> ${organisationUsage}`,
    summary: 'Ein EfA-Dienst mit allen Entscheiden und Abweichungen',
    options: organisationOption,
    arity: [2, 2],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        const [art = '', id = ''] = input.positionals;
        const detail = await readStrategiedetail(deps, viewer.value, art, id);
        return commandOutput(
          detail,
          ({ dienst, verlauf, abweichungen }) =>
            [
              dienst.titel,
              ...verlauf.map(
                ({ entscheid, quartal, grund }) =>
                  `- ${entscheidLabel[entscheid]} ${quartal ?? ''}: ${grund}`,
              ),
              ...abweichungen.map(
                ({ kommune, abweichung, grund }) => `- ${kommune} ${abweichungLabel[abweichung]}: ${grund}`,
              ),
            ].join('\n'),
          (value) => ({ ...strategiezeileAnswer(value), verlauf: value.verlauf.map(standAnswer) }),
        );
      }),
  };
}

function decideCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'strategy.decide',
    name: 'strategie decide',
    usage: `<Art> <Kennung> <alle|wer-will|nicht|spaeter> --grund <Text> --verantwortlich <Stelle> [--quartal JJJJ-Qn] ${organisationUsage}`,
    summary: 'Festhalten, wer einen EfA-Dienst einführt',
    options: { ...organisationOption, grund: text, verantwortlich: text, quartal: text },
    arity: [3, 3],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const manager = await managerOf(deps, principal, 'Über die Einführung entscheiden');
        if (!manager.ok) return manager;
        const [art = '', id = '', entscheid = ''] = input.positionals;
        const detail = await readStrategiedetail(deps, manager.value, art, id);
        if (!detail.ok) return detail;
        const decided = await decideStrategie(
          deps,
          manager.value,
          { art, id },
          {
            entscheid,
            quartal: optionText(input.values, 'quartal'),
            grund: optionText(input.values, 'grund'),
            verantwortlich: optionText(input.values, 'verantwortlich'),
            sitzungsbeschluss: null,
            grundlage: detail.value.stand?.fassung ?? 0,
          },
        );
        return commandOutput(
          decided,
          (stand) => `Festgehalten: ${entscheidLabel[stand.entscheid]}.`,
          standAnswer,
        );
      }),
  };
}

function deviateCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'strategy.deviate',
    name: 'strategie deviate',
    usage: `<Art> <Kennung> <fuehrt-ein|fuehrt-nicht-ein|spaeter|keine> --grund <Text> [--quartal JJJJ-Qn] ${organisationUsage}`,
    summary: 'Sagen, dass eine Kommune etwas anderes tut, und warum',
    options: { ...organisationOption, grund: text, quartal: text },
    arity: [3, 3],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const deviator = await deviatorOf(deps, principal);
        if (!deviator.ok) return deviator;
        const [art = '', id = '', abweichung = ''] = input.positionals;
        const said = await deviate(
          deps,
          deviator.value,
          { art, id },
          {
            abweichung,
            quartal: optionText(input.values, 'quartal'),
            grund: optionText(input.values, 'grund'),
          },
        );
        return commandOutput(
          said,
          (value) => `Festgehalten: ${value.kommune} ${abweichungLabel[value.abweichung]}.`,
          abweichungAnswer,
        );
      }),
  };
}

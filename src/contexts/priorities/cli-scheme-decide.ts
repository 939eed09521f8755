import { ok } from '#kernel';
import {
  asOrganisation,
  type Command,
  commandOutput,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import type { PrioritiesDeps } from './priorities-deps.ts';
import { decideSchema, openBeschluss } from './use-cases/beschluesse.ts';
import { readSchemes } from './use-cases/schemata.ts';
import { managerOf, viewerOf } from './use-cases/viewer.ts';
import { beschlussAnswer, zeileAnswer } from './views/answers.ts';

const text = { type: 'string' } as const;

export function decideCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.schemes.decide',
    name: 'prioritaeten decide',
    usage: `<Kennung> --gremium <Text> --grund <Text> ${organisationUsage}`,
    summary: 'Ein Schema in seiner neuesten Fassung beschließen',
    options: { ...organisationOption, gremium: text, grund: text },
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const manager = await managerOf(deps, principal, 'Schemata beschließen');
        if (!manager.ok) return manager;
        const id = input.positionals[0] ?? '';
        const { schemata } = await readSchemes(deps, manager.value);
        const decided = await decideSchema(deps, manager.value, id, {
          fassung: schemata.find((each) => each.id === id)?.fassung ?? 0,
          gremium: optionText(input.values, 'gremium'),
          grund: optionText(input.values, 'grund'),
          sitzungsbeschluss: null,
        });
        return commandOutput(
          decided,
          ({ nummer }) => `Beschlossen als Beschluss ${nummer}.`,
          beschlussAnswer,
        );
      }),
  };
}

export function openCommand(deps: PrioritiesDeps): Command {
  return {
    capability: 'priorities.decisions',
    name: 'prioritaeten decision',
    usage: `<Nummer> ${organisationUsage}`,
    summary: 'Ein Beschluss, genau wie er getroffen wurde, mit seiner Rangfolge',
    options: organisationOption,
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        const opened = await openBeschluss(deps, viewer.value, input.positionals[0] ?? '');
        if (!opened.ok) return opened;
        const { beschluss, unveraendert, liste } = opened.value;
        const leistungen = Array.from(liste.reihenfolge, (row) => zeileAnswer(opened.value, row));
        const lines = leistungen.slice(0, 20).map(({ rang, name }) => `${String(rang).padStart(5)}. ${name}`);
        const head = `Beschluss ${beschluss.nummer}: ${beschluss.titel}, ${beschluss.gremium}. ${unveraendert ? 'Nachgerechnet: stimmt überein.' : 'Nachgerechnet: weicht ab!'}`;
        return ok({
          json: { beschluss: beschlussAnswer(beschluss), unveraendert, leistungen },
          text: [head, ...lines].join('\n'),
        });
      }),
  };
}

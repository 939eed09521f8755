import { refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  commandJson,
  commandOutput,
  commandUsage,
  numberIn,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import { schrittArten } from './domain/zustand.ts';
import type { SurveysDeps } from './surveys-deps.ts';
import { fragendeOf } from './use-cases/people.ts';
import { remind } from './use-cases/remind.ts';
import { takeStep } from './use-cases/take-step.ts';
import { keepUmfrageBody, umfrageBody } from './use-cases/umfrage-body.ts';
import { umfrageJson } from './views/json.ts';

const text = { type: 'string' } as const;

/** What an IT-Dienstleister does with its surveys, on the command line. */
export function writeCommands(deps: SurveysDeps): readonly Command[] {
  return [saveCommand(deps), stepCommand(deps), remindCommand(deps)];
}

function saveCommand(deps: SurveysDeps): Command {
  return {
    capability: 'surveys.write',
    name: 'bedarf save',
    usage: `<Datei.json> ${organisationUsage}`,
    summary: 'Einen Entwurf anlegen oder, mit „id“ und „grundlage“ in der Datei, ändern',
    options: organisationOption,
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const who = await fragendeOf(deps, principal, 'fuehren');
        if (!who.ok) return who;
        const body = await commandJson(input.positionals[0] ?? '', umfrageBody);
        if (!body.ok) return body;
        const kept = await keepUmfrageBody(deps, who.value, body.value);
        return commandOutput(
          kept,
          ({ id, fassung }) => `${id} steht als Entwurf in Fassung ${fassung}.`,
          (umfrage) => umfrageJson(umfrage, umfrage.zustand),
        );
      }),
  };
}

function stepCommand(deps: SurveysDeps): Command {
  return {
    capability: 'surveys.step',
    name: 'bedarf step',
    usage: `<Kennung> <${schrittArten.join('|')}> --fassung <Zahl> [--tag JJJJ-MM-TT] [--grund <Satz>] ${organisationUsage}`,
    summary:
      'Eine Bedarfsabfrage öffnen, verlängern, schließen, auswerten, veröffentlichen oder zurücknehmen',
    options: { ...organisationOption, fassung: text, tag: text, grund: text },
    arity: [2, 2],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const who = await fragendeOf(deps, principal, 'fuehren');
        if (!who.ok) return who;
        const { positionals, values } = input;
        const art = schrittArten.find((each) => each === positionals[1]);
        if (!art) {
          const message = `Den Schritt „${positionals[1]}“ gibt es nicht. Schritte: ${schrittArten.join(', ')}.`;
          return refuse(commandUsage(message));
        }
        const taken = await takeStep(deps, who.value, positionals[0] ?? '', {
          art,
          fassung: numberIn(optionText(values, 'fassung')),
          grund: optionText(values, 'grund'),
          tag: optionText(values, 'tag'),
        });
        return commandOutput(
          taken,
          ({ zustand, fassung }) => `Die Bedarfsabfrage ist jetzt ${zustand}, Fassung ${fassung}.`,
          (umfrage) => umfrageJson(umfrage, umfrage.zustand),
        );
      }),
  };
}

function remindCommand(deps: SurveysDeps): Command {
  return {
    capability: 'surveys.remind',
    name: 'bedarf remind',
    usage: `<Kennung> ${organisationUsage}`,
    summary: 'Kommunen ohne freigegebene Antwort erinnern',
    options: organisationOption,
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const who = await fragendeOf(deps, principal, 'fuehren');
        if (!who.ok) return who;
        const reminded = await remind(deps, who.value, input.positionals[0] ?? '');
        return commandOutput(reminded, ({ nummer }) => `Die ${nummer}. Erinnerung wird versandt.`);
      }),
  };
}

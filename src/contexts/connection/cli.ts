import { formatLocalDate, ok } from '#kernel';
import {
  asOrganisation,
  type Command,
  commandOutput,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import { asBegleiter, options, text, usage } from './cli-begleiter.ts';
import { declareCommand } from './cli-erklaerung.ts';
import { gateCommand, rehearseCommand } from './cli-pruefung.ts';
import { secretCommands } from './cli-zugangsdaten.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { type FaktArt, faktArten } from './domain/punkt.ts';
import { invalidFakt } from './errors.ts';
import { ablaufLabel, parteiLabel, phaseLabel, standLabel } from './messages.ts';
import { hausOf } from './use-cases/begleiter.ts';
import { readFristen } from './use-cases/fristen.ts';
import { punktErledigen } from './use-cases/punkte-erledigen.ts';
import { ablaufAnswer, checklisteAnswer } from './views/answers.ts';
import { shownFor } from './views/shown.ts';

/** This context on the command line. */
export function connectionCommands(deps: ConnectionDeps): readonly Command[] {
  return [
    checklistCommand(deps),
    stateCommand(deps),
    declareCommand(deps),
    gateCommand(deps),
    rehearseCommand(deps),
    deadlinesCommand(deps),
    ...secretCommands(deps),
  ];
}

function checklistCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.checklist',
    name: 'anbindung checkliste',
    usage: `<Onlinedienst> ${usage}`,
    summary: 'Die Checkliste einer Anbindung mit Fortschritt, Phase und Uhren',
    options,
    arity: [1, 1],
    run: (input) =>
      asBegleiter(deps, input, 'lesen', async (begleiter, dienst) => {
        const shown = await shownFor(deps, begleiter, dienst);
        if (!shown.ok) return shown;
        const json = checklisteAnswer(shown.value.stand, shown.value.zeilen);
        const lines = json.punkte.flatMap(({ id, titel, wer, stand, befund }) => [
          `${standLabel[stand].padEnd(11)}${parteiLabel[wer].padEnd(18)}${id.padEnd(24)}${titel}`,
          ...(stand === 'erledigt' && befund !== null ? [`           Prüfung widerspricht: ${befund}`] : []),
        ]);
        const head = `${begleiter.kommune.name}: ${phaseLabel[json.phase]}, ${json.erledigt} von ${json.gefordert} erledigt`;
        return ok({ json, text: [head, ...lines].join('\n') });
      }),
  };
}

function stateCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.checklist.state',
    name: 'anbindung punkt',
    usage: `<Onlinedienst> <Punkt> [erledigt|wieder-offen|entfaellt] ${usage} [--nachweis <Text>] [--grund <Text>] [--bis JJJJ-MM-TT]`,
    summary: 'Den Stand eines Punktes der Checkliste eintragen',
    options: { ...options, nachweis: text, grund: text, bis: text },
    arity: [2, 3],
    run: (input) =>
      asBegleiter(deps, input, 'aendern', async (begleiter, dienst) => {
        const art = artOf(input.positionals[2]);
        if (art === null)
          return {
            ok: false,
            refusal: invalidFakt([{ field: 'art', message: `Möglich sind: ${faktArten.join(', ')}.` }]),
          };
        const punkt = input.positionals[1] ?? '';
        const shown = await shownFor(deps, begleiter, dienst);
        if (!shown.ok) return shown;
        const nummer = shown.value.stand.lage.get(punkt)?.nummer ?? 0;
        const eingabe = {
          art,
          nachweis: optionText(input.values, 'nachweis'),
          grund: optionText(input.values, 'grund'),
          gueltigBis: optionText(input.values, 'bis'),
        };
        const stated = await punktErledigen(deps, begleiter, { dienst, punkt, eingabe }, nummer);
        return commandOutput(
          stated,
          () => `${punkt}: eingetragen für ${begleiter.kommune.name}.`,
          () => ({ punkt, art, nummer: nummer + 1 }),
        );
      }),
  };
}

function artOf(given: string | undefined): FaktArt | null {
  return given === undefined ? 'erledigt' : (faktArten.find((each) => each === given) ?? null);
}

function deadlinesCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.deadlines',
    name: 'fristen',
    usage: organisationUsage,
    summary: 'Was abläuft: Nachweise, Schlüssel, Zugangsdaten, Verträge',
    options: organisationOption,
    arity: [0, 0],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const haus = await hausOf(deps, principal, 'lesen');
        if (!haus.ok) return haus;
        const fristen = await readFristen(deps, haus.value);
        const lines = fristen.map(
          ({ bis, art, titel, kommune }) =>
            `${formatLocalDate(bis)}  ${ablaufLabel[art].padEnd(24)}${titel} (${kommune})`,
        );
        return ok({
          json: { fristen: fristen.map(ablaufAnswer) },
          text: lines.join('\n') || 'Nichts läuft ab.',
        });
      }),
  };
}

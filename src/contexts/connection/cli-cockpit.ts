import { ok } from '#kernel';
import {
  asOrganisation,
  type Command,
  commandOutput,
  organisationOption,
  organisationUsage,
} from '#platform';
import { asLeader, connectCommand, stepCommands, zugCommands } from './cli-zug.ts';
import type { CockpitDeps } from './cockpit-deps.ts';
import { laufzustandLabel } from './messages-cockpit.ts';
import { annahmenOf, confirm } from './use-cases/annahmen.ts';
import { readCockpit, readUebersicht } from './use-cases/read-cockpit.ts';
import { cockpitzeileAnswer, uebersichtAnswer, zugKopfAnswer } from './views/cockpit-answers.ts';
import { phaseText } from './views/phase-text.ts';

/** The cockpit at the command line. Steps for many show their preview; with `--ja` they begin. */
export function cockpitCommands(deps: CockpitDeps): readonly Command[] {
  return [
    ...lookCommands(deps),
    connectCommand(deps),
    ...stepCommands(deps),
    ...zugCommands(deps),
    ...annahmenCommands(deps),
  ];
}

function lookCommands(deps: CockpitDeps): readonly Command[] {
  return [
    {
      name: 'cockpit',
      capability: 'connection.cockpit.overview',
      usage: organisationUsage,
      summary: 'Wie viele Kommunen des Kreises mit welchem Onlinedienst wie weit sind',
      arity: [0, 0],
      options: organisationOption,
      run: (input) =>
        asLeader(deps, input, async (leader) => {
          const { dienste, laeufe } = await readUebersicht(deps, leader);
          return ok({
            json: { dienste: dienste.map(uebersichtAnswer), zuege: laeufe.map(zugKopfAnswer) },
            text: [
              ...dienste.map(
                ({ dienst, angebunden, live, kommunen }) =>
                  `${dienst}: ${angebunden} angebunden, ${live} live, ${kommunen} Kommunen im Kreis`,
              ),
              ...laeufe.map(({ id, titel, zustand }) => `Zug ${id}: ${titel} (${laufzustandLabel[zustand]})`),
            ].join('\n'),
          });
        }),
    },
    {
      name: 'cockpit dienst',
      capability: 'connection.cockpit.show',
      usage: `<Onlinedienst> ${organisationUsage}`,
      summary: 'Jede Kommune des Kreises mit Phase und Fortschritt bei einem Onlinedienst',
      arity: [1, 1],
      options: organisationOption,
      run: (input) =>
        asLeader(deps, input, async (leader) => {
          const cockpit = await readCockpit(deps, leader, input.positionals[0] ?? '');
          return commandOutput(
            cockpit,
            ({ zeilen }) =>
              zeilen
                .map((zeile) => {
                  const { ags, name, fortschritt } = zeile;
                  const done = fortschritt ? `, ${fortschritt.erledigt} von ${fortschritt.gefordert}` : '';
                  return `${ags}  ${name}: ${phaseText(zeile)}${done}`;
                })
                .join('\n'),
            ({ angebot, zeilen }) => ({ dienst: angebot.dienst, kommunen: zeilen.map(cockpitzeileAnswer) }),
          );
        }),
    },
  ];
}

function annahmenCommands(deps: CockpitDeps): readonly Command[] {
  return [
    {
      name: 'anbindung annahmen',
      capability: 'connection.annahmen.list',
      usage: `<Onlinedienst> ${organisationUsage}`,
      summary: 'Zeigt, welche Werte für eine Kommune angenommen wurden',
      arity: [1, 1],
      options: organisationOption,
      run: (input) =>
        asOrganisation(deps, input, async (principal) =>
          commandOutput(await annahmenOf(deps, principal, input.positionals[0] ?? ''), ({ zeilen }) =>
            zeilen
              .map(
                ({ parameter, quelle, bestaetigt }) =>
                  `${parameter}: ${bestaetigt ? 'bestätigt' : 'Annahme'} (${quelle})`,
              )
              .join('\n'),
          ),
        ),
    },
    {
      name: 'anbindung annahmen bestaetigen',
      capability: 'connection.annahmen.confirm',
      usage: `<Onlinedienst> <Wert,Wert> ${organisationUsage}`,
      summary: 'Bestätigt angenommene Werte einer Kommune',
      arity: [2, 2],
      options: organisationOption,
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const [dienst = '', names = ''] = input.positionals;
          const wanted = names
            .split(',')
            .map((name) => name.trim())
            .filter(Boolean);
          return commandOutput(
            await confirm(deps, principal, dienst, wanted),
            (zahl) => `${zahl} Werte bestätigt.`,
          );
        }),
    },
  ];
}

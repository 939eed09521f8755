import { readFile } from 'node:fs/promises';
import { ok, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  commandOutput,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import type { ConnectionDeps } from './connection-deps.ts';
import { zwecke } from './domain/zweck.ts';
import { invalidZugangsdaten } from './errors.ts';
import {
  ersetzen,
  findZugangsdaten,
  hinterlegen,
  listZugangsdaten,
  loeschen,
  pruefen,
  type Verwahrer,
  verwahrerOf,
} from './use-cases/zugangsdaten.ts';
import { zugangsdatenAnswer } from './views/answers.ts';

const text = { type: 'string' } as const;

/** Secrets on the command line. A value comes from a file: what stands in a command, other processes and the shell's history see. */
export function secretCommands(deps: ConnectionDeps): readonly Command[] {
  return [
    listCommand(deps),
    keepCommand(deps),
    replaceCommand(deps),
    probeCommand(deps),
    forgetCommand(deps),
  ];
}

function asKeeper(
  deps: ConnectionDeps,
  input: CommandInput,
  run: (keeper: Verwahrer) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  return asOrganisation(deps, input, async (principal) => {
    const keeper = verwahrerOf(principal);
    return keeper.ok ? run(keeper.value) : keeper;
  });
}

async function valueFrom({ values }: CommandInput): Promise<Result<string>> {
  const path = optionText(values, 'datei');
  try {
    return ok((await readFile(path, 'utf8')).replace(/\n$/, ''));
  } catch {
    const message = 'Bitte nennen Sie mit --datei eine lesbare Datei, in der die Zugangsdaten stehen.';
    return refuse(invalidZugangsdaten([{ field: 'datei', message }]));
  }
}

function listCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.secrets',
    name: 'zugangsdaten',
    usage: organisationUsage,
    summary: 'Welche Zugangsdaten hinterlegt sind, ohne ihre Werte',
    options: organisationOption,
    arity: [0, 0],
    run: (input) =>
      asKeeper(deps, input, async (keeper) => {
        const zugangsdaten = (await listZugangsdaten(deps, keeper)).map(zugangsdatenAnswer);
        const lines = zugangsdaten.map(
          ({ name, zweck, gueltigBis }) => `${name.padEnd(32)}${zweck.padEnd(20)}${gueltigBis ?? ''}`,
        );
        return ok({ json: { zugangsdaten }, text: lines.join('\n') || 'Noch nichts hinterlegt.' });
      }),
  };
}

function keepCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.secrets.keep',
    name: 'zugangsdaten add',
    usage: `<Name> --zweck <${zwecke.join('|')}> --datei <Pfad> [--dienst <Onlinedienst>] [--bis JJJJ-MM-TT] ${organisationUsage}`,
    summary: 'Zugangsdaten aus einer Datei versiegelt hinterlegen',
    options: { ...organisationOption, zweck: text, datei: text, dienst: text, bis: text },
    arity: [1, 1],
    run: (input) =>
      asKeeper(deps, input, async (keeper) => {
        const wert = await valueFrom(input);
        if (!wert.ok) return wert;
        const kept = await hinterlegen(deps, keeper, {
          name: input.positionals[0] ?? '',
          zweck: optionText(input.values, 'zweck'),
          dienst: optionText(input.values, 'dienst'),
          wert: wert.value,
          gueltigBis: optionText(input.values, 'bis'),
        });
        return commandOutput(kept, () => 'Versiegelt hinterlegt. Bitte löschen Sie die Datei.');
      }),
  };
}

function replaceCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.secrets.replace',
    name: 'zugangsdaten replace',
    usage: `<Name|Kennung> --datei <Pfad> [--bis JJJJ-MM-TT] ${organisationUsage}`,
    summary: 'Zugangsdaten durch andere ersetzen',
    options: { ...organisationOption, datei: text, bis: text },
    arity: [1, 1],
    run: (input) =>
      asKeeper(deps, input, async (keeper) => {
        const note = await findZugangsdaten(deps, keeper, input.positionals[0] ?? '');
        if (!note.ok) return note;
        const wert = await valueFrom(input);
        if (!wert.ok) return wert;
        const { id, version } = note.value;
        const gueltigBis = optionText(input.values, 'bis');
        const replaced = await ersetzen(deps, keeper, { id, version, wert: wert.value, gueltigBis });
        return commandOutput(replaced, () => 'Ersetzt. Bitte löschen Sie die Datei.');
      }),
  };
}

function probeCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.secrets.probe',
    name: 'zugangsdaten check',
    usage: `<Name|Kennung> ${organisationUsage}`,
    summary: 'Prüfen, ob hinterlegte Zugangsdaten zu gebrauchen sind',
    options: organisationOption,
    arity: [1, 1],
    run: (input) =>
      asKeeper(deps, input, async (keeper) => {
        const befund = await pruefen(deps, keeper, input.positionals[0] ?? '');
        return befund.ok
          ? ok({ json: befund.value, text: befund.value.text, found: !befund.value.ok })
          : befund;
      }),
  };
}

function forgetCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.secrets.forget',
    name: 'zugangsdaten delete',
    usage: `<Name|Kennung> ${organisationUsage}`,
    summary: 'Zugangsdaten endgültig löschen',
    options: organisationOption,
    arity: [1, 1],
    run: (input) =>
      asKeeper(deps, input, async (keeper) => {
        const note = await findZugangsdaten(deps, keeper, input.positionals[0] ?? '');
        if (!note.ok) return note;
        const { id, version, name } = note.value;
        const gone = await loeschen(deps, keeper, id, version);
        return commandOutput(
          gone,
          () => `„${name}“ ist gelöscht.`,
          () => ({ geloescht: id }),
        );
      }),
  };
}

import { ok } from '#kernel';
import type { CommandInput } from '#platform';
import { type OwnCommand, option, text, versionOf } from './cli-own.ts';
import { abschnittKeys } from './domain/abschnitt.ts';
import { type SchrittArt, zustandNamen } from './domain/bericht.ts';
import type { ReportsDeps } from './reports-deps.ts';
import type { Recht } from './use-cases/people.ts';
import { takeStep } from './use-cases/steps.ts';
import { createBericht, reviseBericht } from './use-cases/write-report.ts';

/** Reports made and changed on the command line. */
export function writeCommands(deps: ReportsDeps): readonly OwnCommand[] {
  const options = { titel: text, stichtag: text, einleitung: text, abschnitte: text };
  const usage = '[--stichtag JJJJ-MM-TT] [--einleitung <Text>] [--abschnitte a,b]';
  return [
    {
      capability: 'reports.create',
      name: 'berichte create',
      usage: `--titel <Titel> ${usage}`,
      summary: `Einen Bericht anlegen; Abschnitte: ${abschnittKeys.join(', ')}`,
      options,
      arity: [0, 0],
      recht: 'schreiben',
      act: async ({ reader }, input) => {
        const made = await createBericht(deps, reader, {
          titel: option(input, 'titel') ?? '',
          stichtag: option(input, 'stichtag') ?? '',
          einleitung: option(input, 'einleitung') ?? '',
          abschnitte: sections(input) ?? abschnittKeys.map((key) => ({ key, anmerkung: '' })),
        });
        return made.ok ? ok({ json: made.value, text: `Angelegt: ${made.value.id}` }) : made;
      },
    },
    {
      capability: 'reports.revise',
      name: 'berichte revise',
      usage: `<Kennung> --fassung <n> [--titel <Titel>] ${usage}`,
      summary: 'Eine neue Fassung schreiben; --stichtag zieht die Zahlen neu',
      options: { ...options, fassung: text },
      arity: [1, 1],
      recht: 'schreiben',
      act: async ({ reader }, input) => {
        const chosen = sections(input);
        const saved = await reviseBericht(deps, reader, input.positionals[0] ?? '', {
          grundlage: versionOf(input) ?? 0,
          ...(chosen === null ? {} : { abschnitte: chosen }),
          ...named(input, ['titel', 'einleitung', 'stichtag']),
        });
        return saved.ok ? ok({ json: saved.value, text: `Fassung ${saved.value.fassung}` }) : saved;
      },
    },
  ];
}

/** What becomes of a report, step by step. */
export function stepCommands(deps: ReportsDeps): readonly OwnCommand[] {
  const step = (
    capability: string,
    name: string,
    art: SchrittArt,
    recht: Recht,
    summary: string,
  ): OwnCommand => ({
    capability,
    name: `berichte ${name}`,
    usage: '<Kennung> --fassung <n> [--begruendung <Text>]',
    summary,
    options: { fassung: text, begruendung: text },
    arity: [1, 1],
    recht,
    act: async (who, input) => {
      const begruendung = option(input, 'begruendung') ?? '';
      const wunsch = { art, fassung: versionOf(input) ?? 0, begruendung };
      const taken = await takeStep(deps, who, input.positionals[0] ?? '', wunsch);
      return taken.ok ? ok({ json: taken.value, text: zustandNamen[taken.value.zustand] }) : taken;
    },
  });
  return [
    step('reports.submit', 'submit', 'vorgelegt', 'schreiben', 'Einen Entwurf vorlegen'),
    step('reports.return', 'return', 'zurueckgegeben', 'freigeben', 'Einen vorgelegten Bericht zurückgeben'),
    step('reports.approve', 'approve', 'freigegeben', 'freigeben', 'Einen vorgelegten Bericht freigeben'),
    step('reports.withdraw', 'withdraw', 'zurueckgezogen', 'zurueckziehen', 'Einen Bericht zurückziehen'),
  ];
}

function sections(
  input: CommandInput,
): readonly { readonly key: string; readonly anmerkung: string }[] | null {
  const given = option(input, 'abschnitte');
  return given === undefined ? null : given.split(',').map((key) => ({ key: key.trim(), anmerkung: '' }));
}

function named(input: CommandInput, names: readonly ('titel' | 'einleitung' | 'stichtag')[]) {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = option(input, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

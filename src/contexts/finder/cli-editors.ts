import { ok, type Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  optionText,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import type { FinderDeps } from './deps.ts';
import type { Vorschlag } from './domain/vorschlag.ts';
import { aktionLabel, artLabel, standOf } from './messages.ts';
import { acceptVorschlag, rejectVorschlag, withdrawVorschlag } from './use-cases/decide-vorschlag.ts';
import { findVorschlag } from './use-cases/find-vorschlag.ts';
import { previewWort } from './use-cases/preview-wort.ts';
import { proposeWort, vorschlaegeFor } from './use-cases/propose-wort.ts';
import { suchworteFor } from './use-cases/read-suchworte.ts';
import { jsonOfVorschlag } from './views/json.ts';

/** The editors' desk on the command line. */
export function editorCommands(deps: FinderDeps): readonly Command[] {
  return [
    thesaurusCommand(deps),
    wordsCommand(deps),
    listCommand(deps),
    proposeCommand(deps),
    showCommand(deps),
    ...decideCommands(deps),
  ];
}

function thesaurusCommand(deps: FinderDeps): Command {
  return {
    capability: 'finder.thesaurus',
    name: 'thesaurus',
    usage: '<OZG-Nummer|Leistung>',
    summary: 'Die Wörter, mit denen Menschen nach einer Leistung fragen',
    arity: [1, 1],
    run: async ({ positionals }) => {
      const ziel = (positionals[0] ?? '').toUpperCase();
      const { woerter } = await deps.words();
      const wanted = woerter.filter(({ ozgId, leistungId }) => leistungId === ziel || String(ozgId) === ziel);
      const lines = wanted.map(({ art, sprache, wort }) => `${artLabel[art].padEnd(16)}${sprache}  ${wort}`);
      return ok({
        json: { woerter: wanted },
        text: lines.join('\n') || 'Dafür steht kein Wort im Thesaurus.',
      });
    },
  };
}

function wordsCommand(deps: FinderDeps): Command {
  return {
    ...forOrganisation('finder.suchworte', 'suche woerter', '', 'Was viele vergeblich gesucht haben'),
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const found = await suchworteFor(deps, principal);
        if (!found.ok) return found;
        const lines = found.value.map(
          ({ woerter, gesucht, ohneTreffer, geoeffnet }) =>
            `${String(gesucht).padStart(6)} gesucht, ${ohneTreffer} ohne Treffer, ${geoeffnet} geöffnet  ${woerter}`,
        );
        const text = lines.join('\n') || 'Noch nichts wurde an genug verschiedenen Tagen gesucht.';
        return ok({ json: { suchworte: found.value }, text });
      }),
  };
}

function listCommand(deps: FinderDeps): Command {
  return {
    ...forOrganisation(
      'finder.vorschlag.liste',
      'thesaurus vorschlaege',
      '',
      'Die Vorschläge für den Thesaurus',
    ),
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const found = await vorschlaegeFor(deps, principal);
        if (!found.ok) return found;
        const json = { vorschlaege: found.value.map(jsonOfVorschlag) };
        return ok({ json, text: found.value.map(lineOf).join('\n') || 'Keine Vorschläge.' });
      }),
  };
}

function proposeCommand(deps: FinderDeps): Command {
  return {
    capability: 'finder.vorschlag.machen',
    name: 'thesaurus vorschlagen',
    usage: `<dazu|weg> <OZG-Nummer|Leistung> <Wort> [--art <Art>] [--sprache <de>] [--grund <Text>] ${organisationUsage}`,
    summary: 'Ein Wort für den Thesaurus vorschlagen, oder dass eines wegfällt',
    options: {
      ...organisationOption,
      art: { type: 'string' },
      sprache: { type: 'string' },
      grund: { type: 'string' },
    },
    arity: [3, 10],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const [aktion = '', ziel = '', ...wort] = input.positionals;
        const given = { aktion, ziel, wort: wort.join(' '), ...proposalOptions(input) };
        return output(await proposeWort(deps, principal, given));
      }),
  };
}

function proposalOptions({ values }: CommandInput) {
  return {
    art: optionText(values, 'art') || 'alltag',
    sprache: optionText(values, 'sprache') || 'de',
    begruendung: optionText(values, 'grund'),
  };
}

function showCommand(deps: FinderDeps): Command {
  return {
    ...forOrganisation(
      'finder.vorschlag',
      'thesaurus vorschlag',
      '<Vorschlag> ',
      'Ein Vorschlag mit dem, was vor und nach ihm gefunden wird',
    ),
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const found = await findVorschlag(deps, principal, input.positionals[0] ?? '');
        if (!found.ok) return found;
        const vergleich = await previewWort(deps, found.value);
        const lines = vergleich.flatMap(({ woerter, vorher, nachher }) => [
          `„${woerter}“`,
          ...nachher.map(
            ({ name }, at) => `  ${at + 1}. ${name}   (vorher: ${vorher[at]?.name ?? 'nichts'})`,
          ),
        ]);
        const json = { ...jsonOfVorschlag(found.value), vergleich };
        return ok({ json, text: [lineOf(found.value), ...lines].join('\n') });
      }),
  };
}

type Decide = (deps: FinderDeps, principal: Principal, id: string) => Promise<Result<Vorschlag>>;

function decideCommands(deps: FinderDeps): readonly Command[] {
  const command = (step: string, summary: string, decide: Decide): Command => ({
    ...forOrganisation(`finder.vorschlag.${step}`, `thesaurus ${step}`, '<Vorschlag> ', summary),
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) =>
        output(await decide(deps, principal, input.positionals[0] ?? '')),
      ),
  });
  return [
    command('annehmen', 'Einen Vorschlag annehmen; er gilt sofort', acceptVorschlag),
    command('ablehnen', 'Einen Vorschlag ablehnen', rejectVorschlag),
    command('zurueckziehen', 'Einen eigenen Vorschlag zurückziehen', withdrawVorschlag),
  ];
}

function forOrganisation(
  capability: string,
  name: string,
  words: string,
  summary: string,
): Omit<Command, 'run'> {
  return {
    capability,
    name,
    usage: `${words}${organisationUsage}`,
    summary,
    options: organisationOption,
    arity: [0, 0],
  };
}

function lineOf(vorschlag: Vorschlag): string {
  const { id, aktion, ozgId, leistungId, wort, haus } = vorschlag;
  return `${id}  ${aktionLabel[aktion]}  ${leistungId ?? ozgId}  „${wort}“  ${haus}  ${standOf(vorschlag)}`;
}

function output(result: Result<Vorschlag>): Result<CommandOutput> {
  return result.ok ? ok({ json: jsonOfVorschlag(result.value), text: lineOf(result.value) }) : result;
}

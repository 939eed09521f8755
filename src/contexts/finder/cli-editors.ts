import { ok } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import { forOrganisation, lineOf, output } from './cli-editor-parts.ts';
import { decideCommands, showCommand } from './cli-proposals.ts';
import type { FinderDeps } from './deps.ts';
import { artLabel } from './messages.ts';
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

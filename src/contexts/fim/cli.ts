import { type Command, organisationOption, organisationUsage } from '#platform';
import { asAuthor, differences, list, points, read, show, tick, write } from './cli-answers.ts';
import { lists, readList } from './cli-codelisten.ts';
import type { FimDeps } from './fim-deps.ts';

const text = { type: 'string' } as const;

const flag = { type: 'boolean' } as const;

const common = { ...organisationOption, version: text } as const;

const commonUsage = `[--version <Version>] ${organisationUsage}`;

/** This context on the command line; the operator names the organisation whose work it is. */
export function fimCommands(deps: FimDeps): readonly Command[] {
  return [...readCommands(deps), ...writeCommands(deps)];
}

function readCommands(deps: FimDeps): readonly Command[] {
  return [
    {
      capability: 'fim.list',
      name: 'fim',
      usage: organisationUsage,
      summary: 'Eingelesene FIM-Datenschemata mit offenen Arbeitspunkten',
      options: organisationOption,
      arity: [0, 0],
      run: (input) => asAuthor(deps, input, (author) => list(deps, author)),
    },
    {
      capability: 'fim.show',
      name: 'fim zeigen',
      usage: `<Kennung> ${commonUsage}`,
      summary: 'Ein Datenschema mit dem Bericht seiner Übernahme',
      options: common,
      arity: [1, 1],
      run: (input) => asAuthor(deps, input, (author) => show(deps, author, input)),
    },
    {
      capability: 'fim.points',
      name: 'fim arbeitspunkte',
      usage: `<Kennung> ${commonUsage}`,
      summary: 'Was nach der Übernahme ein Mensch prüft, mit den Maschinenregeln daneben',
      options: common,
      arity: [1, 1],
      run: (input) => asAuthor(deps, input, (author) => points(deps, author, input)),
    },
    {
      capability: 'fim.diff',
      name: 'fim unterschiede',
      usage: `<Kennung> [<Version> <Version>] ${organisationUsage}`,
      summary: 'Was zwei Versionen eines Datenschemas unterscheidet',
      options: organisationOption,
      arity: [1, 3],
      run: (input) => asAuthor(deps, input, (author) => differences(deps, author, input)),
    },
    {
      capability: 'fim.lists',
      name: 'fim codelisten',
      usage: organisationUsage,
      summary: 'Codelisten außerhalb der Schemata: eingelesene und fehlende',
      options: organisationOption,
      arity: [0, 0],
      run: (input) => asAuthor(deps, input, (author) => lists(deps, author)),
    },
    {
      capability: 'fim.export',
      name: 'fim ausgeben',
      usage: `<Kennung> [--art xdatenfelder|formular] [--nach <Datei>] ${commonUsage}`,
      summary: 'Ein Datenschema als XDatenfelder 3.0.0 oder als Formular ausgeben',
      options: { ...common, art: text, nach: text },
      arity: [1, 1],
      run: (input) => asAuthor(deps, input, (author) => write(deps, author, input)),
    },
  ];
}

function writeCommands(deps: FimDeps): readonly Command[] {
  return [
    {
      capability: 'fim.import',
      name: 'fim einlesen',
      usage: `<Datei.xml> --quelle <Adresse> --lizenz <Lizenz> [--yes] ${organisationUsage}`,
      summary: 'Ein Datenschema einlesen (XDatenfelder 2 oder 3): ohne --yes nur die Vorschau',
      options: { ...organisationOption, quelle: text, lizenz: text, yes: flag },
      arity: [1, 1],
      run: (input) => asAuthor(deps, input, (author) => read(deps, author, input)),
    },
    {
      capability: 'fim.lists.import',
      name: 'fim codeliste-einlesen',
      usage: `<Datei.csv|.xlsx> --urn <Kennung> [--version <Version>] --titel <Titel> --quelle <Adresse> --lizenz <Lizenz> ${organisationUsage}`,
      summary: 'Eine Codeliste einlesen, die außerhalb der Schemata steht',
      options: { ...common, urn: text, titel: text, quelle: text, lizenz: text },
      arity: [1, 1],
      run: (input) => asAuthor(deps, input, (author) => readList(deps, author, input)),
    },
    {
      capability: 'fim.tick',
      name: 'fim abhaken',
      usage: `<Kennung> <Schlüssel> [--stand erledigt|entfaellt|offen] [--notiz <Text>] ${commonUsage}`,
      summary: 'Einen Arbeitspunkt abhaken oder wieder öffnen',
      options: { ...common, stand: text, notiz: text },
      arity: [2, 2],
      run: (input) => asAuthor(deps, input, (author) => tick(deps, author, input)),
    },
  ];
}

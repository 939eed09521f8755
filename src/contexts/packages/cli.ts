import { type Command, organisationOption, organisationUsage } from '#platform';
import {
  asPacker,
  build,
  check,
  compare,
  keys,
  keysChange,
  list,
  portals,
  show,
  take,
} from './cli-answers.ts';
import type { PackagesDeps } from './deps.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** This context on the command line; the operator names the IT-Dienstleister for which it acts. */
export function packagesCommands(deps: PackagesDeps): readonly Command[] {
  return [...readCommands(deps), ...fileCommands(deps), ...keyCommands(deps)];
}

function readCommands(deps: PackagesDeps): readonly Command[] {
  return [
    {
      capability: 'packages.list',
      name: 'paket',
      usage: organisationUsage,
      summary: 'Onlinedienste als Pakete: auf welchem Portal sie laufen',
      options: organisationOption,
      arity: [0, 0],
      run: (input) => asPacker(deps, input, () => list(deps)),
    },
    {
      capability: 'packages.show',
      name: 'paket zeigen',
      usage: `<Dienst> ${organisationUsage}`,
      summary: 'Teile, Bedarf und Konformität eines Onlinedienstes',
      options: organisationOption,
      arity: [1, 1],
      run: (input) => asPacker(deps, input, () => show(deps, input)),
    },
    {
      capability: 'packages.compare',
      name: 'paket vergleichen',
      usage: `<Inhaltssumme> <Inhaltssumme> ${organisationUsage}`,
      summary: 'Zwei Pakete Teil für Teil vergleichen',
      options: organisationOption,
      arity: [2, 2],
      run: (input) => asPacker(deps, input, () => compare(deps, input)),
    },
    {
      capability: 'packages.profiles',
      name: 'paket portale',
      usage: organisationUsage,
      summary: 'Was die Portale können, mit Quelle oder als Annahme',
      options: organisationOption,
      arity: [0, 0],
      run: (input) => asPacker(deps, input, () => portals(deps)),
    },
  ];
}

function fileCommands(deps: PackagesDeps): readonly Command[] {
  return [
    {
      capability: 'packages.build',
      name: 'paket bauen',
      usage: `<Dienst> [--nach <Datei>] [--format <Zahl>] ${organisationUsage}`,
      summary: 'Das Paket eines Onlinedienstes bauen und unterschreiben',
      options: { ...organisationOption, nach: text, format: text },
      arity: [1, 1],
      run: (input) => asPacker(deps, input, (packer) => build(deps, packer, input)),
    },
    {
      capability: 'packages.check',
      name: 'paket pruefen',
      usage: `<Datei> ${organisationUsage}`,
      summary: 'Ein Paket prüfen: Unterschrift, Inhalt, ob der Dienst hier läuft, Testfälle',
      options: organisationOption,
      arity: [1, 1],
      run: (input) => asPacker(deps, input, (packer) => check(deps, packer, input)),
    },
    {
      capability: 'packages.import',
      name: 'paket einlesen',
      usage: `<Datei> [--anbieten] ${organisationUsage}`,
      summary: 'Ein Paket prüfen und seinen Onlinedienst übernehmen',
      options: { ...organisationOption, anbieten: flag },
      arity: [1, 1],
      run: (input) => asPacker(deps, input, (packer) => take(deps, packer, input)),
    },
  ];
}

function keyCommands(deps: PackagesDeps): readonly Command[] {
  return [
    {
      capability: 'packages.keys',
      name: 'paket schluessel',
      usage: organisationUsage,
      summary: 'Schlüssel, denen diese Installation vertraut, und der eigene',
      options: organisationOption,
      arity: [0, 0],
      run: (input) => asPacker(deps, input, (packer) => keys(deps, packer)),
    },
    {
      capability: 'packages.keys.change',
      name: 'paket schluessel-aendern',
      usage: `aufnehmen <Datei> | widerrufen <Kennung> --grund <Text> | wechseln ${organisationUsage}`,
      summary: 'Einen Schlüssel aufnehmen oder widerrufen, oder den eigenen wechseln',
      options: { ...organisationOption, grund: text },
      arity: [1, 2],
      run: (input) => asPacker(deps, input, (packer) => keysChange(deps, packer, input)),
    },
  ];
}

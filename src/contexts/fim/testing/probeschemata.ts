import { vector } from '../../../standards/xdatenfelder/testing/read-all.ts';

const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Files that are imported where nothing else is: the standard's own vector, once with long names. */
export function probeschemata(): readonly [erste: string, zweite: string, dritte: string] {
  const text = vector('gutes-schema.xml');
  const versioned = (version: string) =>
    text.replace('<xdf3:version>1.0.0</xdf3:version>', `<xdf3:version>${version}</xdf3:version>`);
  return [
    text,
    versioned('1.1.0').replace(
      '>Ortsteil</xdf3:bezeichnungEingabe>',
      `>${word} ${word}</xdf3:bezeichnungEingabe>`,
    ),
    versioned('1.2.0').replace(
      '>Unterlagen</xdf3:bezeichnungEingabe>',
      '>Nachweise</xdf3:bezeichnungEingabe>',
    ),
  ];
}
